import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { cardSchema } from '../../src/knowledge/card-schema.js';

interface Editable {
  parts: { pattern: string; source: string }[];
  hardware: { patterns: string[] };
  wording: { nothing: string; contradiction: string };
}

const text = readFileSync(join(__dirname, '..', '..', 'knowledge', 'nmc-cards.yaml'), 'utf8');

/** What the schema says to the file after this edit: each problem as `path: message`. */
function problemsAfter(edit: (cards: Editable) => unknown): readonly string[] {
  const cards = parse(text) as Editable;
  edit(cards);
  const result = cardSchema.safeParse(cards);
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const withPattern = (pattern: string) => (cards: Editable) => {
  const first = cards.parts[0];
  if (first) first.pattern = pattern;
};

describe('the file of card evidence', () => {
  test('has no problem', () => {
    expect(problemsAfter(() => {})).toEqual([]);
  });

  test('names a pattern that is no regular expression', () => {
    expect(problemsAfter(withPattern('AP96(1'))).toEqual([
      expect.stringMatching(/^parts\.0\.pattern: pattern AP96\(1 is no regular expression: /),
    ]);
  });

  test.each(['AP\\d+', 'AP.*9', 'AP\\d{2,}'])('refuses %s, which could take long on a long text', (pattern) => {
    expect(problemsAfter(withPattern(pattern))).toEqual([
      `parts.0.pattern: pattern ${pattern} repeats without a bound; write {0,40} or the like in place of * and +`,
    ]);
  });

  test.each(['AP\\+9', 'AP[+*]9'])('takes %s: the sign is meant as such', (pattern) => {
    expect(problemsAfter(withPattern(pattern))).toEqual([]);
  });

  test('refuses a pattern that is found everywhere', () => {
    expect(problemsAfter(withPattern('x?'))).toEqual(['parts.0.pattern: pattern x? matches the empty text']);
  });

  test('names the group that a pattern lacks', () => {
    expect(problemsAfter(({ hardware }) => hardware.patterns.splice(0, 1, 'hw05'))).toEqual([
      'hardware.patterns.0: pattern hw05 lacks the group (?<code>…)',
    ]);
  });

  test('names a source that is not among the sources', () => {
    const edit = (cards: Editable) => {
      const first = cards.parts[0];
      if (first) first.source = 'hearsay';
    };
    expect(problemsAfter(edit)).toEqual(["parts.0.source: source 'hearsay' is not among the keys of sources"]);
  });

  test('names the slot that a sentence lacks', () => {
    expect(problemsAfter(({ wording }) => Object.assign(wording, { contradiction: 'Two cards.' }))).toEqual([
      'wording.contradiction: the template needs {pieces}',
    ]);
  });
});
