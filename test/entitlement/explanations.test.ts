import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { day } from '../../src/domain/day.js';
import { type FactName, type Facts, parseFacts } from '../../src/domain/facts.js';
import { decide } from '../../src/entitlement/decide.js';
import { explainVerdict } from '../../src/rendering/explain-verdict.js';
import { separationSentence } from '../../src/rendering/separation-words.js';
import { projectKnowledge } from '../support/knowledge.js';

interface Case {
  readonly it: string;
  readonly asOf: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly says?: readonly string[];
  readonly never?: readonly string[];
  readonly changes?: readonly string[];
  readonly questions?: readonly string[];
  readonly asks?: Readonly<Partial<Record<FactName, string>>>;
  readonly upcoming?: readonly string[];
}

const cases: readonly Case[] = parse(readFileSync(join(__dirname, '../cases/explanations.yaml'), 'utf8'));
const { rules, plans } = projectKnowledge();

function explained(c: Case) {
  const facts = parseFacts(
    c.facts,
    plans.map((p) => p.id),
  );
  if (!facts.ok) throw new Error(facts.problems.map((p) => p.message).join());
  const verdict = decide(facts.value, day(c.asOf), rules);
  return { facts: facts.value as Facts, verdict, sentences: explainVerdict(facts.value, verdict) };
}

describe('the explanation of a verdict', () => {
  test.each(cases.map((c) => [c.it, c] as const))('%s', (_name, c) => {
    const { verdict, sentences } = explained(c);
    const texts = sentences.map((s) => s.text);
    expect(texts).toEqual(expect.arrayContaining([...(c.says ?? [])]));
    for (const piece of c.never ?? []) expect(texts.filter((t) => t.includes(piece))).toEqual([]);
    const changes = verdict.whatWouldChange.map(
      ({ by, change, outcome }) =>
        `${by} ${Object.entries(change)
          .map((pair) => pair.join('='))
          .join(' ')} -> ${outcome}`,
    );
    if (c.changes) expect(changes).toEqual(c.changes);
    if (c.questions) expect(verdict.questions.map((q) => q.fact)).toEqual(c.questions);
    if (c.upcoming) expect(verdict.upcoming.map(({ event, on }) => `${event} ${on}`)).toEqual(c.upcoming);
    for (const [fact, sentence] of Object.entries(c.asks ?? {}))
      expect(separationSentence(fact as FactName, verdict)?.text).toBe(sentence);
  });

  test('has a source for whatever a row of the rules says, leaves no placeholder open, and names day and version', () => {
    for (const c of cases) {
      const { verdict, sentences } = explained(c);
      expect(sentences.filter((s) => /[{}]|undefined|null/.test(s.text))).toEqual([]);
      const how = sentences.filter((s) => s.text.startsWith('It ') || s.text.startsWith('The '));
      expect(how.filter((s) => s.citations.length === 0 && !/open until|gap/.test(s.text))).toEqual([]);
      expect(sentences.at(-1)?.text).toContain(verdict.knowledgeVersion);
      expect(verdict.asOf).toBe(c.asOf);
    }
  });

  test('names the facts that each row looked at, as they were stated', () => {
    const [first] = cases;
    if (!first) throw new Error('no case');
    const looked = explained(first).verdict.trace.flatMap((step) => step.looked.flatMap((l) => l.facts));
    const stated = Object.entries(first.facts).map(([fact, value]) => ({ fact, value }));
    expect(looked).toEqual(expect.arrayContaining(stated));
    expect(looked).toContainEqual({ fact: 'contractStart', value: null });
  });
});
