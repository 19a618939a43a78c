// Opens many conversations of the widget at once on the built server, each of which says something every few seconds, and sees that every
// answer comes, once and in order: `npm run bench:conversations`, with `-- --conversations 50 --seconds 30 --mode lexical` a part of it.
// Ends with 1 where an answer is missing, comes twice or out of order.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { root } from '../../.config/prepare.mjs';
import { judge } from './conversations/judge.mjs';
import { Visitor } from './conversations/visitor.mjs';
import { startServer } from './server/running.mjs';

const { values } = parseArgs({
  options: {
    conversations: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '120' },
    every: { type: 'string', default: '5' },
    mode: { type: 'string', default: 'lexical,full' },
  },
});
const [count, seconds, every] = [values.conversations, values.seconds, values.every].map(Number);
/** What is still missing so long after the last message does not come. */
const PATIENCE_MILLIS = 30_000;

/** What people say, all of it different: a message that comes again costs nothing. */
const texts = ['faq', 'kinds', 'boundaries'].flatMap((folder) =>
  readdirSync(join(root, 'knowledge', folder))
    .filter((name) => name.endsWith('.phrasings.yaml'))
    .flatMap((name) => Object.values(parse(readFileSync(join(root, 'knowledge', folder, name), 'utf8'))).flat()),
);
/** Far apart in the list, so that neighbours are about different things. */
const textOf = (n) => texts[(n * 7919) % texts.length];

const pause = (millis) => new Promise((done) => setTimeout(done, millis));
const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
const say = (what, figure) => console.log(`${what.padEnd(44)} ${figure}`);

/** Speaks every so many seconds until the time is up; the visitors begin one after another within the first. */
async function speak(visitor, n, until) {
  await pause((n / count) * every * 1000);
  for (let turn = 0; performance.now() < until; turn++) {
    void visitor.say(textOf(turn * count + n));
    await pause(every * 1000);
  }
}

/** Waits until the server does next to nothing for a second, a minute at the most. */
async function rest(server) {
  for (let waited = 0; waited < 60; waited++) {
    const before = server.processor();
    await pause(1000);
    if (server.processor() - before <= 50) return;
  }
}

async function measure(mode) {
  console.log(`\n${mode}: ${count} conversations, a message every ${every} s each, ${seconds} s`);
  const server = await startServer(mode);
  // A server that has just begun still compiles what it answers by, and rehearses until it has.
  for (let n = 0; n < 300; n++) await server.ask(textOf(texts.length - 1 - n));
  await rest(server);
  const idle = server.memory();
  const visitors = Array.from({ length: count }, () => new Visitor(server.url));
  // Twenty at a time: a browser does not open more of one address at once.
  for (let n = 0; n < count; n += 20) await Promise.all(visitors.slice(n, n + 20).map((visitor) => visitor.open()));
  let most = server.memory();
  const spent = server.processor();
  const watching = setInterval(() => {
    most = Math.max(most, server.memory());
  }, 500);
  const until = performance.now() + seconds * 1000;
  await Promise.all(visitors.map((visitor, n) => speak(visitor, n, until)));
  const given = performance.now() + PATIENCE_MILLIS;
  while (visitors.some((visitor) => visitor.waiting() > 0) && performance.now() < given) await pause(200);
  clearInterval(watching);
  const worked = server.processor() - spent;
  const judged = await Promise.all(visitors.map(judge));
  for (const visitor of visitors) visitor.close();
  await server.stop();

  const sent = visitors.reduce((sum, visitor) => sum + visitor.sent.size, 0);
  const times = judged.flatMap((one) => one.times).sort((a, b) => a - b);
  const faults = judged.flatMap((one) => one.faults);
  say('answers, of messages', `${times.length} of ${sent}`);
  say(
    'from sending to the answer',
    [0.5, 0.95, 0.99, 1]
      .map((q) => `${q === 1 ? 'most' : `p${q * 100}`} ${quantile(times, q).toFixed(0)} ms`)
      .join('   '),
  );
  say("the server's processor time for a message", `${(worked / sent).toFixed(1)} ms`);
  say('memory before, and at the most', `${idle.toFixed(0)} MB, ${most.toFixed(0)} MB`);
  say('every answer once and in order', faults.length === 0 ? 'yes' : `NO: ${faults.length} faults`);
  for (const fault of [...new Set(faults)].slice(0, 10)) console.log(`  ${fault}`);
  return sent > 0 && times.length === sent && faults.length === 0;
}

let good = true;
for (const mode of values.mode.split(',')) good = (await measure(mode)) && good;
process.exit(good ? 0 : 1);
