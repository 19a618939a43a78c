import type { Assistant } from '../../src/assistant/assistant.js';
import { rememberingFirstTurns } from '../../src/assistant/remembered-turns.js';
import { EMPTY_SESSION } from '../../src/assistant/session.js';
import { day } from '../../src/domain/day.js';

const today = day('2026-11-22');
let worked: string[];
let mode: string;
let fails: boolean;
const assistant: Assistant = {
  turn: async (session, { text }) => {
    worked.push(text);
    if (fails) throw new Error('no luck');
    return { session: { ...session }, reply: { said: text } as never };
  },
};
let remembering: Assistant;
beforeEach(() => {
  worked = [];
  mode = 'full';
  fails = false;
  remembering = rememberingFirstTurns(assistant, () => mode);
});

test('a first message that comes again is answered the same without work', async () => {
  const first = await remembering.turn(EMPTY_SESSION, { text: 'hello' }, today);
  expect(await remembering.turn(EMPTY_SESSION, { text: 'hello' }, today)).toEqual(first);
  expect(worked).toEqual(['hello']);
});

test('two at the same time are worked on once', async () => {
  await Promise.all([1, 2].map(() => remembering.turn(EMPTY_SESSION, { text: 'hello' }, today)));
  expect(worked).toEqual(['hello']);
});

test('another day, language or mode, and a session under way, are worked on', async () => {
  await remembering.turn(EMPTY_SESSION, { text: 'hello' }, today);
  await remembering.turn(EMPTY_SESSION, { text: 'hello' }, day('2026-11-23'));
  await remembering.turn(EMPTY_SESSION, { text: 'hello', locale: 'en-GB' }, today);
  await remembering.turn({ ...EMPTY_SESSION }, { text: 'hello' }, today);
  mode = 'lexical';
  await remembering.turn(EMPTY_SESSION, { text: 'hello' }, today);
  expect(worked).toHaveLength(5);
});

test('what failed is tried again', async () => {
  fails = true;
  await expect(remembering.turn(EMPTY_SESSION, { text: 'hello' }, today)).rejects.toThrow('no luck');
  fails = false;
  await remembering.turn(EMPTY_SESSION, { text: 'hello' }, today);
  expect(worked).toHaveLength(2);
});

test('an answer that was hurried is not remembered, nor one beside which another was', async () => {
  let hurried = 0;
  const hurrying: Assistant = {
    turn: async (session, message, on) => {
      if (message.text === 'in a crowd') hurried++;
      return assistant.turn(session, message, on);
    },
  };
  remembering = rememberingFirstTurns(
    hurrying,
    () => mode,
    () => hurried,
  );
  for (const text of ['in a crowd', 'in a crowd', 'alone', 'alone'])
    await remembering.turn(EMPTY_SESSION, { text }, today);
  expect(worked).toEqual(['in a crowd', 'in a crowd', 'alone']);
});
