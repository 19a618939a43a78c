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

/** A program that fills conversations and erases each again, by turns as its last turn does and as the command does, and prints each. */
const ERASER = `
import { openStore } from ${JSON.stringify(join(root, 'src/store/open-store.ts'))};
async function fill(file) {
  const store = (await openStore(file, () => new Date(0))).value;
  for (let n = 0; ; n++) {
    const id = 'e' + n;
    await store.conversations.create({ id, channel: 'directline', userId: 'u' });
    const handOff = { reference: id, conversationId: id, channel: 'directline', userId: 'u', openedAt: '', reason: 'asked',
      devices: [], current: null, tried: { asked: [], notUnderstood: [], identify: [] }, transcript: [], knowledgeVersion: 'k' };
    const said = Array.from({ length: 40 }, (_, m) => ({ id: 'b' + m, type: 'message', text: 'x'.repeat(500) }));
    await store.turns.complete({ conversationId: id, answered: null, said,
      states: [{ id: 'directline/conversations/' + id + '/', channel: 'directline', state: { n }, expected: 'new' }],
      effects: [{ kind: 'open-hand-off', handOff }] });
    process.stdout.write(id + '\\n');
    if (n % 2 === 0) await store.erasure.conversation(id);
    else await store.turns.complete({ conversationId: id, answered: null, said: [], effects: [{ kind: 'erase', conversationId: id }],
      states: [{ id: 'directline/conversations/' + id + '/', channel: 'directline', state: null, expected: 'any' }] });
  }
}
void fill(process.argv[2]);`;

function bundle(contents = WRITER): string {
  const outfile = join(folder, `program-${contents.length}.cjs`);
  buildSync({
    stdin: { contents, resolveDir: root },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['libsql'],
  });
  return outfile;
}

// Each starts real programs, some of them several times.
jest.setTimeout(120_000);

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

test('kill -9 while it erases leaves all of a conversation or nothing', async () => {
  const program = bundle(ERASER);
  for (let round = 0; round < 6; round++) {
    const file = join(folder, `erased-${round}.db`);
    const eraser = spawn(process.execPath, [program, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_PATH: join(root, 'node_modules') },
    });
    const exited = once(eraser, 'exit');
    const ids: string[] = [];
    for await (const line of createInterface({ input: eraser.stdout })) {
      ids.push(line);
      // As soon as it is filled: the erasing has just begun.
      if (ids.length === 8 + round) eraser.kill('SIGKILL');
    }
    await exited;
    const store = await opened(file);
    for (const id of ids) {
      const parts = [
        (await store.activities.since(id, 0)).activities.length === 40,
        (await store.sessions.load(`directline/conversations/${id}/`)) !== null,
        (await store.handOffs.open(id)) !== null,
      ];
      expect([id, new Set(parts).size]).toEqual([id, 1]);
      expect([0, 40]).toContain((await store.activities.since(id, 0)).activities.length);
    }
    await store.close();
  }
});
