import type { Reply, Suggestion } from '../domain/reply.js';

/** The click that asks for a person. */
const TALK_TO_PERSON = 'Talk to a person';
/** The click that lists all questions. */
export const LIST_QUESTIONS = 'What can I ask?';

const say = (text: string): Suggestion => ({ label: text, says: text });
/** What the assistant can do, as clicks. */
const WAYS_ON = ['Is my device covered?', 'Which card do I have?', LIST_QUESTIONS].map(say);
/** From this many on a person is offered before anything else. */
export const OFFERS_PERSON = 3;

/** Nothing could be made of the message. A topic that is knowingly not answered was understood. */
function isMiss(reply: Reply): boolean {
  if (reply.kind === 'out-of-scope') return reply.topic === null;
  if (reply.kind === 'smalltalk') return reply.which === 'other';
  return reply.kind === 'entitlement' && reply.notices.some((notice) => notice.kind === 'not-understood');
}

/** How many messages in a row were not understood, with the one that `reply` answers; 0 where that one was. */
export function missesWith(before: number, reply: Reply): number {
  const replies = reply.parts.length > 0 ? reply.parts : [reply];
  return replies.every(isMiss) ? before + 1 : 0;
}

/**
 * The reply to the how-many-th message in a row that was not understood: told so, in order not to say the same again, and with
 * other ways on; from the third on with a person as the first of them.
 */
export function withWayOn(reply: Reply, misses: number): Reply {
  if (misses < 2 || reply.parts.length > 0) return reply;
  const ways = reply.pending ? reply.suggestions : WAYS_ON;
  const suggestions = misses >= OFFERS_PERSON ? [say(TALK_TO_PERSON), ...ways] : ways;
  if (reply.kind === 'out-of-scope') return { ...reply, attempt: misses, suggestions };
  if (reply.kind === 'smalltalk' && reply.which === 'other') return { ...reply, attempt: misses, suggestions };
  return { ...reply, suggestions };
}
