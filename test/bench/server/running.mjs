import { fork, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from '../../../.config/prepare.mjs';

/** A client process: `ask(url, text)` gives the milliseconds until the reply has come whole. */
function startClient() {
  const client = fork(join(root, 'test/bench/server/client.mjs'));
  const waiting = new Map();
  client.on('message', ({ id, millis, error }) => {
    const { done, failed } = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) done(millis);
    else failed(new Error(error));
  });
  let asked = 0;
  return {
    ask: (url, text) =>
      new Promise((done, failed) => {
        waiting.set(++asked, { done, failed });
        client.send({ id: asked, url, text });
      }),
    stop: () => client.disconnect(),
  };
}

/** Starts the built server in a mode; waits until that mode answers. */
export async function startServer(mode) {
  const data = mkdtempSync(join(tmpdir(), 'sns-bench-'));
  const begun = performance.now();
  const server = spawn(process.execPath, ['--max-semi-space-size=4', join(root, '.sns/build/index.js')], {
    cwd: root,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_FOLDER: data, ANSWERING: mode },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise((ready) => {
    server.stdout.on('data', (chunk) => {
      const address = /Ready: (\S+?)\/?\s/.exec(String(chunk))?.[1];
      if (address) ready(address);
    });
  });
  process.once('exit', () => server.kill('SIGKILL'));
  const readyMillis = performance.now() - begun;
  const client = startClient();
  while ((await (await fetch(`${url}/readyz`)).json()).mode !== mode) await new Promise((r) => setTimeout(r, 50));
  return {
    url,
    readyMillis,
    /** Milliseconds until the reply to one message has come whole. */
    ask: (text) => client.ask(url, text),
    /** Resident memory in MB. */
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    /** Milliseconds that the processor has spent on it. Linux counts in hundredths of a second. */
    processor: () => {
      const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ');
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    stop: async () => {
      client.stop();
      const ended = new Promise((done) => server.once('exit', done));
      server.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
