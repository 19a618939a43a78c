import { join } from 'node:path';
import Sqlite from 'libsql';
import type { Exchange, JudgedReply } from '../../src/domain/feedback.js';
import type { NewFeedback } from '../../src/store/feedback.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { opened } from './open.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const file = join(folder, 'feedback.db');
let second = 0;
let store: Store;
beforeEach(async () => {
  second = 0;
  const result = await openStore(file, () => new Date(Date.UTC(2026, 10, 22, 10, 0, second++)));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  store = result.value;
});
afterEach(async () => {
  await store.close();
  const raw = new Sqlite(file);
  raw.exec('DELETE FROM feedback; DELETE FROM activities; DELETE FROM conversations');
  raw.close();
});

const reply: JudgedReply = {
  kind: 'faq',
  ids: ['renew'],
  confidence: 0.9,
  citations: [],
  parts: [],
  devices: [],
  knowledgeVersion: 'k7',
};
const exchange: Exchange = { said: 'how do I renew?', answered: 'So.', reply };
const judged = (more: Partial<NewFeedback> = {}): NewFeedback => ({
  conversationId: 'c1',
  activityId: 'a1',
  userId: 'u1',
  channel: 'directline',
  reaction: 'down',
  comment: null,
  exchange,
  ...more,
});
const kept = async () => (await store.feedback.list()).items;
const reactions = async () => (await kept()).map(({ activityId, userId, reaction }) => [activityId, userId, reaction]);

describe('what a person thinks of an answer', () => {
  test('is kept with the exchange, the version of the knowledge and the time, beyond the end of the program', async () => {
    second = 30;
    await store.feedback.put(judged({ comment: '  It is an NMC3. ' }));
    await store.close();
    store = await opened(file);
    expect(await kept()).toEqual([
      {
        ...judged({ comment: 'It is an NMC3.' }),
        knowledgeVersion: 'k7',
        createdAt: '2026-11-22T10:00:30.000Z',
      },
    ]);
  });

  test('is one thing for each person and answer: the last word counts, comment and all', async () => {
    await store.feedback.put(judged({ comment: 'first' }));
    await store.feedback.put(judged({ userId: 'u2' }));
    await store.feedback.put(judged({ activityId: 'a2' }));
    await store.feedback.put(judged({ reaction: 'up' }));
    expect(await reactions()).toEqual([
      ['a1', 'u1', 'up'],
      ['a2', 'u1', 'down'],
      ['a1', 'u2', 'down'],
    ]);
    expect((await kept())[0]?.comment).toBeNull();
  });

  test('keeps its comment where the same is said again without one', async () => {
    await store.feedback.put(judged({ comment: 'It is an NMC3.' }));
    await store.feedback.put(judged());
    expect(await kept()).toMatchObject([{ comment: 'It is an NMC3.' }]);
    await store.feedback.put(judged({ comment: 'An NMC4, I mean.' }));
    expect(await kept()).toMatchObject([{ comment: 'An NMC4, I mean.' }]);
  });

  test('can be taken back, whichever it is or only while it is a certain one', async () => {
    await store.feedback.put(judged());
    expect(await store.feedback.takeBack(judged(), 'up')).toBe(false);
    expect(await store.feedback.takeBack(judged(), 'down')).toBe(true);
    await store.feedback.put(judged({ reaction: 'up' }));
    expect(await store.feedback.takeBack(judged())).toBe(true);
    expect(await store.feedback.takeBack(judged())).toBe(false);
    expect(await kept()).toEqual([]);
  });

  test('has a comment of 1,000 characters at the most, none of them cut in two, and none that is blank', async () => {
    await store.feedback.put(judged({ comment: `${'x'.repeat(999)}🙂 more` }));
    await store.feedback.put(judged({ activityId: 'a2', comment: ' \n ' }));
    expect((await kept()).map(({ comment }) => comment)).toEqual([null, 'x'.repeat(999)]);
  });

  test('is kept where nothing is known of the answer', async () => {
    await store.feedback.put(judged({ exchange: { said: null, answered: null, reply: null } }));
    expect(await kept()).toMatchObject([{ knowledgeVersion: null, exchange: { reply: null } }]);
  });

  test('leaves nothing where it cannot be stored whole, and what was there before stays', async () => {
    await store.feedback.put(judged({ comment: 'before' }));
    const broken = judged({ reaction: 'up', channel: null as unknown as string });
    await expect(store.feedback.put(broken)).rejects.toThrow(/NOT NULL/);
    await expect(store.feedback.put({ ...broken, activityId: 'a2' })).rejects.toThrow(/NOT NULL/);
    expect(await kept()).toMatchObject([{ activityId: 'a1', reaction: 'down', comment: 'before' }]);
  });
});

describe('feedback is listed', () => {
  test('newest first, in pages that miss none and bring none twice, also of one moment', async () => {
    for (const activityId of ['a1', 'a2', 'a3', 'a4', 'a5']) {
      if (activityId !== 'a4') second = activityId === 'a5' ? 9 : 5;
      await store.feedback.put(judged({ activityId }));
    }
    const first = await store.feedback.list({ limit: 2 });
    const middle = await store.feedback.list({ limit: 2, ...(first.next && { after: first.next }) });
    const last = await store.feedback.list({ limit: 2, ...(middle.next && { after: middle.next }) });
    const pages = [first, middle, last].map(({ items }) => items.map(({ activityId }) => activityId));
    expect(pages).toEqual([['a5', 'a4'], ['a3', 'a2'], ['a1']]);
    expect(last.next).toBeNull();
  });

  test('from a day on', async () => {
    await store.feedback.put(judged());
    second = 86_400;
    await store.feedback.put(judged({ activityId: 'a2' }));
    const { items } = await store.feedback.list({ since: '2026-11-23' });
    expect(items.map(({ activityId }) => activityId)).toEqual(['a2']);
  });
});

test('feedback is erased by conversation and by person, and nobody else’s with it', async () => {
  await store.feedback.put(judged());
  await store.feedback.put(judged({ conversationId: 'c2' }));
  await store.feedback.put(judged({ conversationId: 'c3', userId: 'u2' }));
  await store.feedback.put(judged({ conversationId: 'c4', channel: 'msteams' }));
  expect(await store.feedback.eraseOf([])).toBe(0);
  expect(await store.feedback.eraseOf(['c1', 'c9'])).toBe(1);
  expect(await store.feedback.eraseBy({ channel: 'directline', userId: 'u1' })).toBe(1);
  expect((await kept()).map(({ conversationId }) => conversationId)).toEqual(['c4', 'c3']);
});

describe('an exchange', () => {
  const team = { id: 'msteams/1', channel: 'msteams', userId: 'u' };
  const log = (sender: 'user' | 'bot', id: string, text: string, replyToId?: string) =>
    store.activities.log(team, sender, { id, type: 'message', text, replyToId });

  test('is what the bot said with the message that it answers, or the one before it', async () => {
    await log('bot', 'b0', 'welcome');
    await log('user', 'm1', 'one?');
    await log('user', 'm2', 'two?');
    await log('bot', 'b1', 'to one', 'm1');
    await log('bot', 'b2', 'to what came last');
    await log('bot', 'b1', 'to one, put right', 'm1');
    const found = async (id: string) => {
      const exchanged = await store.exchanges.find(team.id, id);
      return exchanged && [exchanged.said, (exchanged.activity as { text: string }).text];
    };
    expect(await found('b0')).toEqual([null, 'welcome']);
    expect(await found('b1')).toEqual(['one?', 'to one, put right']);
    expect(await found('b2')).toEqual(['two?', 'to what came last']);
    expect(await found('m1')).toBeNull();
    expect(await store.exchanges.find('msteams/2', 'b1')).toBeNull();
    expect((await store.exchanges.latest(team.id, 2)).map(({ id }) => id)).toEqual(['b1', 'b2']);
  });
});
