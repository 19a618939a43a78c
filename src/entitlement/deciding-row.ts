import type { Features, Row } from '../knowledge/rules.js';

/** Whether all conditions of the row hold. */
export const rowHolds = (row: Row, features: Features): boolean =>
  row.when.every(({ feature, is }) => is.includes(features[feature]));

/** The row that decides. The table's last row has no condition, which the loader checks, so one always holds. */
export function decidingRow(rows: readonly Row[], features: Features): Row {
  const row = rows.find((r) => rowHolds(r, features));
  if (!row) throw new Error('no row of the entitlement rules holds');
  return row;
}
