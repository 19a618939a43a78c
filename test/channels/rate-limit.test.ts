import { TooManyRequests } from '../../src/channels/http-problem.js';
import { RateLimit } from '../../src/channels/rate-limit.js';

/** A limit of six in a minute, and a clock to move on. */
function limit() {
  let at = 0;
  const six = new RateLimit(6, () => new Date(at));
  const take = (key = 'a') => {
    try {
      six.take(key, 'too-many', 'Calls');
      return 'taken';
    } catch (error) {
      return error instanceof TooManyRequests ? error.retryAfterSeconds : error;
    }
  };
  return {
    take,
    takeAll: (count: number) => Array.from({ length: count }, () => take()),
    pass: (seconds: number) => {
      at += seconds * 1000;
    },
  };
}

test('so many at once are taken, and the next is told when to come again', () => {
  const { takeAll } = limit();
  expect(takeAll(7)).toEqual(['taken', 'taken', 'taken', 'taken', 'taken', 'taken', 10]);
});

test('what was told holds: a second too early is too early', () => {
  const { take, takeAll, pass } = limit();
  takeAll(6);
  pass(9);
  expect(take()).toBe(1);
  pass(1);
  expect([take(), take()]).toEqual(['taken', 10]);
});

test('nobody saves up more than a minute brings', () => {
  const { takeAll, pass } = limit();
  takeAll(6);
  pass(3600);
  expect(takeAll(7).filter((taken) => taken === 'taken')).toHaveLength(6);
});

test('one caller uses up nothing of another, and a clock set back takes nothing away', () => {
  const { take, takeAll, pass } = limit();
  takeAll(6);
  expect(take('b')).toBe('taken');
  pass(-3600);
  expect(take('b')).toBe('taken');
});
