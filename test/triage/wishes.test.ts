import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { embeddedQuestion } from '../../src/triage/embedded-question.js';
import { asksOfIt, isShell, isTag } from '../../src/triage/question-shapes.js';
import { relays, wants } from '../../src/triage/wishes.js';

type Group =
  | 'wants'
  | 'nothing'
  | 'relays'
  | 'notRelays'
  | 'shells'
  | 'notShells'
  | 'tags'
  | 'notTags'
  | 'ofIt'
  | 'notOfIt';
type Cases = Readonly<Record<Group, readonly string[]>> & {
  readonly carried: readonly (readonly [string, string | null])[];
};
const cases: Cases = parse(readFileSync(join(__dirname, '../cases/wishes.yaml'), 'utf8'));

describe('a sentence of a ticket', () => {
  it.each(cases.wants)('wants something: %s', (said) => expect(wants(said)).toBe(true));
  it.each(cases.nothing)('wants nothing: %s', (said) => expect(wants(said)).toBe(false));
  it.each(cases.relays)('only tells what a third person wants: %s', (said) => expect(relays(said)).toBe(true));
  it.each(cases.notRelays)('asks, or wants something itself: %s', (said) => expect(relays(said)).toBe(false));
  it.each(cases.shells)('only has what was said before answered: %s', (said) => expect(isShell(said)).toBe(true));
  it.each(cases.notShells)('asks in words of its own: %s', (said) => expect(isShell(said)).toBe(false));
  it.each(cases.tags)('asks whether that is so: %s', (said) => expect(isTag(said)).toBe(true));
  it.each(cases.notTags)('asks more than whether that is so: %s', (said) => expect(isTag(said)).toBe(false));
  it.each(cases.ofIt)('asks a yes or no of what was described: %s', (said) => expect(asksOfIt(said)).toBe(true));
  it.each(cases.notOfIt)('asks something else than of what was described: %s', (said) =>
    expect(asksOfIt(said)).toBe(false),
  );
  it.each(cases.carried)('%s carries %j', (said, question) => expect(embeddedQuestion(said)).toBe(question));
});
