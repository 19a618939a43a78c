import { day } from '../../src/domain/day.js';
import type { OtherSide } from '../../src/eval/comparison.js';
import type { Measured } from '../../src/eval/measure.js';
import { type Report, type ReportParts, reportOf } from '../../src/eval/report.js';
import { facts, label, measured, reply, verdict } from './labelled.js';

const SETTING = { file: 'f.jsonl', today: day('2026-11-22'), knowledgeVersion: 'k1', mode: 'full' } as const;
const ENTRIES = ['activate', 'renew', 'learn-more'];
const report = (all: readonly Measured[], more: Partial<ReportParts> = {}): Report =>
  reportOf({ setting: SETTING, measured: all, badLines: [], entries: ENTRIES, ...more });

const renew = label('faq', { id: 'm1', ids: ['renew'] });
const device = label('entitlement', { id: 'm6', facts: { nmc: 'NMC3', plan: 'none' }, outcome: 'expired' });
const MESSAGES: readonly Measured[] = [
  measured(renew, reply('faq', { ids: ['renew'], confidence: 0.99 })),
  measured(label('faq', { id: 'm2', ids: ['renew', 'activate'] }), reply('clarify', { ids: ['activate'] })),
  measured(label('faq', { id: 'm3', ids: ['activate'] }), reply('out-of-scope')),
  measured(label('faq', { id: 'm4', ids: ['activate'] }), reply('faq', { ids: ['renew'] })),
  measured(label('out-of-scope', { id: 'm5', near: true }), reply('faq', { ids: ['renew'] })),
  measured(
    device,
    reply('entitlement', { facts: facts({ family: 'A', nmc: 'NMC3' }), verdict: verdict('undetermined', 'no') }),
  ),
  measured(
    label('entitlement', { id: 'm7', facts: { nmc: 'NMC3' } }),
    reply('entitlement', { facts: facts({ family: 'A', nmc: 'NMC2' }), verdict: verdict('included', 'yes') }),
  ),
  measured(label('out-of-scope', { id: 'm8' }), reply('human')),
];

describe('the figures', () => {
  const { figures } = report(MESSAGES);
  test.each([
    ['accuracy', 4.5, 8],
    ['answeredRightly', 1, 4],
    ['offered', 1, 4],
    ['refused', 1, 4],
    ['wrongAnswers', 2, 8],
    ['outOfScopeAnswered', 1, 2],
    ['factRecall', 1, 3],
    ['factPrecision', 1, 4],
    ['outcomesRight', 0, 1],
    ['outcomesClaimed', 1, 1],
    ['wronglyCovered', 1, 8],
  ] as const)('have %s of %d of %d', (name, count, of) => {
    expect(figures[name]).toMatchObject({ count, of });
  });
});

describe('the tables', () => {
  const { byKind, byEntry } = report(MESSAGES);
  const rows = (tallies: Report['byKind']) =>
    tallies.map(({ name, n, counts: c }) => [name, n, c.right, c.offered, c.refused, c.wrong, c['other-kind']]);

  test('tell near from far, and leave out kinds without a message', () => {
    expect(rows(byKind)).toEqual([
      ['faq', 4, 1, 1, 1, 1, 0],
      ['entitlement', 2, 2, 0, 0, 0, 0],
      ['out-of-scope, near', 1, 0, 0, 0, 1, 0],
      ['out-of-scope, far', 1, 1, 0, 0, 0, 0],
    ]);
  });

  test('go by the entry that answers best, in the order of the entries', () => {
    expect(rows(byEntry)).toEqual([
      ['activate', 2, 0, 0, 1, 1, 0],
      ['renew', 2, 1, 1, 0, 0, 0],
    ]);
  });
});

test('every miss is told, in each respect in which it misses', () => {
  expect(report(MESSAGES).misses.map((m) => [m.id, m.kind, m.wanted, m.came])).toEqual([
    ['m2', 'reply', 'faq: renew, activate', 'clarify: activate'],
    ['m3', 'reply', 'faq: activate', 'out-of-scope'],
    ['m4', 'reply', 'faq: activate', 'faq: renew'],
    ['m5', 'reply', 'out-of-scope, near', 'faq: renew'],
    ['m6', 'facts', 'family not stated, plan none', 'family A, plan not stated'],
    ['m6', 'outcome', 'expired', 'undetermined'],
    ['m7', 'facts', 'family not stated, nmc NMC3', 'family A, nmc NMC2'],
    ['m7', 'wrongly-covered', 'outcome left open', 'included, told as covered'],
  ]);
});

test('offers claim nothing, so confidence is not measured on them', () => {
  const { reliability, riskCoverage } = report(MESSAGES);
  expect(reliability.bins.reduce((sum, b) => sum + b.n, 0)).toBe(7);
  expect(riskCoverage.at(-1)).toEqual({ threshold: 0.9, coverage: 7 / 8, risk: 3 / 7 });
});

test('a promise is set beside the wrong answers of all messages', () => {
  expect(report(MESSAGES).promise).toBeUndefined();
  const { promise } = report(MESSAGES, { promise: { rate: 0.02, threshold: 0.8 } });
  expect(promise).toMatchObject({ promised: { rate: 0.02 }, measured: { count: 2, of: 8 }, state: 'not kept' });
});

describe('against another knowledge base', () => {
  const against = (there: readonly Measured[]): OtherSide => ({
    folder: 'old',
    knowledgeVersion: 'k0',
    mode: 'full',
    measured: there,
  });

  test('what was won, what was lost and what changed otherwise is told apart', () => {
    const there = [...MESSAGES];
    there[0] = measured(renew, reply('out-of-scope'));
    there[3] = measured(label('faq', { id: 'm4', ids: ['activate'] }), reply('faq', { ids: ['activate'] }));
    there[4] = measured(label('out-of-scope', { id: 'm5', near: true }), reply('clarify', { ids: ['renew'] }));
    const { against: compared } = report(MESSAGES, { against: against(there) });
    expect(compared).toMatchObject({ folder: 'old', won: 1, lost: 1, pValue: 1 });
    expect(compared?.figures.wrongAnswers.count).toBe(0);
    expect(compared?.changes.map((c) => [c.change, c.id, c.wanted, c.here, c.there])).toEqual([
      ['won', 'm1', 'faq: renew', 'right (faq: renew)', 'refused (out-of-scope)'],
      ['lost', 'm4', 'faq: activate', 'wrong (faq: renew)', 'right (faq: activate)'],
      ['otherwise', 'm5', 'out-of-scope, near', 'wrong (faq: renew)', 'offered (clarify: renew)'],
    ]);
  });

  test('an outcome that changed counts, though the kind of reply is the same', () => {
    const told = (outcome: string) =>
      measured(
        device,
        reply('entitlement', { facts: facts({ nmc: 'NMC3', plan: 'none' }), verdict: verdict(outcome, 'no') }),
      );
    const { against: compared } = report([told('expired')], { against: against([told('undetermined')]) });
    expect(compared?.changes.map((c) => [c.change, c.wanted, c.there])).toEqual([
      ['won', 'expired', 'outcome (undetermined)'],
    ]);
  });

  test('nothing has changed where both are the same', () => {
    expect(report(MESSAGES, { against: against(MESSAGES) }).against).toMatchObject({
      won: 0,
      lost: 0,
      pValue: 1,
      changes: [],
    });
  });
});
