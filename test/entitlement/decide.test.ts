import { day } from '../../src/domain/day.js';
import { parseFacts } from '../../src/domain/facts.js';
import { decide } from '../../src/entitlement/decide.js';
import { projectKnowledge } from '../support/knowledge.js';
import { CASES, type Case } from './cases.js';

describe('a device', () => {
  const { rules, plans } = projectKnowledge();
  const verdictOf = (c: Case) => {
    const facts = parseFacts(
      c.facts,
      plans.map((p) => p.id),
    );
    if (!facts.ok) throw new Error(facts.problems.map((p) => p.message).join());
    return decide(facts.value, day(c.asOf), rules);
  };

  test.each(CASES.map((c) => [c.it, c] as const))('%s', (_name, c) => {
    const v = verdictOf(c);
    const { expect: e } = c;
    expect(v.outcome).toBe(e.outcome);
    if (e.covered !== undefined) expect(v.covered).toBe(e.covered);
    if (e.until !== undefined) expect(v.coveredUntil).toBe(e.until);
    if (e.missing !== undefined) expect(v.missing).toEqual(e.missing);
    if (e.gap !== undefined) expect(v.gap && [v.gap.from, v.gap.to]).toEqual(e.gap);
    if (e.grounds !== undefined) expect(v.grounds).toEqual(e.grounds);
    if (e.contradictions !== undefined) expect(v.contradictions.map((x) => x.code)).toEqual(e.contradictions);
    const beginnings = (texts: readonly { readonly text: string }[], wanted: readonly string[]) =>
      expect(texts.map((t, i) => t.text.slice(0, wanted[i]?.length ?? 60))).toEqual(wanted);
    if (e.assumes !== undefined) beginnings(v.assumptions, e.assumes);
    if (e.notes !== undefined) beginnings(v.notes, e.notes);
  });

  test('gets a verdict that cites the source, says what can be done, and lists the rows that were tried', () => {
    for (const c of CASES) {
      const v = verdictOf(c);
      expect(v.trace.length).toBeGreaterThan(0);
      expect(v.citations.length).toBeGreaterThan(0);
      if (v.outcome !== 'undetermined') {
        expect(v.actions.length).toBeGreaterThan(0);
        expect(v.trace.at(-1)?.holds).toBe('yes');
        expect(v.actions.every((a) => a.citations.length > 0)).toBe(true);
      }
    }
  });
});

describe('facts from outside', () => {
  test('that are wrong are all named, and none is taken', () => {
    const result = parseFacts({ nmc: 'NMC7', commissioned: '2025-02-31', plan: 'gold', colour: 'red' }, ['none']);
    expect(result.ok ? [] : result.problems.map((p) => p.code)).toEqual([
      'bad-nmc',
      'bad-commissioned',
      'bad-plan',
      'bad-colour',
    ]);
  });
});
