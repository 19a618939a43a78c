import type { Check } from '../../src/entitlement/verify/check.js';
import { completionsAgree } from '../../src/entitlement/verify/completions-check.js';
import { datesAreTheirDays } from '../../src/entitlement/verify/day-by-day.js';
import { type DecidedSpace, decideSpace, everyParts, openAt } from '../../src/entitlement/verify/decided-space.js';
import { factsAreTheirParts } from '../../src/entitlement/verify/facts-check.js';
import { learningOverturnsNothing } from '../../src/entitlement/verify/learning-check.js';
import { everyOutcomeSays } from '../../src/entitlement/verify/says-check.js';
import { spaceOf } from '../../src/entitlement/verify/space.js';
import { checkRows, verifyRules } from '../../src/entitlement/verify/verify-rules.js';
import { orderIsOfNoAccount } from '../../src/interview/verify/order-check.js';
import { onlyWhatMattersIsAsked } from '../../src/interview/verify/questions-check.js';
import type { Row } from '../../src/knowledge/rules.js';
import { projectKnowledge } from '../support/knowledge.js';

const knowledge = projectKnowledge();
const { rules } = knowledge;
const space = spaceOf(knowledge);
const decided = decideSpace(space, rules);

/** The same, as an engine would decide that is wrong about whatever `isWrong` holds of: it gives `instead`. */
function withMistake(isWrong: (open: ReturnType<typeof openAt>) => boolean, instead: number): DecidedSpace {
  const table = Uint16Array.from(decided.table);
  [...everyParts(space.parts)].forEach((n, place) => {
    if (isWrong(openAt(space.parts, n))) table[place] = instead;
  });
  return { ...decided, table };
}
const numberOf = (outcome: string) => decided.decided.findIndex((d) => d.outcome === outcome);
const against = (checks: readonly Check[], id: string) => checks.find((check) => check.id === id)?.against;
const row = (id: string) => rules.rows.find((r) => r.id === id) as Row;
const rulesWith = (id: string, change: Partial<Row>) => ({
  ...rules,
  rows: rules.rows.map((r) => (r.id === id ? { ...r, ...change } : r)),
});

describe('the verifier', () => {
  test('names the row that hides another, with the device of which the fewest facts show it', () => {
    const checks = checkRows(space, rulesWith('other-card', { when: [{ feature: 'nmc', is: ['NMC2'] }] }));
    expect(against(checks, 'no-hidden-row')).toEqual({
      says: 'Row other-card decides nothing: wherever it holds a row above it decides, here nmc2.',
      devices: [{ asOf: '2026-11-22', facts: { nmc: 'NMC2' } }],
      rows: ['nmc2', 'other-card'],
    });
  });

  test('names a row without which all would come out the same', () => {
    const checks = checkRows(space, rulesWith('covered-by-visit', { outcome: 'expired', covered: 'no' }));
    expect(against(checks, 'no-hidden-row')).toMatchObject({
      says: 'Row covered-by-visit changes nothing: without it expired, below it, gives the same.',
      devices: [{ facts: { plan: 'stand-alone-visit' } }],
      rows: ['covered-by-visit', 'expired'],
    });
  });

  test('names a value that a row above has taken already', () => {
    const wider = rulesWith('other-card', { when: [{ feature: 'nmc', is: ['NMC1', 'NMC2', 'none'] }] });
    expect(against(checkRows(space, wider), 'no-hidden-value')).toMatchObject({
      says: 'nmc NMC2 in row other-card decides nothing: wherever it holds a row above it decides, here nmc2.',
      rows: ['nmc2', 'other-card'],
    });
  });

  test('shows the device of which no row holds, and tries no more', () => {
    const { checks, decided: none } = verifyRules(
      space,
      rulesWith('expired', { when: [{ feature: 'cover', is: ['ended'] }] }),
    );
    expect(none).toBeNull();
    expect(checks.map((check) => check.id)).toEqual(['one-row']);
    expect(checks[0]?.against?.devices).toHaveLength(1);
  });

  test('finds a ground of exclusion that stands below a row which may take its devices', () => {
    const rows = [...rules.rows.filter((r) => r.id !== 'nmc2'), row('nmc2')];
    const moved = { ...rules, rows: [...rows.filter((r) => r.id !== 'expired'), row('expired')] };
    expect(against(checkRows(space, moved), 'grounds-first')?.rows).toEqual(['not-started', 'nmc2']);
  });

  test('finds an outcome without a source', () => {
    const silent = rulesWith('one-phase', { says: { text: 'It is single-phase.', citations: [] } });
    expect(everyOutcomeSays(silent, decideSpace(space, silent)).against).toEqual({
      says: 'Row one-phase names no source for its text.',
      devices: [{ asOf: '2026-11-22', facts: { family: 'Smart-UPS' } }],
      rows: ['one-phase'],
    });
  });

  test('finds facts that are decided otherwise than what they leave open', () => {
    const wrong = withMistake((open) => open.plan.length === 1 && open.plan[0] === 'visit', numberOf('one-phase'));
    expect(factsAreTheirParts(wrong).against?.devices[0]?.facts.plan).toBe('stand-alone-visit');
  });

  test('finds a verdict that the rows do not lead to, and shows it where the least is known', () => {
    const wrong = withMistake((open) => open.nmc.length === 1 && open.nmc[0] === 'none', numberOf('included'));
    expect(against(completionsAgree(wrong), 'one-verdict')).toMatchObject({
      devices: [{ asOf: '2026-11-22', facts: { nmc: 'none' } }],
      rows: ['included', 'other-card'],
    });
  });

  test('finds a definite outcome that learning a fact overturns, and shows before and after', () => {
    const wrong = withMistake((open) => open.year.length === 3, numberOf('expired'));
    const { against: found } = learningOverturnsNothing(wrong);
    expect(found).toMatchObject({
      says: 'To learn commissioned turns expired, covered: no into undetermined, covered: unknown.',
      devices: [{ facts: {} }, { facts: { commissioned: 'not-yet' } }],
      rows: ['expired'],
    });
  });

  test('finds a date whose days lie otherwise than is said', () => {
    const [first, ...rest] = space.days;
    if (!first) throw new Error('there must be a day');
    const years = first.years.with(2, first.years[1] ?? 0);
    const { against: found } = datesAreTheirDays({ ...space, days: [{ ...first, years }, ...rest] }, () => false);
    expect(found?.devices).toEqual([{ asOf: '2026-11-22', facts: { commissioned: '2025-11-22' } }]);
  });

  test('finds a question that is asked although all is decided, and an end without an outcome', () => {
    const decidedBefore = { ...decided.decided[decided.table[0] ?? 0], row: row('expired'), outcome: 'expired' };
    const asks = { ...decided, decided: decided.decided.with(decided.table[0] ?? 0, decidedBefore as never) };
    expect(onlyWhatMattersIsAsked(asks).against?.says).toContain('is asked though expired is decided');
    const missesNothing = { ...decided.decided[decided.table[0] ?? 0], missing: [] };
    const ends = { ...decided, decided: decided.decided.with(decided.table[0] ?? 0, missesNothing as never) };
    expect(onlyWhatMattersIsAsked(ends).against).toMatchObject({
      says: 'In an interview nothing is left to ask, and nothing is decided.',
      devices: [{ facts: {} }],
    });
  });

  test('tries every order of every set of facts', () => {
    const { cases, against: found } = orderIsOfNoAccount(decided);
    expect(found).toBeNull();
    // Six facts have 1,957 orders of their sets.
    expect(cases).toBeGreaterThan(1957);
  });
});
