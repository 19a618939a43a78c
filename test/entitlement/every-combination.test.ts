import type { Day } from '../../src/domain/day.js';
import { day } from '../../src/domain/day.js';
import type { Facts } from '../../src/domain/facts.js';
import { decideOutcome, type Outcome } from '../../src/entitlement/outcomes.js';
import { projectKnowledge } from '../support/knowledge.js';

/**
 * Every combination of these values is decided: each class of product, each card, each plan by what it
 * gives, and dates unknown, exact at and around each boundary, and partial across each boundary.
 */
const TODAY = day('2026-11-22');
const LEAP_DAY = day('2025-02-28');

const families = [undefined, 'Galaxy VS', 'Smart-UPS', 'Cooling unit', 'Galaxy 5500', 'Galaxy'];
const cards = [undefined, 'NMC1', 'NMC2', 'NMC3', 'NMC4', 'none'];
const plans = [undefined, 'none', 'advantage-plus', 'ecocare', 'stand-alone-visit', 'dce', 'other'];

const datesAround = (asOf: Day) =>
  asOf === TODAY
    ? {
        commissioned: [
          undefined,
          'not-yet',
          '2026-11-23',
          '2026-11-22',
          '2025-11-23',
          '2025-11-22',
          '2025-11-21',
          '2026-11',
          '2025-11',
          '2026',
          '2025',
          '2025-11-23/2026-11-22',
          '2025-11-20|2025-12-20',
        ],
        start: [undefined, 'in-effect', '2026-11-23', '2026-11-22', '2026-11', '2026-11-01/2026-11-20'],
        end: [undefined, '2026-11-21', '2026-11-22', '2026-11'],
      }
    : {
        commissioned: [undefined, '2025-03-01', '2024-02-28', '2024-02-29', '2024-03-01', '2024-02', '2024'],
        start: [undefined, 'in-effect', '2025-03-01', '2025-02-28', '2025-02'],
        end: [undefined, '2025-02-27', '2025-02-28'],
      };

/** What may be learned of a value: from unknown anything, from a partial date any day within. */
const LEARNED: Readonly<Record<string, readonly string[]>> = {
  '2026-11': ['2026-11-23', '2026-11-22'],
  '2025-11': ['2025-11-23', '2025-11-22', '2025-11-21'],
  '2026': ['2026-11-23', '2026-11-22', '2026-11'],
  '2025': ['2025-11-23', '2025-11-22', '2025-11'],
  '2025-11-23/2026-11-22': ['2026-11-22', '2025-11-23'],
  '2024-02': ['2024-02-28', '2024-02-29'],
  '2024': ['2024-02-28', '2024-02-29', '2024-03-01', '2024-02'],
  '2025-02': ['2025-02-28'],
};

type Axis = readonly (string | undefined)[];
const NAMES = ['family', 'nmc', 'commissioned', 'plan', 'contractStart', 'contractEnd'] as const;

function* indexes(axes: readonly Axis[]): Generator<readonly number[]> {
  const total = axes.reduce((n, a) => n * a.length, 1);
  for (let i = 0; i < total; i++) {
    let rest = i;
    yield axes.map((axis) => {
      const at = rest % axis.length;
      rest = Math.floor(rest / axis.length);
      return at;
    });
  }
}

function factsAt(axes: readonly Axis[], at: readonly number[], names: readonly string[] = NAMES): Facts {
  const pairs = names.map((name) => [
    name,
    axes[NAMES.indexOf(name as never)]?.[at[NAMES.indexOf(name as never)] ?? 0],
  ]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined)) as Facts;
}

const GROUND_ORDER = ['one-phase', 'not-eligible-product', 'not-eligible-nmc2', 'not-eligible-nmc', 'not-listed'];
const outcomeOf = (o: Outcome) => (o.kind === 'decided' ? o.row.outcome : 'undetermined');

/** A definite outcome may give way only to a ground of exclusion above it. */
const mayFollow = (before: string, after: string) =>
  before === 'undetermined' ||
  before === after ||
  (GROUND_ORDER.includes(before) &&
    GROUND_ORDER.includes(after) &&
    GROUND_ORDER.indexOf(after) < GROUND_ORDER.indexOf(before));

describe.each([TODAY, LEAP_DAY])('every combination of facts as of %s', (asOf) => {
  const { rules } = projectKnowledge();
  const dates = datesAround(asOf);
  const axes: readonly Axis[] = [families, cards, dates.commissioned, plans, dates.start, dates.end];
  const decided = new Map<string, Outcome>();
  for (const at of indexes(axes)) decided.set(at.join(), decideOutcome(factsAt(axes, at), asOf, rules));

  test(`gets exactly one verdict, and asks for nothing that is known (${decided.size} combinations)`, () => {
    expect(decided.size).toBe(axes.reduce((n, a) => n * a.length, 1));
    const wrong: string[] = [];
    for (const at of indexes(axes)) {
      const o = decided.get(at.join());
      const facts = factsAt(axes, at);
      if (o === undefined) wrong.push(`none: ${JSON.stringify(facts)}`);
      else if (o.kind === 'undetermined') {
        const exact = (name: string) => {
          const value = (facts as Record<string, string>)[name];
          return (
            value !== undefined &&
            (value.length === 10 || !/^\d/.test(value)) &&
            value !== 'Galaxy' &&
            value !== 'other'
          );
        };
        const partialEndOnly = o.missing.length === 1 && o.missing[0] === 'contractEnd';
        if (o.missing.length === 0 || (o.missing.some(exact) && !partialEndOnly)) {
          wrong.push(`${JSON.stringify(facts)} misses ${o.missing.join()}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('gives the same verdict whatever order the facts come in', () => {
    const reversed = [...NAMES].reverse();
    const wrong: string[] = [];
    for (const at of indexes(axes)) {
      const before = decided.get(at.join());
      if (before === undefined || at.reduce((a, b) => a + b, 0) % 7 !== 0) continue;
      const after = decideOutcome(factsAt(axes, at, reversed), asOf, rules);
      if (JSON.stringify(after) !== JSON.stringify(before)) wrong.push(JSON.stringify(factsAt(axes, at)));
    }
    expect(wrong).toEqual([]);
  });

  test('is never overturned by learning a fact, save by a ground of exclusion above it', () => {
    const wrong: string[] = [];
    let steps = 0;
    for (const at of indexes(axes)) {
      const before = decided.get(at.join());
      if (before === undefined) continue;
      axes.forEach((axis, f) => {
        if (NAMES[f] === 'contractEnd') return;
        const value = axis[at[f] ?? 0];
        const unknown = value === undefined || value === 'Galaxy';
        axis.forEach((learned, j) => {
          const isLearned = unknown
            ? learned !== undefined && learned !== 'Galaxy'
            : LEARNED[value]?.includes(learned ?? '');
          if (!isLearned) return;
          steps++;
          const after = decided.get(at.map((i, k) => (k === f ? j : i)).join());
          const coveredKept = before.covered === 'unknown' || after?.covered === before.covered;
          const grounds = GROUND_ORDER.includes(after ? outcomeOf(after) : '');
          if (!after || !mayFollow(outcomeOf(before), outcomeOf(after)) || !(coveredKept || grounds)) {
            wrong.push(
              `${JSON.stringify(factsAt(axes, at))} + ${NAMES[f]}=${learned}: ${outcomeOf(before)} → ${after && outcomeOf(after)}`,
            );
          }
        });
      });
    }
    expect(steps).toBeGreaterThan(10_000);
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});
