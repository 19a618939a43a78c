import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';
import { opened } from './open.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const root = resolve(__dirname, '../..');

/** A program that receives messages and answers every other one for as long as it lives, and prints each once acknowledged. */
const WRITER = `
import { openStore } from ${JSON.stringify(join(root, 'src/store/open-store.ts'))};
async function write(file, conversationId) {
  const store = (await openStore(file, () => new Date(0))).value;
  await store.conversations.create({ id: conversationId, channel: 'directline', userId: 'u' });
  for (let n = 0; ; n++) {
    await store.turns.receive(conversationId, { id: 'm' + n, type: 'message', text: 'x'.repeat(500) }, 'c' + n);
    process.stdout.write('m' + n + '\\n');
    if (n % 2 === 0) continue;
    const { seq } = await store.turns.next(conversationId);
    await store.turns.complete({ conversationId, answered: seq, said: [{ id: 'b' + n, type: 'message' }],
      states: [{ id: conversationId, channel: 'directline', state: { n }, expected: 'any' }] });
    process.stdout.write('b' + n + '\\n');
  }
}
void write(process.argv[2], process.argv[3]);`;

function bundle(): string {
  const outfile = join(folder, 'writer.cjs');
  buildSync({
    stdin: { contents: WRITER, resolveDir: root },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['libsql'],
  });
  return outfile;
}

test('kill -9 while it writes loses nothing that was acknowledged, and the file opens again', async () => {
  const program = bundle();
  const file = join(folder, 'killed.db');
  let acknowledged = 0;
  for (let round = 0; round < 4; round++) {
    const writer = spawn(process.execPath, [program, file, `c${round}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_PATH: join(root, 'node_modules') },
    });
    const exited = once(writer, 'exit');
    const lines: string[] = [];
    for await (const line of createInterface({ input: writer.stdout })) {
      lines.push(line);
      if (lines.length === 20 + round * 7) writer.kill('SIGKILL');
    }
    await exited;
    acknowledged += lines.length;
    const store = await opened(file);
    const said = (await store.activities.since(`c${round}`, 0, 100_000)).activities as { id: string }[];
    const ids = new Set(said.map(({ id }) => id));
    expect(lines.filter((line) => !ids.has(line))).toEqual([]);
    expect(ids.size).toBe(said.length);
    const lastAnswer = said.filter(({ id }) => id.startsWith('b')).at(-1);
    expect((await store.sessions.load(`c${round}`))?.state).toEqual({ n: Number(lastAnswer?.id.slice(1)) });
    await store.close();
  }
  expect(acknowledged).toBeGreaterThanOrEqual(4 * 20);
});
