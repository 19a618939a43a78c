import { eachFeature, featureKey, featureNumber, featureTable, hasWord } from '../../src/answering/feature-table.js';
import { asItStands, learnFeatures, vectorizer, wordTest } from '../../src/answering/features.js';
import { indexRows, lexicalScannerOf, lexicalSimilarities } from '../../src/answering/lexical-index.js';
import { seeded } from '../../src/answering/seeded.js';
import { foldedWords } from '../../src/answering/words.js';

describe('folded words', () => {
  it('are lower case, without accents and apostrophes, digits included', () => {
    expect(foldedWords('Don’t  touch the CAFÉ’s AP9640, at 10:30!')).toEqual([
      'dont',
      'touch',
      'the',
      'cafes',
      'ap9640',
      'at',
      '10',
      '30',
    ]);
  });

  it('are none in a text of signs, and end with a very long text', () => {
    expect(foldedWords('🙂 … ?!')).toEqual([]);
    expect(foldedWords('word '.repeat(2_000))).toHaveLength(400);
  });
});

const hashesOf = (text: string) => {
  const hashes: { readonly place: number; readonly check: number }[] = [];
  eachFeature(foldedWords(text), (place, check) => hashes.push({ place, check }));
  return hashes;
};
const keysOf = (text: string) => hashesOf(text).map(({ place, check }) => featureKey(place, check));

describe('features', () => {
  it('are words, pairs with the ends of the text, and characters within words', () => {
    // 'to' twice, ^ to, to to, to $, and twice each of _to, to_ and _to_.
    expect(keysOf('to to')).toHaveLength(11);
    expect(new Set(keysOf('to to')).size).toBe(7);
    expect(keysOf('?')).toEqual([]);
    const shared = (a: string, b: string) => keysOf(a).filter((key) => keysOf(b).includes(key)).length;
    // The word, _to, to_ and _to_; the pair besides, where its neighbour is the same.
    expect(shared('to', 'go to it')).toBe(4);
    expect(shared('go to', 'we go to')).toBe(10);
    expect(shared('card', 'dis')).toBe(0);
    // A word, a pair and characters of the same letters are different features.
    expect(new Set(keysOf('a a')).size).toBe(5);
  });

  it('are found by two hashes, and none is found that is not there', () => {
    const said = Array.from({ length: 30_000 }, (_, i) => `word${i}`);
    const features = said.map((word) => hashesOf(word)[0] as { place: number; check: number });
    const table = featureTable(features.slice(0, 20_000));
    const found = features.map(({ place, check }) => featureNumber(table, place, check));
    expect(found).toEqual(features.map((_, number) => (number < 20_000 ? number : -1)));
    expect(hasWord(table, 'word7')).toBe(true);
    expect(hasWord(table, 'word29999')).toBe(false);
    expect(hasWord(featureTable([]), 'word')).toBe(false);
    expect(new Set(features.map(({ place, check }) => featureKey(place, check))).size).toBe(said.length);
  });

  it('make vectors of length 1 that are like themselves, and not like texts with nothing in common', () => {
    const texts = ['renew the card', 'open on monday', 'renewal of cards'];
    const { vocabulary, vectors } = learnFeatures(texts);
    const vectorOf = (text: string) => vectorizer(vocabulary)(foldedWords(text));
    // What is learned of a text is what a message of the same words gets.
    expect(vectors).toEqual(texts.map(vectorOf));
    const index = indexRows(vectors, vocabulary.idf.length);
    const out = new Float32Array(3);
    lexicalSimilarities(index, vectorOf('renew the card'), out);
    expect(out[0]).toBeCloseTo(1, 5);
    expect(out[1]).toBe(0);
    expect(out[2]).toBeGreaterThan(0.05);
    lexicalSimilarities(index, vectorOf('xyzzy'), out);
    expect([...out]).toEqual([0, 0, 0]);
  });

  it.each([1, 700])('are compared alike by the loop for many messages, %i words long', (length) => {
    const random = seeded(length);
    const text = (words: number) =>
      Array.from({ length: words }, () => `${(Math.floor(random() * 400) + 7) ** 4}word`).join(' ');
    const texts = Array.from({ length: 40 }, () => text(20));
    const { vocabulary, vectors } = learnFeatures(texts);
    // The last two rows are no longer in the index: their features have no row.
    const index = indexRows(vectors.slice(0, 38), vocabulary.idf.length);
    const [plain, fast] = [new Float32Array(38), new Float32Array(38)];
    const compare = lexicalScannerOf(index, 38);
    for (const asked of [texts[0] ?? '', texts[39] ?? '', text(length), '']) {
      const vector = vectorizer(vocabulary)(foldedWords(asked));
      lexicalSimilarities(index, vector, plain);
      compare(vector, fast);
      for (let row = 0; row < 38; row++) expect(fast[row]).toBeCloseTo(plain[row] ?? 9, 4);
    }
    const { features } = vectorizer(vocabulary)(foldedWords(text(length)));
    expect(features.length > 1_024).toBe(length > 1);
  });

  it('leave out what many texts have, yet know its words', () => {
    const texts = Array.from({ length: 2_000 }, (_, i) => `the card${i}`);
    const { vocabulary } = learnFeatures(texts);
    expect(vocabulary.common).toEqual(['the']);
    const isKnown = wordTest(vocabulary);
    expect(['the', 'card7', 'card2000'].map(isKnown)).toEqual([true, true, false]);
    expect(vectorizer(vocabulary)(['the']).features).toHaveLength(0);
  });

  it('are read from the text as it stands unless it is prepared otherwise, lower case for the encoder', () => {
    expect(asItStands('My NMC3')).toEqual({ lexical: 'My NMC3', semantic: 'my nmc3' });
  });
});
