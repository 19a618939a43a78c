import type { FactName } from '../domain/facts.js';
import { exactDay, type PartialDate } from '../domain/partial-date.js';
import type { Question, Suggestion } from '../domain/reply.js';
import type { Verdict } from '../domain/verdict.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { DeviceState } from './state.js';

/** What a click on a choice says, word for word; the interview understands each of them. */
export const SAYS = {
  dontKnow: "I don't know",
  notYet: 'Not commissioned yet',
  noPlan: 'No service contract',
  otherPlan: 'Another service contract',
  inEffect: 'It is in effect',
  startsLater: 'It starts later',
  ended: 'It has ended',
} as const;

const say = (text: string): Suggestion => ({ label: text, says: text });

/**
 * The fact to ask for: of those that can still change the verdict and that the asker has not said not to know, the one that
 * takes the fewest questions in all; null where there is none. A fact that no longer matters is never asked.
 */
export const nextFact = (
  { declined }: Pick<DeviceState, 'declined'>,
  questions: readonly { readonly fact: FactName }[],
): FactName | null => questions.map((q) => q.fact).find((fact) => !declined.includes(fact)) ?? null;

/** The question that leads on, or null where nothing is left to ask and nothing contradicts. */
export function nextQuestion(
  device: DeviceState,
  verdict: Verdict,
  attempt: number,
  knowledge: Knowledge,
): Question | null {
  const fact = nextFact(device, verdict.questions);
  if (fact === null) return contradictionQuestion(device, verdict, attempt);
  const { because, choices } = framed(fact, device, knowledge);
  return { fact, attempt, because, choices };
}

/** Dates of a contract that contradict each other, where the verdict hangs on them: asked about, and none of them preferred. */
function contradictionQuestion({ facts, declined }: DeviceState, verdict: Verdict, attempt: number): Question | null {
  const [contradiction] = verdict.contradictions;
  const decides = verdict.trace.some((step) => step.looked.some((l) => l.found.includes('contradictory')));
  const { contractStart: start, contractEnd: end } = facts;
  if (!contradiction || !decides || start === undefined || end === undefined) return null;
  if (declined.includes('contractEnd')) return null;
  const choices = start === 'in-effect' ? [SAYS.inEffect, SAYS.ended, SAYS.dontKnow] : [SAYS.dontKnow];
  return { fact: 'contractEnd', attempt, because: { kind: 'contradiction', start, end }, choices: choices.map(say) };
}

function framed(fact: FactName, device: DeviceState, knowledge: Knowledge): Pick<Question, 'because' | 'choices'> {
  const { facts } = device;
  switch (fact) {
    case 'family':
      return familyQuestion(facts.family, knowledge);
    case 'nmc':
      return { because: { kind: 'unknown' }, choices: ['NMC2', 'NMC3', 'NMC4', SAYS.dontKnow].map(say) };
    case 'commissioned':
      return {
        because: narrower(facts.commissioned),
        choices: (facts.commissioned === undefined ? [SAYS.notYet, SAYS.dontKnow] : [SAYS.dontKnow]).map(say),
      };
    case 'plan':
      return {
        because: facts.plan === undefined ? { kind: 'unknown' } : { kind: 'open-plan' },
        choices: [
          SAYS.noPlan,
          ...planNames(knowledge),
          ...(facts.plan === undefined ? [SAYS.otherPlan] : []),
          SAYS.dontKnow,
        ].map(say),
      };
    case 'contractStart':
      return {
        because: narrower(facts.contractStart),
        choices: [SAYS.inEffect, SAYS.startsLater, SAYS.dontKnow].map(say),
      };
    case 'contractEnd':
      return { because: narrower(facts.contractEnd), choices: [say(SAYS.dontKnow)] };
  }
}

const planNames = (knowledge: Knowledge): readonly string[] =>
  knowledge.plans.filter((p) => p.gives === 'cover').map((p) => p.name);

function familyQuestion(said: string | undefined, knowledge: Knowledge): Pick<Question, 'because' | 'choices'> {
  const ambiguous = said === undefined ? null : knowledge.catalogue.ambiguousName(said);
  if (ambiguous) {
    return {
      because: { kind: 'ambiguous-family', said: ambiguous.said, options: ambiguous.options },
      choices: ambiguous.options.map(say),
    };
  }
  const names = knowledge.catalogue.ambiguous.filter((a) => !a.short).map((a) => a.said);
  // A name that goes on with another one is narrower than a range.
  const ranges = names.filter((said) => names.every((other) => !said.startsWith(`${other} `)));
  return {
    because: said === undefined ? { kind: 'unknown' } : { kind: 'unknown-family', said },
    choices: ranges.map(say),
  };
}

function narrower(known: string | undefined): Question['because'] {
  const partial = known !== undefined && known !== 'not-yet' && known !== 'in-effect' ? (known as PartialDate) : null;
  return partial !== null && exactDay(partial) === null ? { kind: 'narrower', known: partial } : { kind: 'unknown' };
}
