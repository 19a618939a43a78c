import type { Day } from '../domain/day.js';
import type { Reply } from '../domain/reply.js';
import { addDevice, EMPTY_INTERVIEW } from '../interview/state.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { entitlementTurn, standing } from './entitlement-turn.js';
import { common } from './reply-parts.js';
import type { Session } from './session.js';
import type { TurnResult } from './turn.js';

/** Nothing in the message can be read; an open question stays open. */
export function nothingToRead(
  reason: 'empty' | 'too-long',
  session: Session,
  knowledge: Knowledge,
  today: Day,
): TurnResult {
  const pending = session.interview.pending
    ? standing(session.interview, { knowledge, today, confidence: 1 }).question
    : null;
  const base = common(knowledge, session.interview, 1, { pending, suggestions: pending?.choices ?? [] });
  return {
    interview: session.interview,
    offered: session.offered,
    reply: { ...base, kind: 'out-of-scope', topic: null, reason, near: [] },
  };
}

/** All questions that are answered; an open question stays open. */
export function questionList(session: Session, knowledge: Knowledge, today: Day): TurnResult {
  const { interview } = session;
  const pending = interview.pending ? standing(interview, { knowledge, today, confidence: 1 }).question : null;
  const suggestions = pending?.choices ?? knowledge.entries.map(({ short }) => ({ label: short, says: short }));
  const base = common(knowledge, interview, 1, { pending, suggestions });
  const titles = knowledge.entries.map((entry) => entry.title);
  return { interview, offered: [], reply: { ...base, kind: 'smalltalk', which: 'questions', titles } };
}

/** Stops the dialog; starting over forgets the devices too. */
export function cancelReply(what: 'cancel' | 'start-over', session: Session, knowledge: Knowledge): TurnResult {
  const { interview } = session;
  const running = interview.pending !== null || interview.identify !== null || session.offered.length > 0;
  const next =
    what === 'start-over'
      ? EMPTY_INTERVIEW
      : { ...interview, pending: null, identify: null, open: false, current: null };
  const reply: Reply = {
    ...common(knowledge, next, 1),
    kind: 'cancel',
    what: what === 'cancel' && !running ? 'nothing' : what,
  };
  return { interview: next, offered: [], reply };
}

/** A new device, of which nothing is known yet: asked for from the start. */
export function anotherDevice(session: Session, knowledge: Knowledge, today: Day): TurnResult {
  const context = { knowledge, today, confidence: 1 };
  return { ...entitlementTurn(addDevice(session.interview, {}), [], [], context), offered: [] };
}
