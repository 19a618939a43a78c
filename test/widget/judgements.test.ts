import { type Judgement, Judgements } from '../../src/widget/judgements.js';
import { memoryStore } from './fake-environment.js';

/** A server that is told, and answers when it is let. */
function server() {
  const told: Judgement[] = [];
  const waiting: ((kept: boolean) => void)[] = [];
  return {
    told,
    tell: (judgement: Judgement) => {
      told.push(judgement);
      return new Promise<boolean>((resolve) => waiting.push(resolve));
    },
    answer: (kept: boolean) => waiting.shift()?.(kept),
  };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('what a visitor says of answers', () => {
  test('holds at once, and is told in the order in which it was said, one after the other', async () => {
    const { told, tell, answer } = server();
    const judgements = new Judgements(memoryStore(), tell);
    const first = judgements.say('a', 'down');
    const second = judgements.say('a', null);
    expect(judgements.of('a')).toBeNull();
    await settle();
    expect(told).toEqual([{ about: 'a', reaction: 'down' }]);
    answer(true);
    await settle();
    expect(told.at(-1)).toEqual({ about: 'a', reaction: 'none' });
    answer(true);
    expect(await Promise.all([first, second])).toEqual([true, true]);
  });

  test('is as before where it could not be told, unless something else has been said since', async () => {
    const { tell, answer } = server();
    const store = memoryStore();
    const judgements = new Judgements(store, tell);
    const up = judgements.say('a', 'up');
    await settle();
    answer(true);
    await up;
    const down = judgements.say('a', 'down');
    await settle();
    answer(false);
    expect(await down).toBe(false);
    expect([judgements.of('a'), new Judgements(store, tell).of('a')]).toEqual(['up', 'up']);
    const failing = judgements.say('a', 'down');
    const since = judgements.say('a', null);
    await settle();
    answer(false);
    await failing;
    await settle();
    answer(true);
    await since;
    expect(judgements.of('a')).toBeNull();
  });

  test('is kept on this computer as thumbs only, beside those of another tab, and read whatever stands there', async () => {
    const store = memoryStore();
    const tell = async () => true;
    const [one, other] = [new Judgements(store, tell), new Judgements(store, tell)];
    await one.say('a', 'down', 'a comment');
    await other.say('b', 'up');
    expect(JSON.parse(store.get('sns-chat.judgements') ?? '')).toEqual({ a: 'down', b: 'up' });
    for (const broken of ['{', '7', '[]', '{"a":"sideways"}', 'null']) {
      store.set('sns-chat.judgements', broken);
      expect(new Judgements(store, tell).of('a')).toBeNull();
    }
  });

  test('is limited to the newest 200 answers on this computer', async () => {
    const store = memoryStore();
    const judgements = new Judgements(store, async () => true);
    for (let n = 0; n <= 200; n++) await judgements.say(`a${n}`, 'up');
    const again = new Judgements(store, async () => true);
    expect([again.of('a0'), again.of('a1'), again.of('a200')]).toEqual([null, 'up', 'up']);
  });
});
