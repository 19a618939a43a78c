import { FACT_NAMES, type FactName } from '../../domain/facts.js';
import { UNDETERMINED } from '../../domain/verdict.js';
import type { Feature, Features, Row, Rules } from '../../knowledge/rules.js';
import type { Open, PlanKind } from '../open.js';
import type { Check, CounterExample } from './check.js';
import {
  type Decided,
  type DecidedSpace,
  decidedAt,
  everyParts,
  openAt,
  type PartNumbers,
  partsPlace,
} from './decided-space.js';
import { smallestOfParts } from './smallest.js';
import { sizeOf } from './space.js';
import { rowsHolding, valueStep } from './whole-devices.js';

type Cover = Features['cover'];

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
const coverOf = (kind: PlanKind, state: Cover): Cover =>
  kind === 'nothing' ? 'none' : kind === 'visit' ? 'visit' : state;

/** For the plan and for each of its dates: the covers that it alone tells apart, once for all that the other two can be. */
interface CoverSets {
  readonly plan: readonly (readonly Cover[])[];
  readonly contractStart: readonly (readonly Cover[])[];
  readonly contractEnd: readonly (readonly Cover[])[];
}

function coverSets({ plan, contract }: Pick<Open, 'plan' | 'contract'>): CoverSets {
  const states = unique(contract.flat());
  const columns = [...(contract[0] ?? []).keys()].map((end) => contract.map((row) => row[end] as Cover));
  const withPlan = (lists: readonly (readonly Cover[])[]) =>
    plan.flatMap((kind) => lists.map((list) => list.map((state) => coverOf(kind, state))));
  const apart = (lists: readonly (readonly Cover[])[]) =>
    unique(lists.map((list) => unique(list).toSorted().join())).map((list) => list.split(',') as Cover[]);
  return {
    plan: apart(states.map((state) => plan.map((kind) => coverOf(kind, state)))),
    contractStart: apart(withPlan(columns)),
    contractEnd: apart(withPlan(contract)),
  };
}

type Expected = Pick<Decided, 'outcome' | 'covered' | 'missing'>;

/** The ground of exclusion that holds as soon as its fact is known, if there is one. */
const groundIn = (open: Open, sets: CoverSets, rules: Rules): Row | undefined =>
  rules.rows.find(
    (row) =>
      row.ground &&
      row.when.every(({ feature, is }) => {
        const values: readonly string[] = feature === 'cover' ? unique(sets.plan.flat()) : open[feature];
        return values.length === 1 && is.includes(values[0] ?? '');
      }),
  );

/** What must be decided where no ground holds: what all devices share; else what can change it. `decide`: by place in WHOLE_DEVICES. */
function shared(open: Open, sets: CoverSets, decide: readonly (Row | undefined)[]): Expected {
  const stepsOf = (feature: Feature, values: readonly string[]) => values.map((v) => valueStep(feature, v));
  const axes = [
    stepsOf('class', open.class),
    stepsOf('nmc', open.nmc),
    stepsOf('year', open.year),
    stepsOf('cover', unique(sets.plan.flat())),
  ];
  const sums = (lists: readonly (readonly number[])[]) =>
    lists.reduce<readonly number[]>((all, list) => all.flatMap((sum) => list.map((step) => sum + step)), [0]);
  const rows = sums(axes).map((place) => decide[place]);
  const [outcome, ...otherOutcomes] = unique(rows.map((row) => row?.outcome));
  const [covered, ...othersCovered] = unique(rows.map((row) => row?.covered));
  if (outcome !== undefined && otherOutcomes.length === 0)
    return { outcome, covered: othersCovered.length === 0 && covered ? covered : 'unknown', missing: [] };
  /** Whether the values of some list, all else alike, lead to different outcomes. */
  const tellsApart = (place: number, lists: readonly (readonly number[])[]) => {
    const others = sums(axes.filter((_, i) => i !== place));
    const differ = (list: readonly number[], base: number) =>
      list.some((step) => decide[base + step]?.outcome !== decide[base + (list[0] ?? 0)]?.outcome);
    return lists.some((list) => others.some((base) => differ(list, base)));
  };
  const covers = (lists: CoverSets[keyof CoverSets]) => lists.map((list) => stepsOf('cover', list));
  const canChange: Readonly<Record<FactName, boolean>> = {
    family: tellsApart(0, axes.slice(0, 1)),
    nmc: tellsApart(1, axes.slice(1, 2)),
    commissioned: tellsApart(2, axes.slice(2, 3)),
    plan: tellsApart(3, covers(sets.plan)),
    contractStart: tellsApart(3, covers(sets.contractStart)),
    contractEnd: tellsApart(3, covers(sets.contractEnd)),
  };
  return {
    outcome: UNDETERMINED,
    covered: othersCovered.length === 0 && covered ? covered : 'unknown',
    missing: FACT_NAMES.filter((fact) => canChange[fact]),
  };
}

/** What must be decided of each combination of parts, straight from the principle and with nothing of the engine. */
function expectedTable({ space, rules }: DecidedSpace): readonly (Expected & { readonly row: Row | undefined })[] {
  const { parts } = space;
  const decide = rowsHolding(rules.rows).map(([first]) => first);
  const sets = parts.agreements.map(coverSets);
  const keys = sets.map((s) => JSON.stringify(s));
  const known = new Map<string, Expected>();
  return [...everyParts(parts)].map((n) => {
    const open = openAt(parts, n);
    const coverSet = sets[n.agreement] as CoverSets;
    const ground = groundIn(open, coverSet, rules);
    if (ground) return { outcome: ground.outcome, covered: ground.covered, missing: [], row: ground };
    const key = `${n.cls} ${n.card} ${n.year} ${keys[n.agreement]}`;
    const expected = known.get(key) ?? shared(open, coverSet, decide);
    known.set(key, expected);
    return { ...expected, row: rules.rows.find((row) => row.outcome === expected.outcome) };
  });
}

/** The engine's verdict of every combination is the one that the rows and the principle of unknown facts lead to. */
export function completionsAgree(decided: DecidedSpace): readonly Check[] {
  const { space } = decided;
  const expected = expectedTable(decided);
  const findAgainst = (differs: (got: Decided, wanted: Expected) => boolean, what: string): CounterExample | null => {
    const wantedAt = (n: PartNumbers) => expected[partsPlace(space.parts, n)];
    const smallest = smallestOfParts(space, (n) => differs(decidedAt(decided, n), wantedAt(n) as Expected));
    if (!smallest) return null;
    const [is, wanted] = [decidedAt(decided, smallest.parts), wantedAt(smallest.parts)];
    const told = (d: Expected | undefined) =>
      `${d?.outcome}, covered: ${d?.covered}${d?.missing.length ? `, missing: ${d.missing.join(', ')}` : ''}`;
    return {
      says: `${what}: the verdict is ${told(is)}; the rows lead to ${told(wanted)}.`,
      devices: [smallest.device],
      rows: [...new Set([is.row, wanted?.row].flatMap((row) => (row ? [row.id] : [])))],
    };
  };
  const cases = space.days.reduce((n, day) => n + sizeOf(day), 0);
  return [
    {
      id: 'one-verdict',
      proves:
        'Each combination gets exactly one verdict: a ground of exclusion as soon as its fact is known, else the outcome that all its completions share, else that it is undetermined.',
      cases,
      against: findAgainst((a, b) => a.outcome !== b.outcome || a.covered !== b.covered, 'A verdict of its own'),
    },
    {
      id: 'missing',
      proves: 'A fact is missing exactly where two completions that differ in it alone differ in outcome.',
      cases,
      against: findAgainst((a, b) => a.missing.join() !== b.missing.join(), 'What is missing'),
    },
  ];
}
