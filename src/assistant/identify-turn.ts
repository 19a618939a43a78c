import { ENTRY } from '../domain/entry-roles.js';
import type { Reply } from '../domain/reply.js';
import { SAYS } from '../interview/next-question.js';
import { currentDevice, type IdentifyProgress, type InterviewState, updateDevice } from '../interview/state.js';
import { type DialogContext, type DialogTurn, standing, verdictsByCard } from './entitlement-turn.js';
import { plainAnswer } from './opened-answer.js';
import { common, entryById } from './reply-parts.js';

const NEXT: Readonly<Record<IdentifyProgress, IdentifyProgress>> = {
  'web-page': 'other-evidence',
  'other-evidence': 'service-personnel',
  'service-personnel': 'service-personnel',
};

/**
 * The next way to find out which card a device has; after the last, what would hold with each card. `again`: the way that was
 * offered last, once more.
 */
export function identifyTurn(state: InterviewState, context: DialogContext, again = false): DialogTurn {
  const step: IdentifyProgress = state.identify === null ? 'web-page' : again ? state.identify : NEXT[state.identify];
  const last = step === 'service-personnel';
  const declined = last ? updateDevice(state, (d) => ({ ...d, declined: [...d.declined, 'nmc'] })) : state;
  // Without the card the other facts still tell what would hold with each.
  const question = last && state.open ? standing(declined, context).question : null;
  const interview: InterviewState = last
    ? { ...declined, identify: null, pending: question && { fact: question.fact, attempt: question.attempt } }
    : { ...state, identify: step, pending: { fact: 'nmc', attempt: 1 } };
  const facts = currentDevice(interview)?.facts ?? {};
  const entry = entryById(context.knowledge, ENTRY.showsCard);
  const withEachCard = last && state.open ? verdictsByCard(facts, context) : [];
  const cards = ['NMC2', 'NMC3', 'NMC4', SAYS.dontKnow].map((says) => ({ label: says, says }));
  const choices = last ? (question?.choices ?? []) : cards;
  const reply: Reply = {
    ...common(context.knowledge, interview, context.confidence, { pending: question, suggestions: choices }),
    kind: 'identify',
    step,
    answer: entry ? plainAnswer(entry) : null,
    because: null,
    withEachCard,
  };
  return { interview, reply };
}

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
