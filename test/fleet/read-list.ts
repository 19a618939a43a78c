import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day } from '../../src/domain/day.js';
import type { DeviceResult } from '../../src/fleet/device-result.js';
import { type FleetOptions, type FleetSink, runFleet } from '../../src/fleet/run-fleet.js';
import type { Summary } from '../../src/fleet/summary.js';
import { projectKnowledge } from '../support/knowledge.js';

export const AS_OF = day('2026-11-22');

const folder = mkdtempSync(join(tmpdir(), 'fleet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
/** A file of its own with this content; gone after the tests of the file. */
export function listFile(content: string | Uint8Array, ending = 'csv'): string {
  const file = join(folder, `list-${files++}.${ending}`);
  writeFileSync(file, content);
  return file;
}

/** The devices of a list and its summary; or the problem's code and message. */
export async function readList(
  file: string,
  options: Partial<FleetOptions> = {},
): Promise<{ devices: readonly DeviceResult[]; summary: Summary | null; problem: string | null }> {
  const devices: DeviceResult[] = [];
  const sink: FleetSink = { begin: () => undefined, device: (device) => devices.push(device), end: () => undefined };
  const result = await runFleet(file, projectKnowledge(), { asOf: AS_OF, dayFirst: null, ...options }, sink);
  if (result.ok) return { devices, summary: result.value, problem: null };
  return { devices, summary: null, problem: result.problems.map((p) => `${p.code}: ${p.message}`).join('\n') };
}

/** What a sink writes of a list. */
export async function written(file: string, sinkOf: (out: (text: string) => void) => FleetSink): Promise<string> {
  let text = '';
  await runFleet(
    file,
    projectKnowledge(),
    { asOf: AS_OF, dayFirst: null },
    sinkOf((piece) => {
      text += piece;
    }),
  );
  return text;
}
