import type { Issue } from './devices/read-device.js';
import type { Standing } from './devices/standing.js';

/** One device of a list: its row as it stands there, and where it stands. */
export interface DeviceResult {
  /** From 1, as a spreadsheet program counts. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly standing: Standing;
  readonly issues: readonly Issue[];
}
