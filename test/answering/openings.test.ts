import fc from 'fast-check';
import { createOpener } from '../../src/answering/opener.js';
import { openingsFromBytes, openingsToBytes } from '../../src/answering/opening-file.js';
import { type OpeningExample, type Says, trainOpenings } from '../../src/answering/opening-model.js';

const PEOPLE = ['children', 'students', 'seniors', 'visitors', 'members', 'teachers', 'guests', 'neighbours'];
const of = (sentence: number, says: Says, texts: readonly string[]): readonly OpeningExample[] =>
  texts.map((text) => ({ entry: 'loans', sentence, says, text }));
const examples = [
  ...of(
    0,
    'open',
    PEOPLE.map((p) => `how long may ${p} keep a book`),
  ),
  ...of(
    1,
    'yes',
    PEOPLE.map((p) => `must ${p} pay a fine when late`),
  ),
  ...of(
    1,
    'no',
    PEOPLE.map((p) => `is lateness free of charge for ${p}`),
  ),
  ...of(
    2,
    'open',
    PEOPLE.map((p) => `where do ${p} return a book`),
  ),
];
const rates = { wrongSentence: 0.1, wrongSays: 0.1 };
const model = trainOpenings(examples, rates);
const open = createOpener(model);

describe('the sentence that opens an answer', () => {
  test.each([
    ['how long can I keep a novel', 0],
    ['where can I return it', 2],
    ['must I pay a fine', 1],
  ])('to %p is number %i', (text, sentence) => {
    expect(open('loans', text).sentence).toBe(sentence);
  });

  test.each([
    ['must parents pay a fine when late', 'yes'],
    ['is lateness free of charge for parents', 'no'],
    ['how long may parents keep a book', 'open'],
  ])('says to %p: %s', (text, says) => {
    expect(open('loans', text).says).toBe(says);
  });

  test('is none where nothing that was learned is like the text, or the entry is unknown', () => {
    expect(open('loans', 'zzz qqq')).toEqual({ sentence: null, says: 'open' });
    expect(open('parking', 'must I pay')).toEqual({ sentence: null, says: 'open' });
    expect(open('loans', '')).toEqual({ sentence: null, says: 'open' });
  });

  test('does not depend on the order of the examples, and comes back from a file as it was', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...examples], { minLength: examples.length }), (shuffled) => {
        const bytes = openingsToBytes(trainOpenings(shuffled, rates));
        expect(Buffer.compare(bytes, openingsToBytes(model))).toBe(0);
        const read = openingsFromBytes(bytes);
        expect(read.ok && createOpener(read.value)('loans', 'where do I return it')).toEqual(
          open('loans', 'where do I return it'),
        );
      }),
      { numRuns: 5 },
    );
  });

  test('a damaged file is refused with what to do', () => {
    const bytes = openingsToBytes(model);
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
    const read = openingsFromBytes(bytes);
    expect(!read.ok && read.problems[0]?.message).toMatch(/damaged.*run the build again/);
  });
});
