import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SERVER = join(__dirname, '../../.sns/build/index.js');

export interface StartedServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** As a power cut would: no signal that it could handle. */
  readonly kill: () => Promise<void>;
}

const running = new Set<StartedServer>();
const folders = new Set<string>();

/** A folder for one test's database, gone after the test. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sns-'));
  folders.add(folder);
  return folder;
}

/** Starts the built server and waits for the line that says it is ready. `port` 0: any free one. */
export async function startServer(
  data: string,
  port = 0,
  more: Readonly<Record<string, string>> = {},
): Promise<StartedServer> {
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_FOLDER: data, ...more };
  const child = spawn(process.execPath, [SERVER], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: join(__dirname, '../..'),
  });
  let printed = '';
  const url = await new Promise<string>((ready, failed) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /Ready: (http:\S+?)\/?\s/.exec(printed)?.[1];
      if (address) ready(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}: ${printed}`)));
  });
  const server: StartedServer = {
    url,
    process: child,
    kill: async () => {
      running.delete(server);
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
  running.add(server);
  return server;
}

afterEach(async () => {
  for (const server of running) await server.kill();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
});
