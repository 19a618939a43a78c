import { currentDevice } from '../interview/state.js';
import { onlyNamed } from '../understanding/ellipsis.js';
import { foreignLanguage } from '../understanding/language.js';
import type { Understood } from '../understanding/understand.js';
import { cardConflict } from './card-conflict.js';
import { continuesDevice, withCorrections } from './continuation.js';
import { pickedEntries, readTogether, supposedFacts, turnsToAnother, turnsToNamed } from './follow-up.js';
import { anotherDevice } from './plain-replies.js';
import { common, entryById } from './reply-parts.js';
import { isOnePhaseOnly, type Route, routeOf } from './route.js';
import { openQuestion, routedReply, supposed } from './routed-reply.js';
import { asksWho, takesLeave, thanks } from './smalltalk.js';
import { supposedCase } from './supposed-facts.js';
import type { TurnInput, TurnResult } from './turn.js';
import { onDayBeside, verdictQuestion } from './verdict-turn.js';

/** A message that answers no open question: picked from an offer, leaning on the turn before, or standing alone. */
export async function openTurn(turn: TurnInput): Promise<TurnResult> {
  const { session, understood, parts, today } = turn;
  const { knowledge } = parts;
  const picked = pickedEntries(understood.text, session, knowledge);
  if (picked.length > 0) {
    const asked = picked.map((id) => entryById(knowledge, id)?.title ?? '').join(' ');
    return { ...routedReply({ kind: 'faq', ids: picked }, turn, 1), asked };
  }
  if (isPleasantry(understood)) return routedReply({ kind: 'smalltalk' }, turn, 1);
  if (foreignLanguage(understood.text, parts.isEnglishWord)) return foreign(turn);
  if (turnsToAnother(turn)) return anotherDevice(session, knowledge, today);
  const conflict = cardConflict(turn, { knowledge, today, confidence: 1 });
  if (conflict) return { ...conflict, offered: [] };
  const about = verdictQuestion(turn);
  if (about) return about;
  const facts = supposedFacts(turn) ?? supposedCase(turn);
  if (facts) {
    const stated = { ...understood, devices: [{ mention: null, facts }] };
    return supposed({ ...turn, understood: stated }, { knowledge, today, confidence: 1 });
  }
  if (continuesDevice(turn)) {
    const known = currentDevice(session.interview)?.facts ?? {};
    const corrected = { ...turn, understood: withCorrections(understood, known, today) };
    return onDayBeside(turn, routedReply({ kind: 'entitlement' }, corrected, 1));
  }
  if (turnsToNamed(turn)) return routedReply({ kind: 'entitlement' }, turn, 1);
  const own = standingAlone(turn);
  const together = await readTogether(turn, own);
  return together
    ? { ...routedReply(together.route, turn, together.confidence), asked: together.asked }
    : routedReply(own, turn, turn.match.confidence);
}

/** Takes leave, thanks, or asks who is answering, and says nothing of a device. */
const isPleasantry = ({ text, devices }: Understood): boolean =>
  (takesLeave(text) || thanks(text) || asksWho(text)) && devices.every((d) => Object.keys(d.facts).length === 0);

/** What a message asks for by itself. */
function standingAlone({ match, understood, read, parts }: TurnInput): Route {
  const route = routeOf(match, understood, parts.knowledge);
  const words = understood.text.match(/\p{L}{2,}/gu) ?? [];
  // 'asdf qwer' is like the shortest of what people say, which is small talk.
  if (route.kind === 'smalltalk' && words.length > 0 && !words.some((w) => parts.isEnglishWord(w.toLowerCase())))
    return { kind: 'out-of-scope', topic: null, near: [] };
  // 'It's a Galaxy' asks nothing: somebody has one, and wants to know what holds for it.
  const names = !understood.text.includes('?') && onlyNamed(understood, read)?.kind === 'products';
  return names && understood.products.length > 0 && !isOnePhaseOnly(understood) ? { kind: 'entitlement' } : route;
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
