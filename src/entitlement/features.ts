import { FEATURES, type Feature, type FeatureValue, type Row, type Rules } from '../knowledge/rules.js';
import { coverOf } from './completions.js';
import { decidingRow } from './deciding-row.js';
import type { Open } from './open.js';

/** What the rows look at, as far as it is known: the values that each feature can still take, any of one with any of another. */
export type FeatureSets = { readonly [F in Feature]: readonly FeatureValue<F>[] };

export const featureSetsOf = (open: Open): FeatureSets => ({
  class: open.class,
  nmc: open.nmc,
  year: open.year,
  cover: distinct(open.plan.flatMap((plan) => open.contract.flatMap((line) => line.map((c) => coverOf(plan, c))))),
});

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

type Table = {
  readonly [C in FeatureValue<'class'>]: {
    readonly [N in FeatureValue<'nmc'>]: {
      readonly [Y in FeatureValue<'year'>]: { readonly [K in FeatureValue<'cover'>]: Row };
    };
  };
};

/** The deciding row for each combination of features, found out once for some rules: a verdict looks hundreds of them up. */
const tables = new WeakMap<Rules, Table>();

function tableOf(rules: Rules): Table {
  const known = tables.get(rules);
  if (known) return known;
  const each = <V extends string, T>(values: readonly V[], of: (value: V) => T) =>
    Object.fromEntries(values.map((value) => [value, of(value)])) as { readonly [K in V]: T };
  const table: Table = each(FEATURES.class, (cls) =>
    each(FEATURES.nmc, (nmc) =>
      each(FEATURES.year, (year) =>
        each(FEATURES.cover, (cover) => decidingRow(rules.rows, { class: cls, nmc, year, cover })),
      ),
    ),
  );
  tables.set(rules, table);
  return table;
}

/** A ground of exclusion holds as soon as its one fact is known. */
function holdsAlone(row: Row, sets: FeatureSets): boolean {
  return row.when.every(({ feature, is }) => {
    const values = sets[feature];
    return values.length === 1 && is.includes(values[0] as string);
  });
}

/** The row that decides: a ground as soon as its fact is known, else the one whose outcome all combinations share; null where they differ. */
export function sharedRow(sets: FeatureSets, rules: Rules): Row | null {
  const ground = rules.rows.find((row) => row.ground && holdsAlone(row, sets));
  if (ground) return ground;
  const table = tableOf(rules);
  let shared: Row | null = null;
  for (const cls of sets.class)
    for (const nmc of sets.nmc)
      for (const year of sets.year)
        for (const cover of sets.cover) {
          const row = table[cls][nmc][year][cover];
          if (shared !== null && row.outcome !== shared.outcome) return null;
          shared ??= row;
        }
  return shared;
}
