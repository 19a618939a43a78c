import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAssistant } from '../../src/assistant/load-assistant.js';
import { type MainParts, main } from '../../src/cli/main.js';
import { day } from '../../src/domain/day.js';
import { hashOf } from '../../src/lessons/collect.js';
import { opened } from '../store/open.js';
import { temporaryFolder } from '../store/temporary-folder.js';
import { KNOWLEDGE_FOLDER } from '../support/knowledge.js';
import { inMemoryStreams } from './in-memory-streams.js';

const folder = temporaryFolder();
const file = join(folder, 'sns.db');
const MODEL = join(__dirname, '../../.sns/model');

const never = () => Promise.reject(new Error('no assistant is needed'));
interface Around {
  readonly database?: string;
  readonly modelFolder?: string;
  readonly load?: MainParts['load'];
  readonly loadOther?: MainParts['loadOther'];
}

async function sns(
  args: readonly string[],
  { database = file, modelFolder = MODEL, load = never, loadOther = never }: Around = {},
) {
  const written = inMemoryStreams();
  const code = await main(['lessons', ...args], {
    streams: written.streams,
    load,
    loadOther,
    frame: { contact: 'your partner' },
    defaultToday: day('2026-11-22'),
    now: () => 0,
    knowledgeFolder: KNOWLEDGE_FOLDER,
    modelFolder,
    databaseFile: () => database,
    feedback: { file: database, open: opened },
  });
  return { code, out: written.out, err: written.err };
}

beforeAll(async () => {
  const store = await opened(file);
  const ask = async (userId: string, text: string) => {
    const conversation = { id: `c-${userId}`, channel: 'directline', userId };
    await store.activities.log(conversation, 'user', { id: `u-${text}`, type: 'message', text });
    const channelData = { reply: { kind: 'out-of-scope', parts: [] } };
    await store.activities.log(conversation, 'bot', { id: `b-${text}`, type: 'message', text: 'No.', channelData });
  };
  await ask('ann', 'can the display sing a song about winter for ann@example.com');
  await ask('ben', 'can the display sing a song about summer');
  await ask('ben', 'can the door be painted green with dots');
  await ask('cid', 'can the door be painted green with stripes');
  await store.lessons.dismiss('1', [hashOf('can the door be painted green with dots')], 'ann');
  await store.close();
});
const ID = hashOf('can the display sing a song about summer').slice(0, 8);

test('lists what two people asked alike in a sentence each, without what was dismissed', async () => {
  const { code, out } = await sns(['list']);
  expect(code).toBe(0);
  expect(out).toBe(
    `${ID}  2 people asked in one week: “can the display sing a song about summer”. Nothing in the knowledge base is clearly like it.\n`,
  );
  const listed = JSON.parse((await sns(['list', '--json'])).out);
  expect(listed).toMatchObject({ id: ID, people: 2, weeks: 1, belongs: null });
  expect(JSON.stringify(listed)).not.toContain('ann@');
});

test('shows all texts of one, masked, and what comes nearest', async () => {
  const { out } = await sns(['show', ID]);
  expect(out).toContain('  - can the display sing a song about winter for […]\n');
  expect(out).toContain('From 2026-11-22 to 2026-11-22; not answered.');
  expect(out).toMatch(/Nearest in the knowledge base:\n {2}0\.\d\d {2}\w+:[\w-]+ {2}\S/);
});

test('gives one as a patch, and says what to do with it', async () => {
  const { code, out, err } = await sns(['patch', ID, '--to', 'new:songs', '--title', 'Songs']);
  expect(code).toBe(0);
  expect(out).toBe(`--- /dev/null
+++ b/knowledge/boundaries/songs.phrasings.yaml
@@ -0,0 +1,3 @@
+heard:
+  - "can the display sing a song about summer"
+  - "can the display sing a song about winter for …"
--- /dev/null
+++ b/knowledge/boundaries/songs.yaml
@@ -0,0 +1,7 @@
+id: songs
+title: "Songs"
+near: true
+says: "The FAQ says nothing about this: Songs."
+rests: []
+ask: "your partner"
+related: []
`);
  expect(err).toBe('Adds 2 phrasings. Read them, then: git apply FILE && npx sns kb check\n');
});

test('with --evaluate the knowledge with the patch is measured beside what is there, and the patch alone goes out', async () => {
  const labels = join(folder, 'labels.jsonl');
  writeFileSync(labels, '{"id":"1","text":"how do I renew","kind":"faq","ids":["renew"]}\n');
  const loaded = loadAssistant({
    knowledgeFolder: KNOWLEDGE_FOLDER,
    modelFolder: MODEL,
    mode: 'lexical',
    wrongAnswers: 0.02,
    onEncoderFailure: () => undefined,
  });
  const assistant = loaded.ok ? loaded.value : null;
  const measured: string[] = [];
  const args = ['patch', ID, '--to', 'new:songs', '--evaluate', labels];
  const loadOther = async (place: string) => {
    measured.push(readFileSync(join(place, 'boundaries/songs.phrasings.yaml'), 'utf8'));
    return assistant;
  };
  const { code, out, err } = await sns(args, { load: async () => assistant, loadOther });
  expect([code, measured]).toEqual([0, [expect.stringContaining('sing a song')]]);
  expect(out).toMatch(/^--- \/dev\/null\n[\s\S]*\+related: \[\]\n$/);
  expect(err).toContain('the training takes some minutes');
  expect(err).toContain(labels);
  // Where it cannot be measured there is no patch.
  const failing = await sns(args, { load: async () => assistant, loadOther: async () => null });
  expect([failing.code, failing.out]).toEqual([2, '']);
});

test.each([
  [['show', 'none'], "sns: there is no proposal 'none' (any more); see 'sns lessons list'."],
  [['patch', ID, '--to', 'nowhere'], "'nowhere': no entry, topic or kind is called so"],
  [['patch', ID], "required option '--to <place>' not specified"],
])('%j is told', async (args, says) => {
  const { code, out, err } = await sns(args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(says);
});

test('without a database or a trained model it says what to do', async () => {
  expect((await sns(['list'], { database: join(folder, 'none.db') })).err).toContain('start the server once');
  expect((await sns(['list'], { modelFolder: folder })).err).toContain("run 'npm run build'");
});
