import { TestAdapter, type TurnContext } from 'botbuilder';
import { type After, withTyping } from '../../src/bot/typing.js';

/** A timer whose time passes when the test says so. */
function clockwork() {
  let now = 0;
  const due = new Map<object, { readonly at: number; readonly job: () => void }>();
  const after: After = (millis, job) => {
    const key = {};
    due.set(key, { at: now + millis, job });
    return () => void due.delete(key);
  };
  const pass = (millis: number) => {
    now += millis;
    for (const [key, { at, job }] of due) {
      if (at > now) continue;
      due.delete(key);
      job();
    }
  };
  return { after, pass, waiting: () => due.size };
}

/** What is sent in a turn that does this. */
async function sentBy(
  work: (context: TurnContext, pass: (millis: number) => void) => Promise<void>,
  { broken = false } = {},
) {
  const { after, pass, waiting } = clockwork();
  const adapter = new TestAdapter((context) => {
    if (broken)
      context.onSendActivities((_context, [activity], next) =>
        activity?.type === 'typing' ? Promise.reject(new Error('no connection')) : next(),
      );
    return withTyping(context, after, () => work(context, pass));
  });
  const failed = await adapter.receiveActivity('hello').then(
    () => null,
    (error: Error) => error.message,
  );
  pass(60_000);
  return { sent: adapter.activeQueue.map(({ type, text }) => text ?? type), failed, waiting: waiting() };
}

test('an answer within a second shows nothing before it', async () => {
  const { sent } = await sentBy(async (context, pass) => {
    pass(999);
    await context.sendActivity('answer');
  });
  expect(sent).toEqual(['answer']);
});

test('what takes longer shows that it is coming, again and again, and then the answer, and nothing after it', async () => {
  const { sent, waiting } = await sentBy(async (context, pass) => {
    pass(1000);
    pass(3999);
    pass(1);
    await context.sendActivity('answer');
    pass(60_000);
    await context.sendActivity('more');
    pass(60_000);
  });
  expect(sent).toEqual(['typing', 'typing', 'answer', 'more']);
  expect(waiting).toBe(0);
});

test('work that fails shows nothing after its end, and fails as it did', async () => {
  const { sent, failed, waiting } = await sentBy(async () => {
    throw new Error('as asked');
  });
  expect([sent, failed, waiting]).toEqual([[], 'as asked', 0]);
});

test('where the sign cannot be sent the answer is sent all the same', async () => {
  const answer = async (context: TurnContext, pass: (millis: number) => void) => {
    pass(1000);
    await context.sendActivity('answer');
  };
  expect(await sentBy(answer, { broken: true })).toEqual({ sent: ['answer'], failed: null, waiting: 0 });
});
