import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { privacyErase, type WhoseData } from '../../src/cli/privacy-erase.js';
import { incoming } from '../store/incoming-ticket.js';
import { opened } from '../store/open.js';
import { temporaryFolder } from '../store/temporary-folder.js';

const folder = temporaryFolder();
const file = join(folder, 'sns.db');

async function run(whose: WhoseData, database = file) {
  const printed = { out: '', err: '' };
  const code = await privacyErase(whose, database, {
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
  });
  return { code, ...printed };
}

beforeAll(async () => {
  const store = await opened(file);
  for (const id of ['c1', 'c2', 'c3']) {
    await store.conversations.create({ id, channel: 'directline', userId: 'ann' });
    await store.turns.receive(id, { id: 'm', type: 'message', text: 'hello' }, null);
  }
  await store.close();
});

test('erases a conversation and says what was deleted, the second time that nothing is kept', async () => {
  expect(await run({ conversation: 'c1' })).toEqual({
    code: 0,
    out: 'Erased of conversation c1: 1 unanswered messages, 1 messages, 1 conversations.\n',
    err: '',
  });
  expect((await run({ conversation: 'c1' })).out).toBe('Nothing is kept of conversation c1.\n');
});

test('erases all that somebody began', async () => {
  expect((await run({ user: 'ann' })).out).toContain('2 conversations');
});

test('erases a ticket, whatever its number looks like', async () => {
  const store = await opened(file);
  await store.intake.take(incoming({ externalId: 'A/1' }));
  await store.close();
  expect((await run({ ticket: 'zendesk/A/1' })).out).toBe('Erased of ticket zendesk/A/1: 1 tickets.\n');
  expect((await run({ ticket: 'zendesk/A/1' })).out).toBe('Nothing is kept of ticket zendesk/A/1.\n');
  expect(await run({ ticket: 'A1' })).toMatchObject({ code: 2, err: expect.stringContaining('write SOURCE/NUMBER') });
});

test.each([[{}], [{ user: 'ann', conversation: 'c1' }]])('wants one of the three: %j', async (whose) => {
  expect(await run(whose)).toEqual({
    code: 2,
    out: '',
    err: 'sns privacy erase: name --user ID, --conversation ID or --ticket SOURCE/NUMBER.\n',
  });
});

test('makes no database where there is none, and says what to set', async () => {
  const { code, err } = await run({ user: 'ann' }, join(folder, 'elsewhere.db'));
  expect([code, err]).toEqual([2, expect.stringMatching(/elsewhere\.db: there is no database here; set DATA_FOLDER/)]);
});

test('leaves a file alone that is no database', async () => {
  const notes = join(folder, 'notes.db');
  writeFileSync(notes, 'no database, however long one looks at it. '.repeat(50));
  expect(await run({ user: 'ann' }, notes)).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('notes.db'),
  });
});
