import fc from 'fast-check';
import { day } from '../../src/domain/day.js';
import type { Facts } from '../../src/domain/facts.js';
import { decideOutcome } from '../../src/entitlement/outcomes.js';
import { projectKnowledge } from '../support/knowledge.js';
import { byHand, CLASS, shifted, yearsOn } from './by-hand.js';

const TODAYS = ['2026-11-22', '2024-02-29', '2025-02-28', '2025-03-01', '2027-01-01'] as const;

const near = (on: string) =>
  fc.tuple(fc.constantFrom(on, yearsOn(on, -1)), fc.integer({ min: -4, max: 4 })).map(([d, n]) => shifted(d, n));
const dateNear = (on: string) =>
  fc.oneof(
    near(on),
    near(on).map((d) => d.slice(0, 7)),
    fc.tuple(near(on), fc.integer({ min: 0, max: 6 })).map(([d, n]) => `${d}/${shifted(d, n)}`),
    fc.tuple(near(on), near(on)).map(([a, b]) => `${a}|${b}`),
  );
const factsOn = fc.constantFrom(...TODAYS).chain((on) =>
  fc.record({
    on: fc.constant(on),
    facts: fc.record(
      {
        family: fc.constantFrom(...Object.keys(CLASS), 'Galaxy VS', 'Galaxy VS'),
        nmc: fc.constantFrom('NMC1', 'NMC2', 'NMC3', 'NMC4', 'none', 'NMC3'),
        commissioned: fc.oneof(fc.constant('not-yet'), dateNear(on), dateNear(on)),
        plan: fc.constantFrom(
          'none',
          'advantage-plus',
          'ecocare',
          'stand-alone-visit',
          'dce',
          'other',
          'advantage-ultra',
        ),
        contractStart: fc.oneof(fc.constant('in-effect'), dateNear(on)),
        contractEnd: dateNear(on),
      },
      { requiredKeys: [] },
    ),
  }),
);

test('the engine agrees with the rules written down by hand, on any facts around any boundary', () => {
  const { rules } = projectKnowledge();
  fc.assert(
    fc.property(factsOn, ({ on, facts }) => {
      const outcome = decideOutcome(facts as Facts, day(on), rules);
      const got =
        outcome.kind === 'decided'
          ? { outcome: outcome.row.outcome, covered: outcome.covered, missing: [] }
          : { outcome: 'undetermined', covered: outcome.covered, missing: outcome.missing };
      expect(got).toEqual(byHand(facts as Record<string, string>, on));
    }),
    { numRuns: 400, seed: 20261122 },
  );
});
