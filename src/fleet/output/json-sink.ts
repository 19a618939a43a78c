import type { ColumnKind } from '../../knowledge/fleet-schema.js';
import type { DeviceResult } from '../device-result.js';
import type { Column } from '../devices/columns.js';
import type { FleetSink } from '../run-fleet.js';

/** Columns that tell devices apart. */
export const KEPT: readonly ColumnKind[] = ['site', 'name', 'serial'];

/** One JSON object, written as a stream: a line a device under `devices`, and the summary behind them. */
export function jsonSink(out: (text: string) => void): FleetSink {
  let columns: readonly Column[] = [];
  let first = true;
  return {
    begin: (survey) => {
      columns = survey.columns.filter((column) => column.title !== '');
      out('{"devices":[\n');
    },
    device: (device) => {
      out(`${first ? '' : ',\n'}${JSON.stringify(deviceJson(device, columns))}`);
      first = false;
    },
    end: (summary) => out(`\n],"summary":${JSON.stringify(summary)}}\n`),
  };
}

/** A device as programs read it. */
export function deviceJson({ row, cells, standing, issues }: DeviceResult, columns: readonly Column[]): object {
  const { outcome, covered, coveredUntil, gap } = standing.verdict;
  return {
    row,
    cells: Object.fromEntries(columns.map(({ title, index }) => [title, cells[index] ?? ''])),
    facts: standing.facts,
    outcome,
    covered,
    coveredUntil,
    coverEnds: standing.coverEnds,
    missing: standing.missing,
    gap,
    action: standing.action,
    issues,
  };
}
