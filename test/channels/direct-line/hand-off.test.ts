import { keepingBot } from '../../bot/keeping-bot.js';
import { get, type Started, start } from '../running-server.js';
import { listen, open, type Said, say } from './client.js';

const texts = (said: readonly Said[]) => said.map(({ type, text }) => text ?? type);
const keeping = (): Promise<Started> => start({ botOf: (storage, store) => keepingBot(store, storage) });

test('a request for a person is stored with its answer, and the event follows', async () => {
  const server = await keeping();
  const to = await open(server);
  await say(to, 'hello');
  await say(to, 'person');
  const { said } = await listen(to.streamUrl, 6);
  const [handOff] = await server.store.handOffs.list('waiting');
  expect(handOff?.conversationId).toBe(to.conversationId);
  expect(handOff?.transcript.map(({ text }) => text)).toEqual(['welcome', 'hello', 'heard hello', 'person']);
  expect(said.slice(-2).map(({ type, text }) => [type, text?.includes(handOff?.reference ?? '?')])).toEqual([
    ['message', true],
    ['event', undefined],
  ]);
});

test('an erased conversation is empty but for the word that it is, and goes on from its watermark', async () => {
  const server = await keeping();
  const to = await open(server);
  await say(to, 'hello');
  await say(to, 'person');
  const { said: before, watermark } = await listen(to.streamUrl, 6);
  expect(before).toHaveLength(6);
  await say(to, 'erase');
  const again = await get(`${to.base}/conversations/${to.conversationId}?watermark=${watermark}`, to.auth);
  const erased = texts((await listen(again.body.streamUrl, 2)).said).filter((text) => text !== 'erase');
  expect(erased).toEqual(['event', expect.stringContaining('Everything of this conversation is erased')]);
  expect((await server.store.activities.since(to.conversationId, 0)).activities).toHaveLength(2);
  expect(await server.store.handOffs.list('waiting')).toEqual([]);
  await say(to, 'hello again');
  const all = await get(`${to.base}/conversations/${to.conversationId}`, to.auth);
  const { said, watermark: end } = await listen(all.body.streamUrl, 4);
  expect(texts(said)).toEqual([...erased, 'hello again', 'heard hello again']);
  expect(Number(end)).toBeGreaterThan(Number(watermark));
});
