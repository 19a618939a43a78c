import fc from 'fast-check';
import { piecesOf } from '../../src/understanding/questions.js';

const pieces = (text: string) => piecesOf(text).map((p) => `${p.form}: ${p.text}`);

describe('a message taken apart', () => {
  test.each([
    ['how is it done and who does it', ['question: how is it done', 'question: who does it']],
    ['It is a VS, and how do I renew?', ['statement: It is a VS', 'question: how do I renew?']],
    ['Is it in? Also, is there a fee.', ['question: Is it in?', 'question: is there a fee.']],
    ['renewal of it and who does it', ['phrase: renewal of it', 'question: who does it']],
    ['what is it, how do I get it', ['question: what is it', 'question: how do I get it']],
    ['tell me how it works and whether it is free', ['question: tell me how it works', 'question: whether it is free']],
    ['1. activation\n2. who pays', ['item: activation', 'question: who pays']],
    ['Asks: a) price b) is it safe', ['statement: Asks:', 'item: price', 'question: is it safe']],
    ['First: is it in? Second: who does it?', ['question: is it in?', 'question: who does it?']],
    ['- one\n- two\nIs it?', ['item: one', 'item: two', 'question: Is it?']],
  ])('%j', (text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  test.each([
    'When the year is over, how do we renew?',
    'our UPS, which is new, is it covered?',
    'Our UPS has a card and is in its first year.',
    'What happens at the start and when the year is over?',
    'must I wait, or can I do it?',
    'we need it, do we?',
  ])('%j stays whole', (text) => {
    expect(piecesOf(text).map((p) => text.slice(p.start, p.end).trim())).toEqual([text]);
  });

  test('has its pieces in order, apart from each other and out of the text', () => {
    const part = fc.constantFrom(
      ' and ',
      ', ',
      '? ',
      '. ',
      '\n',
      '- ',
      '1. ',
      '2) ',
      'also ',
      'how ',
      'is it ',
      'VS ',
      '😀',
    );
    const text = fc.oneof(
      fc.array(part, { maxLength: 30 }).map((p) => p.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (said) => {
        let end = 0;
        for (const piece of piecesOf(said)) {
          expect(piece.start).toBeGreaterThanOrEqual(end);
          expect(said.slice(piece.start, piece.end)).toContain(piece.text);
          end = piece.end;
        }
        expect(end).toBeLessThanOrEqual(said.length);
      }),
    );
  });
});
