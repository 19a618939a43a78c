import type { Day } from '../domain/day.js';
import type { Reply, Suggestion } from '../domain/reply.js';
import { EMPTY_INTERVIEW } from '../interview/state.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { standing } from './entitlement-turn.js';
import { common } from './reply-parts.js';
import type { Session } from './session.js';
import type { TurnResult } from './turn.js';

/** The clicks under the question whether all shall be erased. */
const CHOICES: readonly Suggestion[] = ['Yes, erase it', 'No'].map((says) => ({ label: says, says }));

const YES =
  /^\W*(?:yes|yep|yeah|erase (?:it|everything)|delete (?:it|everything)|do it|go ahead)(?:[,.! ]+(?:please|erase (?:it|everything)|delete (?:it|everything)|do it|go ahead|i(?:['’]m| am) sure))*\W*$/i;
const NO =
  /^\W*(?:no|nope|nah|cancel|stop|never ?mind|keep (?:it|everything)|(?:please )?(?:don['’]?t|do not))\b[^?]{0,30}$/i;

/** Asks once back, since it cannot be undone; nothing changes yet. */
export function askToErase({ interview, offered }: Session, knowledge: Knowledge): TurnResult {
  const base = common(knowledge, interview, 1, { suggestions: CHOICES });
  return { interview, offered, reply: { ...base, kind: 'cancel', what: 'erase' } };
}

/** What a message answers to that question; null: it speaks of something else, and nothing is erased. */
export function readErase(text: string): 'yes' | 'no' | null {
  if (YES.test(text)) return 'yes';
  return NO.test(text) ? 'no' : null;
}

/** Says that all is erased. Whoever stores the conversation erases it by this reply; the session begins anew. */
export const erasedReply = (knowledge: Knowledge): Reply => ({
  ...common(knowledge, EMPTY_INTERVIEW, 1),
  kind: 'cancel',
  what: 'erased',
});

/** All stays, and an open question stays open. */
export function nothingErased({ interview, offered }: Session, knowledge: Knowledge, today: Day): TurnResult {
  const pending = interview.pending ? standing(interview, { knowledge, today, confidence: 1 }).question : null;
  const base = common(knowledge, interview, 1, { pending, suggestions: pending?.choices ?? [] });
  return { interview, offered, reply: { ...base, kind: 'cancel', what: 'kept' } };
}
