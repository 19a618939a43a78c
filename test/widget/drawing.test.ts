import * as fc from 'fast-check';
import { blocksOf, type StartedSentence, sentencesOfText } from '../../src/widget/blocks.js';
import { dateWords } from '../../src/widget/date-words.js';
import { Footnotes } from '../../src/widget/footnotes.js';
import { piecesOf } from '../../src/widget/links.js';
import { readReply } from '../../src/widget/read-reply.js';
import { cited, replyOf, verdictOf } from './fake-replies.js';

const sentence = (text: string, starts?: 'paragraph' | 'item'): StartedSentence => ({
  text,
  citations: [],
  ...(starts && { starts }),
});

describe('the layout of sentences', () => {
  it('goes on in the paragraph or item that was begun', () => {
    const laidOut = blocksOf([
      sentence('a'),
      sentence('b'),
      sentence('c', 'item'),
      sentence('d'),
      sentence('e', 'item'),
      sentence('f', 'paragraph'),
    ]);
    const texts = laidOut.map((b) =>
      b.kind === 'paragraph' ? b.sentences.map((s) => s.text) : b.items.map((item) => item.map((s) => s.text)),
    );
    expect(texts).toEqual([['a', 'b'], [['c', 'd'], ['e']], ['f']]);
  });

  it('keeps every sentence once and in order', () => {
    const starts = fc.constantFrom(undefined, 'paragraph' as const, 'item' as const);
    fc.assert(
      fc.property(fc.array(starts), (all) => {
        const given = all.map((start, i) => sentence(String(i), start));
        const laidOut = blocksOf(given).flatMap((b) => (b.kind === 'paragraph' ? b.sentences : b.items.flat()));
        expect(laidOut).toEqual(given);
      }),
    );
  });

  it('of plain text follows empty lines and dashes', () => {
    const starts = sentencesOfText('One\ntwo\n\nThree:\n- four\n• five').map((s) => [s.text, s.starts]);
    expect(starts).toEqual([
      ['One', 'paragraph'],
      ['two', undefined],
      ['Three:', 'paragraph'],
      ['four', 'item'],
      ['five', 'item'],
    ]);
  });
});

describe('footnotes', () => {
  it('give one number to each question of the document, in the order of use', () => {
    const first = cited('a', [14, 3, 'Renew?'], [2, 1, 'Included?']);
    const second = cited('b', [2, 5, 'Included?'], [2, 1, 'Included?'], [14, 1, 'Renew?']);
    const footnotes = new Footnotes([first, second]);
    expect(footnotes.list).toEqual([
      { number: 1, question: 14, title: 'Renew?', sentences: [1, 3] },
      { number: 2, question: 2, title: 'Included?', sentences: [1, 5] },
    ]);
    expect(footnotes.of(second)).toEqual([
      { number: 2, question: 2, sentences: [1, 5] },
      { number: 1, question: 14, sentences: [1] },
    ]);
  });

  it('keep the same question of two documents apart', () => {
    const other = { text: 'b', citations: [{ source: 'other', question: 2, sentence: 1, title: 'Elsewhere?' }] };
    expect(new Footnotes([cited('a', [2, 1, 'Here?']), other]).list.map((f) => f.title)).toEqual([
      'Here?',
      'Elsewhere?',
    ]);
  });
});

test.each([
  ['2026-03-04', '4 March 2026'],
  ['2026-03', 'March 2026'],
  ['2026', '2026'],
  ['2025-06-01/2025-08-31', 'between 1 June 2025 and 31 August 2025'],
  ['2027-01-02/2099-12-31', 'on or after 2 January 2027'],
  ['2026-03-04|2026-04-03', '4 March 2026 or 3 April 2026'],
  ['2026-13-01', '2026-13-01'],
  ['soon', 'soon'],
  ['a/b', 'a/b'],
])('the date %s is read as %s', (date, words) => {
  expect(dateWords(date)).toBe(words);
});

describe('addresses in a text', () => {
  it('can be opened, without the full stop behind them', () => {
    expect(piecesOf('See www.example.org/a-b. Or (https://example.org).').map((p) => p.href)).toEqual([
      null,
      'https://www.example.org/a-b',
      null,
      'https://example.org',
      null,
    ]);
  });

  it('are web addresses only, and no character is lost', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('javascript:alert(1)', 'data:text/html,x', 'http://a.b www.c'));
    fc.assert(
      fc.property(fc.array(text), (parts) => {
        const whole = parts.join(' ');
        const pieces = piecesOf(whole);
        expect(pieces.map((p) => p.text).join('')).toBe(whole);
        for (const { href } of pieces) if (href !== null) expect(href).toMatch(/^https?:\/\//i);
      }),
    );
  });
});

describe('a reply in an activity', () => {
  const good = replyOf({ sentences: [cited('a', [1, 1, 'What?'])], verdict: verdictOf({ missing: ['nmc'] }) });

  it('is taken where all that is drawn of it has the right form', () => {
    expect(readReply(good)).toBe(good);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'reply'],
    ['no sentences', { ...good, sentences: undefined }],
    ['a sentence without sources', { ...good, sentences: [{ text: 'a' }] }],
    ['a fact that is a number', { ...good, facts: { family: 3 } }],
    ['a verdict without an outcome', { ...good, verdict: { ...good.verdict, outcome: undefined } }],
    ['a device without a verdict', { ...good, devices: [{ facts: {} }] }],
  ])('is passed over where it is or has %s', (_, reply) => {
    expect(readReply(reply)).toBeNull();
  });
});
