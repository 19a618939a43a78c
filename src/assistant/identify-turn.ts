import type { Facts, Nmc } from '../domain/facts.js';
import type { Reply } from '../domain/reply.js';
import { decide } from '../entitlement/decide.js';
import { SAYS } from '../interview/next-question.js';
import { currentDevice, type IdentifyProgress, type InterviewState, updateDevice } from '../interview/state.js';
import type { DialogContext, DialogTurn } from './entitlement-turn.js';
import { plainAnswer } from './opened-answer.js';
import { common, entryById } from './reply-parts.js';

const NEXT: Readonly<Record<IdentifyProgress, IdentifyProgress>> = {
  'web-page': 'other-evidence',
  'other-evidence': 'service-personnel',
  'service-personnel': 'service-personnel',
};

/** The cards whose verdicts are shown when no way to find out is left. */
const POSSIBLE: readonly Nmc[] = ['NMC2', 'NMC3', 'NMC4'];

/**
 * The next way to find out which card a device has; after the last, what would hold with each card. `again`: the way that was
 * offered last, once more.
 */
export function identifyTurn(state: InterviewState, context: DialogContext, again = false): DialogTurn {
  const step: IdentifyProgress = state.identify === null ? 'web-page' : again ? state.identify : NEXT[state.identify];
  const last = step === 'service-personnel';
  const declined = last ? updateDevice(state, (d) => ({ ...d, declined: [...d.declined, 'nmc'] })) : state;
  const interview: InterviewState = { ...declined, identify: step, pending: last ? null : { fact: 'nmc', attempt: 1 } };
  const facts = currentDevice(interview)?.facts ?? {};
  const entry = entryById(context.knowledge, 'identify-nmc');
  const withEachCard =
    last && state.open ? POSSIBLE.map((nmc) => ({ nmc, verdict: decideWith(facts, nmc, context) })) : [];
  const choices = last ? [] : ['NMC2', 'NMC3', 'NMC4', SAYS.dontKnow].map((says) => ({ label: says, says }));
  const reply: Reply = {
    ...common(context.knowledge, interview, context.confidence, { suggestions: choices }),
    kind: 'identify',
    step,
    answer: entry ? plainAnswer(entry) : null,
    because: null,
    withEachCard,
  };
  return { interview, reply };
}

const decideWith = (facts: Facts, nmc: Nmc, { knowledge, today }: DialogContext) =>
  decide({ ...facts, nmc }, today, knowledge.rules);

/** The card is known, and nothing else was asked: says which it is and from what. */
export function identifiedTurn(state: InterviewState, because: string | null, context: DialogContext): DialogTurn {
  const interview: InterviewState = { ...state, identify: null, pending: null };
  const reply: Reply = {
    ...common(context.knowledge, interview, context.confidence, {
      suggestions: [{ label: 'Is this device covered?', says: 'Is this device covered?' }],
    }),
    kind: 'identify',
    step: 'known',
    answer: null,
    because,
    withEachCard: [],
  };
  return { interview, reply };
}
