// Measures the built server beside the sentence encoder itself and beside well-known libraries, all in one run on one core:
// `npm run bench:server` (without nlp.js, which learns for minutes: `npm run bench:server -- --no-nlpjs`).
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { root } from '../../.config/prepare.mjs';
import { encoderClock, miniSearchClock, nlpJsClock } from './server/peers.mjs';
import { startServer } from './server/running.mjs';

const MESSAGES = 1_000;
const WARM_UP = 500;
const AT_ONCE = 20;
const ROUNDS = 30;

// Pinned to one core with all that it starts, where the system can do that.
if (!process.env.SNS_BENCH_PINNED && spawnSync('taskset', ['-c', '0', 'true']).status === 0) {
  const args = ['-c', '0', process.execPath, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const { status } = spawnSync('taskset', args, { stdio: 'inherit', env: { ...process.env, SNS_BENCH_PINNED: '1' } });
  process.exit(status ?? 1);
}

const phrasings = ['faq', 'kinds', 'boundaries'].flatMap((folder) =>
  readdirSync(join(root, 'knowledge', folder))
    .filter((name) => name.endsWith('.phrasings.yaml'))
    .flatMap((name) =>
      Object.values(parse(readFileSync(join(root, 'knowledge', folder, name), 'utf8')))
        .flat()
        .map((text) => ({ text, label: `${folder}:${name}` })),
    ),
);
const heldOut = readFileSync(join(root, 'test/cases/held-out-utterances.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line).text);
/** All different, since a message that comes again costs nothing. */
const different = [...new Set([...heldOut, ...phrasings.filter((_, i) => i % 7 === 0).map((p) => p.text)])];
const texts = different.slice(0, MESSAGES);
const warmUp = different.slice(MESSAGES, MESSAGES + WARM_UP);
/** What is measured is a server that runs; one that has begun this minute still compiles what it answers by. */
const before = phrasings.filter((_, i) => i % 7 === 1 || i % 7 === 2).map((p) => p.text);
const crowds = Array.from({ length: ROUNDS }, (_, r) =>
  different.slice(MESSAGES + WARM_UP + r * AT_ONCE, MESSAGES + WARM_UP + (r + 1) * AT_ONCE),
).filter((crowd) => crowd.length === AT_ONCE);

const quantile = (values, q) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
const say = (what, figure) => console.log(`${what.padEnd(58)} ${figure}`);
const times = (what, values) =>
  say(what, `p50 ${quantile(values, 0.5).toFixed(2)} ms   p99 ${quantile(values, 0.99).toFixed(2)} ms`);

/** So many messages go to one clock before the next has its turn: all see the same machine, and each its own warm caches. */
const BLOCK = 50;

/** Each clock's times for all texts. */
async function measured(clocks) {
  const all = clocks.map(() => []);
  for (const clock of clocks) for (const text of warmUp) await clock(text);
  for (let from = 0; from < texts.length; from += BLOCK)
    for (const [i, clock] of clocks.entries())
      for (const text of texts.slice(from, from + BLOCK)) all[i].push(await clock(text));
  return all;
}

console.log(
  `Node ${process.version}, ${MESSAGES} different messages behind ${before.length} others, ${phrasings.length} phrasings`,
);
{
  const server = await startServer('full');
  for (const text of before) await server.ask(text);
  const [encoder, asked] = await measured([await encoderClock(), server.ask]);
  const [single, alone] = [quantile(asked, 0.5), quantile(encoder, 0.5)];
  times('the encoder alone', encoder);
  times('POST /api/ask in the running server', asked);
  say('ratio of the medians', (single / alone).toFixed(2));
  const repeated = [];
  for (let i = 0; i < 200; i++) repeated.push(await server.ask(texts[0]));
  times('the same message again', repeated);
  const crowd = [];
  for (const group of crowds) crowd.push(...(await Promise.all(group.map(server.ask))));
  times(`${AT_ONCE} different messages at once`, crowd);
  say('their p99 to the p50 of a single one', (quantile(crowd, 0.99) / single).toFixed(1));
  say(
    'process start to ready; memory after all',
    `${server.readyMillis.toFixed(0)} ms; ${server.memory().toFixed(0)} MB`,
  );
  await server.stop();
}
{
  const server = await startServer('lexical');
  for (const text of before) await server.ask(text);
  const clocks = [server.ask, miniSearchClock(phrasings)];
  if (!process.argv.includes('--no-nlpjs')) clocks.push(await nlpJsClock(phrasings));
  const [asked, mini, nlp] = await measured(clocks);
  times('ANSWERING=lexical: POST /api/ask in the running server', asked);
  times('MiniSearch 7.2.0, fuzzy, in process, same phrasings', mini);
  if (nlp) times('nlp.js 4.27.0, in process, same phrasings', nlp);
  say(
    'process start to ready; memory after all',
    `${server.readyMillis.toFixed(0)} ms; ${server.memory().toFixed(0)} MB`,
  );
  await server.stop();
}
