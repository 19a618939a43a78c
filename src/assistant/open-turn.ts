import { currentDevice } from '../interview/state.js';
import { foreignLanguage } from '../understanding/language.js';
import { cardConflict } from './card-conflict.js';
import { continuesDevice, withCorrections } from './continuation.js';
import { pickedEntries, readTogether, supposedFacts, turnsToAnother } from './follow-up.js';
import { anotherDevice } from './plain-replies.js';
import { common, entryById } from './reply-parts.js';
import { routeOf } from './route.js';
import { openQuestion, routedReply, supposed } from './routed-reply.js';
import type { TurnInput, TurnResult } from './turn.js';
import { verdictQuestion } from './verdict-turn.js';

/** A message that answers no open question: picked from an offer, leaning on the turn before, or standing alone. */
export async function openTurn(turn: TurnInput): Promise<TurnResult> {
  const { session, understood, parts, today } = turn;
  const { knowledge } = parts;
  const picked = pickedEntries(understood.text, session, knowledge);
  if (picked.length > 0) {
    const asked = picked.map((id) => entryById(knowledge, id)?.title ?? '').join(' ');
    return { ...routedReply({ kind: 'faq', ids: picked }, turn, 1), asked };
  }
  if (foreignLanguage(understood.text, parts.isEnglishWord)) return foreign(turn);
  if (turnsToAnother(turn)) return anotherDevice(session, knowledge, today);
  const conflict = cardConflict(turn, { knowledge, today, confidence: 1 });
  if (conflict) return { ...conflict, offered: [] };
  const about = verdictQuestion(turn);
  if (about) return about;
  const facts = supposedFacts(turn);
  if (facts) {
    const stated = { ...understood, devices: [{ mention: null, facts }] };
    return supposed({ ...turn, understood: stated }, { knowledge, today, confidence: 1 });
  }
  if (continuesDevice(turn)) {
    const known = currentDevice(session.interview)?.facts ?? {};
    return routedReply({ kind: 'entitlement' }, { ...turn, understood: withCorrections(understood, known, today) }, 1);
  }
  const own = routeOf(turn.match, understood, knowledge);
  const together = await readTogether(turn, own);
  return together
    ? { ...routedReply(together.route, turn, together.confidence), asked: together.asked }
    : routedReply(own, turn, turn.match.confidence);
}

function foreign(turn: TurnInput): TurnResult {
  const { knowledge } = turn.parts;
  const { interview } = turn.session;
  const base = common(knowledge, interview, 1, { pending: openQuestion(turn) });
  return {
    interview,
    offered: [],
    reply: { ...base, kind: 'out-of-scope', topic: null, reason: 'language', near: [] },
  };
}
