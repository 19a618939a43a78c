import type { Notice } from '../domain/reply.js';
import { type Answered, readAnswer, saysDontKnow } from '../interview/answers.js';
import { forgetFact, mergeFacts } from '../interview/merge-facts.js';
import { asBefore, sameAs } from '../interview/same-as.js';
import { currentDevice, deviceBefore, type Pending, updateDevice } from '../interview/state.js';
import { speaksOfAnother, takeStatements } from '../interview/take-statements.js';
import { isBareQuestion } from '../understanding/leaning.js';
import type { Trouble, Understood } from '../understanding/understand.js';
import { cardConflict } from './card-conflict.js';
import { correctsDate, withCorrections } from './continuation.js';
import {
  askAgain,
  type DialogContext,
  type DialogTurn,
  entitlementTurn,
  explainQuestion,
  listChoices,
  standing,
} from './entitlement-turn.js';
import { identifiedTurn, identifyTurn } from './identify-turn.js';
import { isInterruption } from './interruption.js';
import type { TurnInput, TurnResult } from './turn.js';

const CANNOT =
  /\b(?:can(?:no|['’]?)t|unable|no (?:access|network|login|password|way|laptop|browser)|not (?:possible|reachable|connected)|does ?n['’]?o?t (?:work|open|load|say|show)|do ?n['’]?t (?:have|see)|locked out|forgot)\b/i;

export const noticeOf = (trouble: Trouble): Notice =>
  trouble.kind === 'past-tense-future'
    ? { kind: 'implausible-date', said: trouble.said, why: 'past-tense-future', date: trouble.date }
    : trouble;

/** Whether a message answers the open question: with a fact of the device, or by saying that it is not known. A plan may as well be spoken of. */
export function answersQuestion(turn: TurnInput): boolean {
  const { pending } = turn.session.interview;
  if (pending === null) return false;
  const answer = readAs(turn, pending);
  const telling = [pending.fact, 'family', 'nmc', 'commissioned'];
  return answer.kind === 'dont-know' || (answer.kind === 'facts' && telling.some((fact) => fact in answer.facts));
}

function readAs({ session, understood, today, parts }: TurnInput, pending: Pending): Answered {
  const known = currentDevice(session.interview)?.facts ?? {};
  const { question } = standing(session.interview, { knowledge: parts.knowledge, today, confidence: 1 });
  const other = deviceBefore(session.interview);
  const before = asBefore(understood.text, pending.fact, other);
  if (before) return { kind: 'facts', facts: before };
  const answer = readAnswer(understood, pending, question, today, known);
  const shared = sameAs(understood.text, other);
  const takesOver = answer.kind === 'no-answer' && Object.keys(shared).length > 0;
  return takesOver ? { kind: 'facts', facts: shared } : answer;
}

/** Reads the message as the answer to the dialog's open question; null where none is open or something else is asked. */
export function dialogTurn(turn: TurnInput): TurnResult | null {
  const { interview } = turn.session;
  if (interview.pending === null) return null;
  const context: DialogContext = { knowledge: turn.parts.knowledge, today: turn.today, confidence: 1 };
  if (turn.command === 'why') return result(explainQuestion(interview, context));
  if (turn.command === 'choices') return result(listChoices(interview, context));
  const conflict = cardConflict(turn, context);
  if (conflict) return result(conflict);
  const answer = corrected(turn, readAs(turn, interview.pending));
  if (answer.kind === 'no-answer' && isBareQuestion(turn.understood.text)) {
    const next = bareQuestion(turn, interview.pending, context);
    return next && result(next);
  }
  if (isInterruption(turn, answer.kind)) return null;
  const next = takeAnswer(turn, answer, context);
  return next === null ? null : result(next);
}

/** 'No, it was 3 May' answers no question of another fact: it puts right what was said of the commissioning or the contract. */
function corrected({ session, understood, today }: TurnInput, answer: Answered): Answered {
  if (answer.kind !== 'no-answer' || understood.devices.length > 1) return answer;
  const known = currentDevice(session.interview)?.facts ?? {};
  if (!correctsDate(understood, known)) return answer;
  const facts = withCorrections(understood, known, today).devices[0]?.facts ?? {};
  return Object.keys(facts).length > 0 ? { kind: 'facts', facts } : answer;
}

const result = ({ interview, reply }: DialogTurn): TurnResult => ({ interview, reply, offered: [] });

/** 'How?', 'where exactly?' lean on the dialog's question, unless something else came between. */
function bareQuestion({ session }: TurnInput, pending: Pending, context: DialogContext): DialogTurn | null {
  const { interview, last } = session;
  if (last !== null && last.kind !== 'entitlement' && last.kind !== 'identify') return null;
  return pending.fact === 'nmc' ? identifyTurn(interview, context, true) : explainQuestion(interview, context);
}

/** 'The VX on 28 May, the Symmetra on 12 May', asked for a day: to each device the one date of nothing else that follows its name. */
function withDayEach(understood: Understood): Understood {
  const { devices, dates } = understood;
  const told = devices.map((device, i) => {
    const from = device.mention?.start ?? 0;
    const to = devices[i + 1]?.mention?.start ?? Number.POSITIVE_INFINITY;
    const loose = dates.filter((d) => d.role === 'none' && d.start >= from && d.start < to);
    const [only, more] = loose;
    const takes = only?.value && !more && device.facts.commissioned === undefined;
    return takes ? { ...device, facts: { ...device.facts, commissioned: only.value } } : device;
  });
  return { ...understood, devices: told };
}

function takeAnswer(turn: TurnInput, answer: Answered, context: DialogContext): DialogTurn | null {
  const { understood } = turn;
  const { interview } = turn.session;
  const { pending } = interview;
  if (pending === null) return null;
  const isOption = optionOf(turn);
  if (understood.devices.length > 1 || (speaksOfAnother(understood) && pending.fact !== 'family')) {
    const told = pending.fact === 'commissioned' ? withDayEach(understood) : understood;
    const taken = takeStatements(interview, told, isOption);
    return entitlementTurn(taken.state, taken.touched, notices(turn), context);
  }
  switch (answer.kind) {
    case 'facts': {
      const stated = {
        ...understood,
        devices: [{ mention: understood.devices[0]?.mention ?? null, facts: answer.facts }],
      };
      const { forget } = answer;
      const before = forget ? updateDevice(interview, (d) => forgetFact(d, forget)) : interview;
      // A pick by its place among the choices ('the second one') names a product, and no second device.
      const picked =
        pending.fact === 'family' && stated.devices[0]?.mention === null && answer.facts.family !== undefined;
      const { state } = picked
        ? { state: updateDevice(before, (d) => mergeFacts(d, answer.facts)) }
        : takeStatements(before, stated, isOption);
      if (interview.identify !== null && !interview.open && answer.facts.nmc !== undefined)
        return identifiedTurn(state, turn.understood.evidence?.because ?? null, context);
      return entitlementTurn(state, [], notices(turn), context);
    }
    case 'trouble':
      return askAgain(interview, noticeOf(answer.trouble), context);
    case 'dont-know':
      return answer.of === 'nmc'
        ? identifyTurn(interview, context)
        : entitlementTurn(
            updateDevice(interview, (d) => ({ ...d, declined: [...d.declined, answer.of] })),
            [],
            [],
            context,
          );
    case 'no-answer':
      if (interview.identify !== null && (CANNOT.test(understood.text) || saysDontKnow(understood.text))) {
        return identifyTurn(interview, context);
      }
      if (pending.fact === 'nmc' && CANNOT.test(understood.text)) return identifyTurn(interview, context);
      return askAgain(interview, { kind: 'not-understood', attempt: pending.attempt }, context);
  }
}

export const optionOf = (turn: TurnInput) => (ambiguous: string, product: string) =>
  turn.parts.knowledge.catalogue.ambiguousName(ambiguous)?.options.includes(product) ?? false;

export const notices = (turn: TurnInput): readonly Notice[] => turn.understood.troubles.map(noticeOf);
