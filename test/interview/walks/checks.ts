import { isDeepStrictEqual } from 'node:util';
import type { Session } from '../../../src/assistant/session.js';
import type { Day } from '../../../src/domain/day.js';
import type { Reply } from '../../../src/domain/reply.js';
import type { Verdict } from '../../../src/domain/verdict.js';
import { decide } from '../../../src/entitlement/decide.js';
import type { Rules } from '../../../src/knowledge/rules.js';
import { toContract } from '../../../src/rendering/contract.js';
import { questionWords } from '../../../src/rendering/question-words.js';
import type { Notebook } from './notebook.js';
import type { Turn } from './step.js';

export interface Looked {
  readonly turn: Turn;
  readonly before: Session;
  readonly reply: Reply;
  readonly session: Session;
  readonly book: Notebook;
  readonly rules: Rules;
  readonly today: Day;
}

const decided = new Map<string, Verdict>();

/** What the engine says, called straight with what was stated of the device spoken of. */
function byTheRules({ current }: Notebook, today: Day, rules: Rules): Verdict {
  const facts = current?.facts ?? {};
  const key = `${today} ${JSON.stringify(facts)}`;
  const verdict = decided.get(key) ?? decide(facts, today, rules);
  decided.set(key, verdict);
  return verdict;
}

type Check = (looked: Looked) => string | null;

const shown = (value: unknown) => JSON.stringify(value);

/** No fact of one device leaks into another, and all that was said is kept. */
const factsAreThoseSaid: Check = ({ session, reply, book }) => {
  const kept = session.interview.devices.map((d) => d.facts);
  const said = book.pages.map((p) => p.facts);
  if (!isDeepStrictEqual(kept, said)) return `keeps ${shown(kept)} where ${shown(said)} was said`;
  const current = book.current?.facts ?? {};
  return isDeepStrictEqual(reply.facts, current)
    ? null
    : `shows ${shown(reply.facts)} of a device with ${shown(current)}`;
};

/** Never covered where the rules do not say so. */
const coversOnlyWhatTheRulesCover: Check = ({ reply, book, rules, today }) => {
  if (reply.verdict?.covered !== 'yes') return null;
  const { covered } = byTheRules(book, today, rules);
  return covered === 'yes' ? null : `says covered where the rules say ${covered}`;
};

const verdictIsThatOfTheRules: Check = ({ reply, book, rules, today }) => {
  const { verdict } = reply;
  if (verdict === null) return null;
  const own = byTheRules(book, today, rules);
  const part = (v: Verdict) => [v.outcome, v.covered, v.missing, v.coveredUntil];
  return isDeepStrictEqual(part(verdict), part(own))
    ? null
    : `decides ${shown(part(verdict))} where the rules decide ${shown(part(own))}`;
};

const asksOnlyWhatMatters: Check = ({ reply, book, rules, today }) => {
  const fact = reply.pending?.fact;
  if (fact === undefined) return null;
  if (book.current?.unknown.has(fact)) return `asks for ${fact}, which is not known`;
  const own = byTheRules(book, today, rules);
  const contradicts = fact === 'contractEnd' && own.contradictions.length > 0;
  return own.missing.includes(fact) || contradicts ? null : `asks for ${fact}, which cannot matter`;
};

/** An answer is never met by the same question, and nothing that can be taken by 'I could not take that'. */
const takesWhatIsSaid: Check = ({ turn, reply }) => {
  if (turn.intent === 'interrupt' || turn.intent === 'why') return null;
  if (reply.kind === 'entitlement' && reply.notices.length > 0) return `notes ${shown(reply.notices)}`;
  const { pending } = reply;
  if (turn.intent !== 'answer' || !turn.asked || !pending) return null;
  const same = isDeepStrictEqual(turn.asked.because, pending.because) && turn.asked.fact === pending.fact;
  return same ? `asks for ${pending.fact} again though it was answered` : null;
};

const goesOnAfterInterruption: Check = ({ turn, before, reply, session }) => {
  if (turn.intent !== 'interrupt' && turn.intent !== 'why') return null;
  const { pending } = before.interview;
  if (pending === null) return session.interview.pending === null ? null : 'asks something after an interruption';
  if (session.interview.pending?.fact !== pending.fact) return `no longer asks for ${pending.fact}`;
  if (reply.kind === 'identify') return null;
  if (reply.pending?.fact !== pending.fact) return `does not ask for ${pending.fact} again after an interruption`;
  const { text } = toContract(reply, 0, { contact: 'somebody' });
  const { attempt } = reply.pending;
  return attempt > 1 || text.includes(questionWords(reply.pending, reply.facts))
    ? null
    : `does not show the open question: ${text}`;
};

/** Where nothing is asked, a verdict or what is missing is given. */
const endsHonestly: Check = ({ turn, reply }) => {
  if (['interrupt', 'why', 'cancel', 'start-over'].includes(turn.intent)) return null;
  if (reply.kind !== 'entitlement' && reply.kind !== 'identify' && reply.kind !== 'one-phase')
    return `answers with ${reply.kind}`;
  if (reply.kind === 'identify' || reply.pending || reply.verdict?.outcome !== 'undetermined') return null;
  return reply.verdict.missing.length > 0 ? null : 'ends open without saying what is missing';
};

const CHECKS: readonly Check[] = [
  coversOnlyWhatTheRulesCover,
  factsAreThoseSaid,
  verdictIsThatOfTheRules,
  asksOnlyWhatMatters,
  takesWhatIsSaid,
  goesOnAfterInterruption,
  endsHonestly,
];

/** What is wrong with a turn, or null. */
export function problemWith(looked: Looked): string | null {
  for (const check of CHECKS) {
    const problem = check(looked);
    if (problem !== null) return problem;
  }
  return null;
}
