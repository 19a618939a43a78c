import type { Match } from '../answering/matcher.js';
import type { EntryId } from '../domain/ids.js';
import type { Reply, Suggestion } from '../domain/reply.js';
import { foreignLanguage } from '../understanding/language.js';
import { answersQuestion, dialogTurn } from './dialog-turn.js';
import { pickedEntries } from './follow-up.js';
import { describesDevice, isOnePhaseOnly } from './route.js';
import { openQuestion, routedReply } from './routed-reply.js';
import type { Session } from './session.js';
import { type AskedPart, MOST_PARTS, settledParts, type TakenApart, takeApart, textOf } from './several-questions.js';
import { takesLeave } from './smalltalk.js';
import type { TurnInput, TurnResult } from './turn.js';

/** At most this many follow-ups are offered under all parts together. */
const MOST_SUGGESTIONS = 4;

/** One part of a turn: which pieces of the message it answers, and how, given the session after the parts before it. */
interface Step {
  readonly key: string;
  readonly pieces: readonly number[];
  readonly take: (session: Session) => TurnResult;
}

/**
 * A message that asks several things, or answers the open question and asks something else beside it: a reply to each, in the order
 * asked. Null where it is one question, however many sentences it takes.
 */
export async function severalTurn(turn: TurnInput): Promise<TurnResult | null> {
  const { session, understood, parts } = turn;
  if (takesLeave(understood.text)) return null;
  const apart = takeApart(turn);
  const answer = session.interview.pending === null ? null : answerStep(apart, turn);
  if (apart.asking.length + (answer ? 1 : 0) < 2) return null;
  if (foreignLanguage(understood.text, parts.isEnglishWord)) return null;
  // What is asked of single-phase devices belongs to another FAQ as a whole.
  if (isOnePhaseOnly(understood) || pickedEntries(understood.text, session, parts.knowledge).length > 0) return null;
  const asked = await settledParts(apart, turn);
  if (!asked) return null;
  const [first] = asked;
  // What the knowledge base does not answer is one refusal, however much of it is asked.
  if (first && !answer && asked.every((part) => part.route.kind === 'out-of-scope'))
    return asked.length > 1 ? partStep(first, asked, apart, turn).take(session) : null;
  const steps = [...(answer ? [answer] : []), ...asked.map((part) => partStep(part, asked, apart, turn))];
  const described = answer ? null : describedStep(asked, apart, turn);
  const all = [...(described ? [described] : []), ...steps].sort((a, b) => firstOf(a) - firstOf(b));
  return new Set(all.map((s) => s.key)).size < all.length || all.length < 2 ? null : taken(all, apart, turn);
}

const firstOf = (step: Step): number => Math.min(...step.pieces);

/** Statements that answer the dialog's open question. */
function answerStep({ pieces, asking }: TakenApart, turn: TurnInput): Step | null {
  const statements = pieces.flatMap((_, i) => (asking.includes(i) ? [] : [i]));
  if (statements.length === 0) return null;
  const understood = turn.read(textOf(statements, pieces));
  const answering: TurnInput = { ...turn, understood, match: NOTHING_ASKED, command: null };
  if (!answersQuestion(answering)) return null;
  const result = dialogTurn(answering);
  return result && { key: result.reply.kind, pieces: statements, take: () => result };
}

const NOTHING_ASKED: Match = { ranked: [], confidence: 1, decision: 'decline' };

/** What describes a device beside questions of which none is about it: it is checked as well. */
function describedStep(asked: readonly AskedPart[], { pieces, asking }: TakenApart, turn: TurnInput): Step | null {
  if (asked.length < 2 || asked.some((part) => part.route.kind === 'entitlement')) return null;
  const statements = pieces.flatMap((_, i) => (asking.includes(i) ? [] : [i]));
  if (statements.length === 0) return null;
  const understood = turn.read(textOf(statements, pieces));
  if (!describesDevice(understood)) return null;
  return {
    key: 'entitlement',
    pieces: statements,
    take: (session) => routedReply({ kind: 'entitlement' }, { ...turn, session, understood }, 1),
  };
}

function partStep(part: AskedPart, asked: readonly AskedPart[], { pieces }: TakenApart, turn: TurnInput): Step {
  const { key, route, match } = part;
  // Facts may be stated anywhere in a message; they belong to the question about the device.
  const others = new Set(
    asked.filter((p) => p !== part).flatMap((p) => p.pieces.filter((i) => pieces[i]?.form !== 'phrase')),
  );
  const mine = pieces.flatMap((_, i) => (others.has(i) && !part.pieces.includes(i) ? [] : [i]));
  const understood = route.kind === 'entitlement' ? turn.read(textOf(mine, pieces)) : part.understood;
  return {
    key,
    pieces: part.pieces,
    take: (session) => routedReply(route, { ...turn, session, match, understood }, match.confidence),
  };
}

/** All parts, each after the ones before it; the first one's kind stands for the whole, and what is open is asked once, at the end. */
function taken(all: readonly Step[], { pieces }: TakenApart, turn: TurnInput): TurnResult | null {
  const steps = all.slice(0, MOST_PARTS);
  let { session } = turn;
  const replies: Reply[] = [];
  const offered: EntryId[] = [];
  for (const step of steps) {
    const result = step.take(session);
    session = { ...session, interview: result.interview };
    replies.push(result.reply);
    offered.push(...result.offered);
  }
  const [first] = replies;
  const last = replies.at(-1);
  if (!first || !last) return null;
  const about = replies.findLast((r) => r.kind === 'entitlement');
  const pending = last.kind === 'identify' ? null : openQuestion({ ...turn, session });
  const answered = replies.flatMap((r) => (r.kind === 'faq' ? r.answers.map((a) => a.id) : []));
  const reply: Reply = {
    ...first,
    confidence: Math.min(...replies.map((r) => r.confidence)),
    suggestions: pending ? pending.choices : distinct(replies.flatMap((r) => r.suggestions)),
    facts: last.facts,
    verdict: about?.verdict ?? first.verdict,
    devices: about?.devices ?? first.devices,
    pending,
    parts: replies,
    leftOut: all.length - steps.length,
  };
  return {
    interview: session.interview,
    offered: offered.length > 0 ? offered : answered.length > 1 ? answered : [],
    reply,
    asked: textOf(steps.at(-1)?.pieces ?? [], pieces),
  };
}

function distinct(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const seen = new Map(suggestions.map((s) => [s.says, s]));
  return [...seen.values()].slice(0, MOST_SUGGESTIONS);
}
