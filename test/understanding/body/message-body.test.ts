import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { messageBody } from '../../../src/understanding/body/message-body.js';

interface Group {
  readonly it: string;
  readonly cases: readonly { readonly text: string; readonly body?: string }[];
}

const groups: readonly Group[] = parse(readFileSync(join(__dirname, '../../cases/message-body.yaml'), 'utf8'));
const texts = groups.flatMap((g) => g.cases.map((c) => c.text));

describe('the part of a message that asks', () => {
  test.each(groups.map((g) => [g.it, g.cases] as const))('%s', (_name, cases) => {
    expect(cases.map((c) => [c.text, messageBody(c.text)])).toEqual(cases.map((c) => [c.text, c.body ?? c.text]));
  });

  const hasWords = (text: string) => /[\p{L}\p{N}]/u.test(text);

  function expectSound(text: string) {
    const body = messageBody(text);
    expect(body.length).toBeLessThanOrEqual(text.length);
    expect(messageBody(body)).toBe(body);
    expect(hasWords(body)).toBe(hasWords(text));
  }

  test('of any text is never longer, never lost, and read twice the same', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), expectSound));
  });

  test('of any pieces of mail in any order is so too', () => {
    const pieces = texts.flatMap((t) => t.split(/(?<=[\n.?!,])/));
    const piece = fc.oneof(fc.constantFrom(...pieces), fc.constantFrom('\n', '> ', '--', '\n\n', '?', ' '));
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((p) => p.join('')),
        expectSound,
      ),
      { numRuns: 2000 },
    );
  });

  test('is the question, whatever greeting, thanks and signature stand round it', () => {
    const before = fc.constantFrom('', 'Hi team,\n\n', 'hello, ', '@sns ', 'Thanks! ', 'Good day, quick question: ');
    const question = fc.constantFrom(
      'is our Galaxy VS with NMC3 from May 2026 covered?',
      'how do I renew it',
      'We have no plan. Can we update by ourselves, or must we wait?',
      '1. what is it\n2. who does it',
    );
    const after = fc.constantFrom(
      '',
      '\nThanks\n',
      ' 😀',
      '\n\nBest regards,\nJane Doe\n+49 30 000000',
      '\n\nSent from my iPhone',
      '\n\nOn Mon, 2 Nov 2026, A <a@example.com> wrote:\n> NMC2, no plan',
    );
    fc.assert(
      fc.property(before, question, after, (b, q, a) => {
        expect(messageBody(b + q + a)).toBe(q);
      }),
    );
  });

  test('is sound of long texts made to mislead, too', () => {
    const pieces = [
      'hi ',
      '>\n',
      'On 1 wrote:\n',
      'From: a\nDate: b\n',
      'thanks, ',
      ' ',
      '\n',
      'P.S. ',
      '@a ',
      '😀',
      'a|',
    ];
    for (const piece of pieces) expectSound(piece.repeat(Math.floor(8000 / piece.length)));
  });
});
