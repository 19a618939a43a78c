import fc from 'fast-check';
import { type Day, day, plusDays } from '../../src/domain/day.js';
import { type Facts, NMC_VALUES } from '../../src/domain/facts.js';
import { exactDay, type PartialDate } from '../../src/domain/partial-date.js';
import type { Covered } from '../../src/domain/verdict.js';
import { withChange } from '../../src/entitlement/changes.js';
import { decide } from '../../src/entitlement/decide.js';
import { decideOutcome } from '../../src/entitlement/outcomes.js';
import { projectKnowledge } from '../support/knowledge.js';

const { rules } = projectKnowledge();
const PLANS = [...rules.plans.keys()];
const TODAYS = ['2026-11-22', '2024-02-29', '2025-02-28', '2027-01-01'].map(day);

/** Days around the day asked about and around the one a year before it, and dates that hold such days. */
const dateNear = (on: Day) => {
  const near = fc
    .tuple(fc.constantFrom(0, -365, 365), fc.integer({ min: -40, max: 40 }))
    .map(([years, days]) => plusDays(on, years + days));
  return fc.oneof(
    near,
    near,
    near.map((d) => d.slice(0, 7)),
    fc.tuple(near, near).map((ds) => [...ds].sort().join('/')),
    fc.tuple(near, near).map((ds) => ds.join('|')),
  );
};
const given = fc.constantFrom(...TODAYS).chain((on) =>
  fc.record({
    on: fc.constant(on),
    facts: fc.record(
      {
        family: fc.constantFrom('Galaxy VS', 'Galaxy VS', 'Rack ATS', 'Back-UPS', 'Symmetra MW', 'Galaxy'),
        nmc: fc.constantFrom('NMC3', 'NMC4', ...NMC_VALUES),
        commissioned: fc.oneof(fc.constant('not-yet'), dateNear(on), dateNear(on)),
        plan: fc.constantFrom(...PLANS),
        contractStart: fc.oneof(fc.constant('in-effect'), dateNear(on)),
        contractEnd: dateNear(on),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Facts>,
  }),
);

const outcomeOf = (facts: Facts, on: Day): string => {
  const outcome = decideOutcome(facts, on, rules);
  return outcome.kind === 'decided' ? outcome.row.outcome : 'undetermined';
};
/** Every part of a change that is not all of it and not nothing. */
const partsOf = (change: Readonly<Record<string, string>>) => {
  const pairs = Object.entries(change);
  return Array.from({ length: 2 ** pairs.length - 2 }, (_, i) =>
    Object.fromEntries(pairs.filter((_pair, at) => ((i + 1) >> at) & 1)),
  );
};

test('every change gives the outcome that it names, and no part of it does', () => {
  let tried = 0;
  fc.assert(
    fc.property(given, ({ facts, on }) => {
      const verdict = decide(facts, on, rules);
      for (const { change, outcome } of verdict.whatWouldChange) {
        tried++;
        const after = (c: Readonly<Record<string, string>>) => outcomeOf(withChange(facts, c), (c.asOf ?? on) as Day);
        expect(after(change)).toBe(outcome);
        expect(outcome).not.toBe(verdict.outcome);
        for (const part of partsOf(change)) expect([part, after(part)]).not.toEqual([part, outcome]);
      }
    }),
    { numRuns: 1500, seed: 20261122 },
  );
  expect(tried).toBeGreaterThan(3000);
});

test('a change by time alone is the first day on which its outcome holds', () => {
  fc.assert(
    fc.property(given, fc.nat({ max: 800 }), ({ facts, on }, days) => {
      const verdict = decide(facts, on, rules);
      if (verdict.outcome === 'undetermined') return;
      const later = plusDays(on, days);
      const outcome = outcomeOf(facts, later);
      if (outcome === verdict.outcome) return;
      const change = verdict.whatWouldChange.find((c) => c.by === 'time' && c.outcome === outcome);
      expect([outcome, change && (change.change.asOf ?? '') <= later]).toEqual([outcome, true]);
      expect(outcomeOf(facts, plusDays((change?.change.asOf ?? on) as Day, -1))).not.toBe(outcome);
    }),
    { numRuns: 1500, seed: 20261122 },
  );
});

const WORTH: Readonly<Record<Covered, number>> = { no: 0, unknown: 0, 'not-yet': 1, 'at-visit': 2, yes: 3 };

test('where nothing is named that the customer can do, no plan, no visit and no commissioning helps', () => {
  let proved = 0;
  fc.assert(
    fc.property(given, ({ facts, on }) => {
      const verdict = decide(facts, on, rules);
      if (verdict.outcome === 'undetermined') return;
      const named = verdict.whatWouldChange.filter((c) => c.by === 'customer').map((c) => WORTH[c.covered]);
      const best = Math.max(WORTH[verdict.covered], ...named);
      if (best === WORTH[verdict.covered] && verdict.covered !== 'yes') proved++;
      const isAhead = verdict.outcome === 'not-started' && facts.commissioned !== undefined;
      const commissioned = isAhead ? [facts.commissioned, on as string as PartialDate] : [facts.commissioned];
      for (const plan of PLANS)
        for (const contractStart of [undefined, 'in-effect', on])
          for (const c of commissioned) {
            const { contractStart: _s, contractEnd: _e, plan: _p, ...rest } = facts;
            const bought = Object.fromEntries(
              Object.entries({ ...rest, plan, contractStart, commissioned: c }).filter(([, v]) => v !== undefined),
            );
            const result = decideOutcome(bought as Facts, on, rules);
            if (result.kind === 'decided') expect(WORTH[result.covered]).toBeLessThanOrEqual(best);
          }
    }),
    { numRuns: 600, seed: 20261122 },
  );
  expect(proved).toBeGreaterThan(50);
});

test('what is upcoming lies ahead, and the included year ends on the day before its anniversary', () => {
  fc.assert(
    fc.property(given, ({ facts, on }) => {
      const { upcoming, coveredUntil, outcome } = decide(facts, on, rules);
      const days = upcoming.map((u) => exactDay(u.on)).filter((d) => d !== null);
      expect(days.filter((d) => d < on)).toEqual([]);
      const ends = upcoming.find((u) => u.event === 'included-year-ends');
      const exact = facts.commissioned !== undefined && facts.commissioned.length === 10;
      if (outcome === 'included' && exact) expect(ends?.on).toBe(coveredUntil);
    }),
    { numRuns: 800, seed: 20261122 },
  );
});
