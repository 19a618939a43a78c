import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from '../../../.config/prepare.mjs';

/** Over a connection that is kept, with the client of Node itself: a heavier one would be measured along. */
function askOver(url, agent, text) {
  const body = JSON.stringify({ text, today: '2026-11-22' });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const from = performance.now();
  let sent;
  return new Promise((done, failed) => {
    sent = request(`${url}/api/ask`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () =>
        response.statusCode === 200
          ? done(performance.now() - from)
          : failed(new Error(`status ${response.statusCode} for '${text}'`)),
      );
    });
    sent.on('error', failed);
    sent.end(body);
  }).catch((error) => {
    // The server has closed a connection that stood idle while another clock had its turn.
    if (error.code === 'ECONNRESET' && sent.reusedSocket) return askOver(url, agent, text);
    throw error;
  });
}

/** Starts the built server in a mode; waits until that mode answers. */
export async function startServer(mode) {
  const data = mkdtempSync(join(tmpdir(), 'sns-bench-'));
  const begun = performance.now();
  const server = spawn(process.execPath, ['--max-semi-space-size=8', join(root, '.sns/build/index.js')], {
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
  const agent = new Agent({ keepAlive: true, timeout: 3_000 });
  while ((await (await fetch(`${url}/readyz`)).json()).mode !== mode) await new Promise((r) => setTimeout(r, 50));
  return {
    readyMillis,
    /** Milliseconds until the reply to one message has come whole. */
    ask: (text) => askOver(url, agent, text),
    /** Resident memory in MB. */
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    stop: async () => {
      agent.destroy();
      const ended = new Promise((done) => server.once('exit', done));
      server.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
