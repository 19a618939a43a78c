import { asItStands, countFeatures, learnFeatures, numberFeatures, vectorOf } from '../../src/answering/features.js';
import { indexRows, lexicalSimilarities } from '../../src/answering/lexical-index.js';
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

describe('features', () => {
  it('are words, pairs with the ends of the text, and characters within words', () => {
    expect([...countFeatures('to to')]).toEqual([
      ['w:to', 2],
      ['p:^ to', 1],
      ['c:_to', 2],
      ['c:to_', 2],
      ['c:_to_', 2],
      ['p:to to', 1],
      ['p:to $', 1],
    ]);
    expect([...countFeatures('?')]).toEqual([]);
  });

  it('make vectors of length 1 that are like themselves, and not like texts with nothing in common', () => {
    const texts = ['renew the card', 'open on monday', 'renewal of cards'];
    const { vocabulary, vectors } = learnFeatures(texts);
    const numbers = numberFeatures(vocabulary);
    // What is learned of a text is what a message of the same words gets.
    expect(vectors).toEqual(texts.map((text) => vectorOf(countFeatures(text), numbers, vocabulary)));
    const index = indexRows(vectors, vocabulary.features.length);
    const out = new Float32Array(3);
    lexicalSimilarities(index, vectorOf(countFeatures('renew the card'), numbers, vocabulary), out);
    expect(out[0]).toBeCloseTo(1, 5);
    expect(out[1]).toBe(0);
    expect(out[2]).toBeGreaterThan(0.05);
    lexicalSimilarities(index, vectorOf(countFeatures('xyzzy'), numbers, vocabulary), out);
    expect([...out]).toEqual([0, 0, 0]);
  });

  it('are read from the text as it stands unless it is prepared otherwise, lower case for the encoder', () => {
    expect(asItStands('My NMC3')).toEqual({ lexical: 'My NMC3', semantic: 'my nmc3' });
  });
});
