import type { Day } from '../domain/day.js';
import type { Features, FeatureValue, Row } from '../knowledge/rules.js';
import type { Completion } from './completions.js';
import { contractState } from './contract-state.js';
import { yearAt } from './included-year.js';

function coverAt(c: Completion, asOf: Day): FeatureValue<'cover'> {
  if (c.plan === 'nothing') return 'none';
  if (c.plan === 'visit') return 'visit';
  return contractState(c.contractStart, c.contractEnd, asOf);
}

/** What the rows look at, for one completion on one day. */
export function featuresOf(c: Completion, asOf: Day): Features {
  return {
    class: c.class,
    nmc: c.nmc,
    year: c.commissioned === 'not-yet' ? 'before' : yearAt(c.commissioned, asOf),
    cover: coverAt(c, asOf),
  };
}

/** Whether all conditions of the row hold. */
export const rowHolds = (row: Row, features: Features): boolean =>
  row.when.every(({ feature, is }) => is.includes(features[feature]));

/** The row that decides. The table's last row has no condition, which the loader checks, so one always holds. */
export function decidingRow(rows: readonly Row[], features: Features): Row {
  const row = rows.find((r) => rowHolds(r, features));
  if (!row) throw new Error('no row of the entitlement rules holds');
  return row;
}
