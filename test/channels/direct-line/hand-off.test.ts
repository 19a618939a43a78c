import { keepingBot } from '../../bot/keeping-bot.js';
import { type Started, start } from '../running-server.js';
import { listen, open, say } from './client.js';

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
