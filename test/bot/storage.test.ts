import { ConversationState, TestAdapter } from 'botbuilder';
import { BotStorage } from '../../src/bot/storage.js';
import type { Store } from '../../src/store/open-store.js';
import { opened } from '../store/open.js';

let store: Store;
let storage: BotStorage;
beforeEach(async () => {
  store = await opened(':memory:');
  storage = new BotStorage(store.sessions);
});
afterEach(() => store.close());

describe('the bot’s storage', () => {
  test('reads what was written, and nothing for keys that were not', async () => {
    await storage.write({ 'directline/a': { n: 1, list: [1, { x: null }] } });
    expect(await storage.read(['directline/a', 'directline/b'])).toEqual({
      'directline/a': { n: 1, list: [1, { x: null }], eTag: '1' },
    });
  });

  test('writes over what was read, and over nothing else', async () => {
    await storage.write({ a: { n: 1 } });
    const read = (await storage.read(['a'])).a;
    await storage.write({ a: { ...read, n: 2 } });
    await expect(storage.write({ a: { ...read, n: 3 } })).rejects.toThrow(/"a" due to eTag conflict/);
    expect((await storage.read(['a'])).a).toEqual({ n: 2, eTag: '2' });
  });

  test('writes over anything with the eTag * or none', async () => {
    await storage.write({ a: { n: 1 } });
    await storage.write({ a: { n: 2, eTag: '*' } });
    await storage.write({ a: { n: 3 } });
    expect((await storage.read(['a'])).a).toEqual({ n: 3, eTag: '3' });
  });

  test('forgets what is deleted', async () => {
    await storage.write({ a: { n: 1 }, b: { n: 1 } });
    await storage.delete(['a', 'never']);
    expect(Object.keys(await storage.read(['a', 'b']))).toEqual(['b']);
  });

  test('carries botbuilder’s conversation state from turn to turn', async () => {
    const state = new ConversationState(storage);
    const count = state.createProperty<number>('count');
    const adapter = new TestAdapter(async (context) => {
      const n = (await count.get(context, 0)) + 1;
      await count.set(context, n);
      await context.sendActivity(String(n));
      await state.saveChanges(context);
    });
    await adapter.send('a').assertReply('1').send('b').assertReply('2').startTest();
  });
});

describe('a turn whose writes are collected', () => {
  test('sees its own writes, which nobody else does until they are stored', async () => {
    await storage.write({ a: { n: 1 }, gone: { n: 1 } });
    const { value, writes } = await storage.collect(async () => {
      const before = (await storage.read(['a'])).a;
      await storage.write({ a: { ...before, n: 2 } });
      await storage.delete(['gone']);
      const between = await storage.read(['a', 'gone']);
      await storage.write({ a: { ...between.a, n: 3 } });
      return between;
    });
    expect(value).toEqual({ a: { n: 2, eTag: 'pending' } });
    expect((await storage.read(['a'])).a).toEqual({ n: 1, eTag: '1' });
    expect(await store.sessions.save(writes)).toEqual({ ok: true });
    expect(await storage.read(['a', 'gone'])).toEqual({ a: { n: 3, eTag: '2' } });
  });

  test('conflicts where somebody else wrote meanwhile', async () => {
    await storage.write({ a: { n: 1 } });
    const { writes } = await storage.collect(async () => {
      const read = (await storage.read(['a'])).a;
      await storage.write({ a: { ...read, n: 2 } });
    });
    await storage.write({ a: { n: 9 } });
    expect(await store.sessions.save(writes)).toEqual({ ok: false, conflict: 'a' });
  });

  test('does not mix with another one at the same time', async () => {
    const turn = (n: number) =>
      storage.collect(async () => {
        await storage.write({ a: { n } });
        await storage.read(['other']);
        return (await storage.read(['a'])).a.n;
      });
    const both = await Promise.all([turn(1), turn(2)]);
    expect(both.map(({ value }) => value)).toEqual([1, 2]);
  });
});
