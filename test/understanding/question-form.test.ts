import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { positively, questionForm } from '../../src/understanding/question-form.js';

interface Case {
  readonly says: string;
  readonly form: 'open' | 'yes-no';
  readonly denies?: boolean;
}
const cases: readonly Case[] = parse(readFileSync(join(__dirname, '../cases/question-form.yaml'), 'utf8'));

describe('the form of a question', () => {
  test.each(cases.map((c) => [c.says, c] as const))('%p', (says, { form, denies = false }) => {
    expect(questionForm(says)).toEqual(form === 'open' ? { kind: 'open' } : { kind: 'yes-no', negated: denies });
  });

  test('is told of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(['open', 'yes-no']).toContain(questionForm(text).kind);
      }),
    );
  });
});

test.each([
  ["so we don't have to register", 'so we have to register'],
  ['there is no licence to buy', 'there is licence to buy'],
  ['is a visit the only way', 'is a visit the only way'],
])('%p, put positively, is %p', (text, positive) => {
  expect(positively(text)).toBe(positive);
});
