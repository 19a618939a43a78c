// A whole fleet on one core: `npm run bench:fleet`. Made-up lists, always the same ones; a process a list. It needs `npm run build`.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { made } from '../../.config/prepare.mjs';
import { bundle } from './bundle.mjs';

const RUNS = [
  { devices: 10_000, format: 'csv' },
  { devices: 100_000, format: 'html' },
  { devices: 100_000, format: 'csv' },
  { devices: 1_000_000, format: 'csv' },
];
const AS_OF = '2026-11-27';
const folder = join(made, 'bench', 'fleet');

/** In a process of its own: runs the command in it and tells its time, its time on the processor and the most memory it had. */
async function measured(sns, list, format) {
  const started = performance.now();
  process.argv = [process.execPath, sns, 'entitle', '--fleet', list, '--as-of', AS_OF, '--format', format];
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const seconds = (performance.now() - started) / 1000;
    writeSync(2, JSON.stringify({ seconds, processor: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }));
  });
  await import(sns);
}

const [sns, list, format] = process.argv.slice(2);
if (sns !== undefined) await measured(sns, list, format);
else {
  const command = join(made, 'build', 'sns.js');
  if (!existsSync(command)) throw new Error('run `npm run build` first');
  mkdirSync(folder, { recursive: true });
  const { writeFleet } = await bundle('fleet');
  const hasTaskset = spawnSync('taskset', ['-c', '0', 'true']).status === 0;
  console.log(
    `on ${hasTaskset ? 'one core' : 'all cores (no taskset here)'}\ndevices    format  list    out     seconds  on the processor  at the most`,
  );
  for (const { devices, format: wanted } of RUNS) {
    const file = join(folder, 'list.csv');
    const out = join(folder, 'out');
    writeFleet(file, devices);
    const own = [process.execPath, fileURLToPath(import.meta.url), command, file, wanted];
    const [first, ...rest] = hasTaskset ? ['taskset', '-c', '0', ...own] : own;
    const handle = openSync(out, 'w');
    const { stderr, status } = spawnSync(first, rest, { stdio: ['ignore', handle, 'pipe'], encoding: 'utf8' });
    closeSync(handle);
    if (status !== 0) throw new Error(stderr);
    const { seconds, processor, megabytes } = JSON.parse(stderr);
    const size = (path) => `${(statSync(path).size / 1e6).toFixed(1)} MB`;
    console.log(
      [
        String(devices).padEnd(10),
        wanted.padEnd(7),
        size(file).padEnd(7),
        size(out).padEnd(8),
        seconds.toFixed(1).padEnd(8),
        `${processor.toFixed(1)} s`.padEnd(17),
        `${megabytes.toFixed(0)} MB`,
      ].join(' '),
    );
  }
  rmSync(folder, { recursive: true, force: true });
}
