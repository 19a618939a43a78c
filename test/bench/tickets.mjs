// A helpdesk's whole export on one core: `npm run bench:tickets`, with `-- --tickets 2000 --mode lexical` a part of it. A made-up export,
// always the same one, every ticket another; a process a mode. Memory is looked at on the way, to see that it does not grow with the
// tickets. It needs `npm run build`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { made } from '../../.config/prepare.mjs';
import { bundle } from './bundle.mjs';

const TODAY = '2026-11-27';
const folder = join(made, 'bench', 'tickets');

/** In a process of its own: runs the command in it, and tells when each line came and what memory it had by then. */
async function measured(sns, list) {
  const started = performance.now();
  const came = [];
  const memory = [];
  process.stdout.write = () => {
    came.push(performance.now());
    memory.push(process.memoryUsage.rss());
    return true;
  };
  process.argv = [process.execPath, sns, 'triage', '--batch', list, '--today', TODAY];
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const seconds = (performance.now() - started) / 1000;
    const millis = came
      .map((at, i) => at - (came[i - 1] ?? at))
      .slice(1)
      .sort((a, b) => a - b);
    const most = maxRSS * 1024;
    // Little enough for one write: a pipe takes no more than it holds, and this process ends.
    const p = [0.5, 0.99].map((q) => quantile(millis, q));
    const onTheWay = [0.2, 0.4, 0.6, 0.8, 1].map((share) => memory[Math.floor((memory.length - 1) * share)]);
    const lines = memory.length;
    writeSync(2, JSON.stringify({ seconds, processor: (userCPUTime + systemCPUTime) / 1e6, most, p, onTheWay, lines }));
  });
  await import(sns);
}

const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
const megabytes = (bytes) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
const say = (what, value) => console.log(`  ${what.padEnd(38)} ${value}`);

async function main() {
  const { values } = parseArgs({
    options: { tickets: { type: 'string', default: '10000' }, mode: { type: 'string', default: 'lexical,full' } },
  });
  const tickets = Number(values.tickets);
  const command = join(made, 'build', 'sns.js');
  if (!existsSync(command)) throw new Error('run `npm run build` first');
  mkdirSync(folder, { recursive: true });
  const { writeTickets } = await bundle('tickets');
  const list = join(folder, 'export.csv');
  writeTickets(list, tickets);
  const hasTaskset = spawnSync('taskset', ['-c', '0', 'true']).status === 0;
  const on = hasTaskset ? 'one core' : 'all cores (no taskset here)';
  console.log(`${tickets} tickets, ${(statSync(list).size / 1e6).toFixed(1)} MB, on ${on}, Node ${process.version}`);
  for (const mode of values.mode.split(',')) {
    const own = [process.execPath, fileURLToPath(import.meta.url), command, list];
    const [first, ...rest] = hasTaskset ? ['taskset', '-c', '0', ...own] : own;
    const { stderr, status } = spawnSync(first, rest, {
      stdio: ['ignore', 'inherit', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, ANSWERING: mode },
    });
    if (status !== 0) throw new Error(stderr);
    const { seconds, processor, most, p, onTheWay, lines } = JSON.parse(stderr);
    if (lines !== tickets) throw new Error(`${lines} lines came for ${tickets} tickets`);
    console.log(mode);
    say('all of it', `${seconds.toFixed(1)} s (${processor.toFixed(1)} s on the processor)`);
    say('tickets a second', (tickets / seconds).toFixed(1));
    say('one ticket', `p50 ${p[0].toFixed(1)} ms   p99 ${p[1].toFixed(1)} ms`);
    say('memory after 1/5, 2/5, 3/5, 4/5, all', onTheWay.map(megabytes).join(', '));
    say('memory at the most', megabytes(most));
  }
  rmSync(folder, { recursive: true, force: true });
}

const [sns, list] = process.argv.slice(2);
if (sns?.endsWith('.js')) await measured(sns, list);
else await main();
