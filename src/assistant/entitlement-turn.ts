import type { Day } from '../domain/day.js';
import { ENTRY } from '../domain/entry-roles.js';
import type { Facts, Nmc } from '../domain/facts.js';
import type { PartialDate } from '../domain/partial-date.js';
import type { CardVerdict, Notice, Question, Reply, Suggestion } from '../domain/reply.js';
import type { DeviceVerdict, Verdict } from '../domain/verdict.js';
import { decide } from '../entitlement/decide.js';
import { nextQuestion } from '../interview/next-question.js';
import { currentDevice, type DeviceState, type InterviewState } from '../interview/state.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { common, entryById } from './reply-parts.js';

/** A turn of the guided dialog: the state after it and what is said. */
export interface DialogTurn {
  readonly interview: InterviewState;
  readonly reply: Reply;
}

export interface DialogContext {
  readonly knowledge: Knowledge;
  readonly today: Day;
  readonly confidence: number;
}

/** The click that turns to another device. */
export const CHECK_ANOTHER = 'Check another device';

/** The click that asks for the verdict's explanation. */
const ASK_WHY = 'Why?';

const NO_DEVICE: DeviceState = { facts: {}, declined: [] };

/** The verdict of the current device and the question that leads on; the question's attempt counts on where it stays. */
export function standing(
  interview: InterviewState,
  { knowledge, today }: DialogContext,
): { readonly verdict: Verdict; readonly question: Question | null } {
  const device = currentDevice(interview) ?? NO_DEVICE;
  const verdict = decide(device.facts, today, knowledge.rules);
  const first = nextQuestion(device, verdict, 1, knowledge);
  const same = first !== null && interview.pending?.fact === first.fact;
  return { verdict, question: same ? { ...first, attempt: interview.pending?.attempt ?? 1 } : first };
}

const after = (says: string): Suggestion => ({ label: says, says });

/**
 * What follows from the facts as they stand: a verdict, or the next question. `touched`: the devices
 * that the message spoke of; several are listed. A one-phase device is told so under its own kind.
 */
export function entitlementTurn(
  state: InterviewState,
  touched: readonly number[],
  notices: readonly Notice[],
  context: DialogContext,
): DialogTurn {
  const { knowledge, today } = context;
  const { verdict, question } = standing(state, context);
  const interview: InterviewState = {
    ...state,
    pending: question ? { fact: question.fact, attempt: question.attempt, ...doubtedIn(notices) } : null,
    identify: null,
    open: question !== null,
  };
  const devices =
    touched.length > 1 ? touched.map((i) => verdictOf(state.devices[i] ?? NO_DEVICE, today, knowledge)) : [];
  const suggestions = question
    ? question.choices
    : [
        ...(devices.length > 0 || verdict.says === null ? [] : [after(ASK_WHY)]),
        ...(verdict.covered === 'no' ? renewal(knowledge) : [after(CHECK_ANOTHER)]),
      ];
  const base = common(knowledge, interview, context.confidence, { verdict, pending: question, devices, suggestions });
  if (verdict.outcome === 'one-phase' && devices.length === 0) {
    const says = verdict.says
      ? [{ ...verdict.says, text: verdict.says.text.replace('{device}', () => `The ${base.facts.family ?? 'device'}`) }]
      : [];
    return { interview, reply: { ...base, kind: 'one-phase', sentences: [...says, ...verdict.actions] } };
  }
  const cardAlone = question === null && devices.length === 0 && verdict.missing.join() === 'nmc';
  const withEachCard = cardAlone ? { withEachCard: verdictsByCard(base.facts, context) } : {};
  return { interview, reply: { ...base, kind: 'entitlement', notices, why: false, ...withEachCard } };
}

/** The cards whose verdicts are shown where no way to find out which one it is is left. */
const POSSIBLE: readonly Nmc[] = ['NMC2', 'NMC3', 'NMC4'];

/** What would hold with each card. */
export const verdictsByCard = (facts: Facts, { knowledge, today }: DialogContext): readonly CardVerdict[] =>
  POSSIBLE.map((nmc) => ({ nmc, verdict: decide({ ...facts, nmc }, today, knowledge.rules) }));

/** A day of commissioning that was asked back about, so that 'it is planned for then' can be taken. */
function doubtedIn(notices: readonly Notice[]): { readonly doubted?: PartialDate } {
  const notice = notices.find((n) => n.kind === 'implausible-date');
  return notice?.date === undefined ? {} : { doubted: notice.date };
}

function verdictOf(device: DeviceState, today: Day, knowledge: Knowledge): DeviceVerdict {
  return { facts: device.facts, verdict: decide(device.facts, today, knowledge.rules) };
}

/** What somebody without cover asks next, as the knowledge base's own follow-ups. */
function renewal(knowledge: Knowledge): readonly Suggestion[] {
  const entries = [ENTRY.goesOn, ENTRY.withoutPlan].map((id) => entryById(knowledge, id)).filter((e) => e !== null);
  return [...entries.map((e) => after(e.short)), after(CHECK_ANOTHER)];
}

/** The same question again, one attempt on, with what was wrong with the answer; nothing is recorded. */
export function askAgain(state: InterviewState, notice: Notice, context: DialogContext): DialogTurn {
  const attempt = (state.pending?.attempt ?? 0) + 1;
  const { verdict, question } = standing(state, context);
  const again = question ? { ...question, attempt } : null;
  const interview = { ...state, pending: again ? { fact: again.fact, attempt, ...doubtedIn([notice]) } : null };
  const base = common(context.knowledge, interview, context.confidence, {
    verdict,
    pending: again,
    suggestions: again?.choices ?? [],
  });
  return { interview, reply: { ...base, kind: 'entitlement', notices: [notice], why: false } };
}

/** What the open question can be answered with, said in words for who does not see the choices. */
export function listChoices(state: InterviewState, context: DialogContext): DialogTurn {
  const { verdict, question } = standing(state, context);
  const choices = question?.choices ?? [];
  const base = common(context.knowledge, state, context.confidence, {
    verdict,
    pending: question,
    suggestions: choices,
  });
  const notices: readonly Notice[] = choices.length > 0 ? [{ kind: 'choices', says: choices.map((c) => c.label) }] : [];
  return { interview: state, reply: { ...base, kind: 'entitlement', notices, why: false } };
}

/** Why the open question is asked. */
export function explainQuestion(state: InterviewState, context: DialogContext): DialogTurn {
  const { verdict, question } = standing(state, context);
  const base = common(context.knowledge, state, context.confidence, {
    verdict,
    pending: question,
    suggestions: question?.choices ?? [],
  });
  return { interview: state, reply: { ...base, kind: 'entitlement', notices: [], why: true } };
}
