import { day } from '../../src/domain/day.js';
import type { Facts } from '../../src/domain/facts.js';
import { decidingRow, rowHolds } from '../../src/entitlement/deciding-row.js';
import { decideOutcome } from '../../src/entitlement/outcomes.js';
import { lookAtRows } from '../../src/entitlement/verify/row-findings.js';
import { WHOLE_DEVICES } from '../../src/entitlement/verify/whole-devices.js';
import type { Features, Row, Rules } from '../../src/knowledge/rules.js';
import { projectKnowledge } from '../support/knowledge.js';
import { decideByHand, type Whole } from './by-hand.js';
import { CASES } from './cases.js';
import { type Mutant, mutantsOf } from './mutants.js';

/**
 * Whether a mistake in the rules would be seen: each row and each condition is broken in every simple way, and the
 * certificate, the rules written down by hand or a case of entitlement.yaml must tell. What a mutant can change is
 * the table, so it is enough to look at the devices of which all is known, and at the cases.
 */
const { rules } = projectKnowledge();
const ON = '2026-11-22';

const COMMISSIONED: Readonly<Record<Features['year'], string>> = {
  before: '2026-11-23',
  running: '2026-11-22',
  over: '2025-11-22',
};
const CONTRACT: Readonly<Record<Features['cover'], Pick<Whole, 'plan' | 'start' | 'end'>>> = {
  none: { plan: 'none', start: 'in-effect', end: null },
  visit: { plan: 'stand-alone-visit', start: 'in-effect', end: null },
  'in-effect': { plan: 'ecocare', start: '2026-11-22', end: '2026-11-22' },
  'not-begun': { plan: 'ecocare', start: '2026-11-23', end: null },
  ended: { plan: 'ecocare', start: '2026-11-21', end: '2026-11-21' },
  contradictory: { plan: 'ecocare', start: '2026-11-21', end: '2026-11-20' },
};
const BY_HAND = WHOLE_DEVICES.map(({ class: cls, nmc, year, cover }) =>
  decideByHand({ class: cls, nmc, commissioned: COMMISSIONED[year], ...CONTRACT[cover] }, ON),
);

/** Each way of seeing a mistake: whether these rules pass it. */
const SEEN_BY = {
  certificate: (changed: Rules) => lookAtRows(changed).every(({ found }) => found === null),
  'rules by hand': (changed: Rules) =>
    WHOLE_DEVICES.every((device, i) => {
      const { outcome, covered } = decidingRow(changed.rows, device);
      return outcome === BY_HAND[i]?.[0] && covered === BY_HAND[i]?.[1];
    }),
  'case file': (changed: Rules) =>
    CASES.every(({ asOf, facts, expect: wanted }) => {
      const decided = decideOutcome(facts as Facts, day(asOf), changed);
      const missing = decided.kind === 'decided' ? [] : decided.missing;
      const grounds = decided.kind === 'decided' ? decided.grounds.map((row) => row.id) : [];
      return (
        (decided.kind === 'decided' ? decided.row.outcome : 'undetermined') === wanted.outcome &&
        decided.covered === (wanted.covered ?? decided.covered) &&
        missing.join() === (wanted.missing ?? missing).join() &&
        grounds.join() === (wanted.grounds ?? grounds).join()
      );
    }),
} as const;
type Way = keyof typeof SEEN_BY;
const WAYS = Object.keys(SEEN_BY) as Way[];

function passes(way: Way, rows: readonly Row[]): boolean {
  try {
    return SEEN_BY[way]({ ...rules, rows });
  } catch {
    // Rules of which none holds for some device cannot decide it: that is seen.
    return false;
  }
}

/** Two neighbours that no device can satisfy both decide the same in either order. */
const isEquivalent = ({ kind, rows: [upper, lower] }: Mutant): boolean =>
  kind === 'rows swapped' &&
  upper !== undefined &&
  lower !== undefined &&
  !WHOLE_DEVICES.some((device) => rowHolds(upper, device) && rowHolds(lower, device));

const named = ({ kind, rows, feature }: Mutant) =>
  `${kind}: ${rows.map((row) => row.id).join(' and ')}${feature ? ` (${feature})` : ''}`;

const mutants = mutantsOf(rules.rows).map((mutant) => ({
  mutant,
  equivalent: isEquivalent(mutant),
  seenBy: WAYS.filter((way) => !passes(way, mutant.changed)),
}));
const real = mutants.filter((m) => !m.equivalent);

describe('the rules', () => {
  test('pass every way of seeing a mistake as they are', () => {
    expect(WAYS.filter((way) => !passes(way, rules.rows))).toEqual([]);
  });

  test('give the same with two neighbours swapped that no device can satisfy both', () => {
    expect(mutants.filter((m) => m.equivalent && m.seenBy.length > 0).map((m) => named(m.mutant))).toEqual([]);
  });

  test('cannot be broken in a row or a condition without being seen', () => {
    const unseen = real.filter((m) => m.seenBy.length === 0).map((m) => named(m.mutant));
    const seen = real.length - unseen.length;
    const by = WAYS.map((way) => `${way} ${real.filter((m) => m.seenBy.includes(way)).length}`).join(', ');
    const proven = mutants.filter((m) => m.equivalent).map((m) => m.mutant.rows.map((row) => row.id).join('/'));
    process.stderr.write(
      `Mistakes in the rules that are seen: ${seen} of ${real.length} (${Math.floor((100 * seen) / real.length)} %; ${by}). ` +
        `Swaps that change nothing, as no device satisfies both rows: ${proven.join(', ')}.\n`,
    );
    expect(unseen).toEqual([]);
  });

  test('have a mistake seen in every row and in every condition', () => {
    const places = rules.rows.flatMap((row) => [row.id, ...row.when.map(({ feature }) => `${row.id} ${feature}`)]);
    const found = real.flatMap(({ mutant: { rows, feature }, seenBy }) =>
      seenBy.length > 0 ? rows.map((row) => (feature ? `${row.id} ${feature}` : row.id)) : [],
    );
    expect(places.filter((place) => !found.includes(place as never))).toEqual([]);
  });
});
