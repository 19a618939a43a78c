import type { CitedSentence } from '../domain/citation.js';
import type { FactName, Facts } from '../domain/facts.js';
import type { PartialDate } from '../domain/partial-date.js';
import type { LookedAt, TraceStep, Verdict } from '../domain/verdict.js';
import { dateWords, onDate } from './date-words.js';
import { cardWords, deviceWords } from './fact-words.js';

/**
 * How a verdict follows, a sentence for each row that was tried, with what the row rests on: the facts as they were stated, and
 * what comes of them on the day asked about. What two rows come to by the same words is told once.
 */
export function traceSentences(facts: Facts, verdict: Verdict): readonly CitedSentence[] {
  const sentences: CitedSentence[] = [];
  for (const step of verdict.trace) {
    const said = stepWords(step, verdict);
    if (said === null) continue;
    const device = sentences.length === 0 ? deviceWords(facts) : 'it';
    const text = capital(said.text.replace('{device}', () => device).replace('{card}', cardWords(facts.nmc)));
    if (sentences.every((s) => s.text !== text)) sentences.push({ ...said, text });
  }
  return sentences;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Null where a row holds by what the verdict itself says. */
function stepWords(step: TraceStep, verdict: Verdict): CitedSentence | null {
  if (step.says !== null) return { text: step.says, citations: step.citations };
  const telling = step.looked.filter((l) => (step.holds === 'no' ? l.holds === 'no' : true));
  const said = telling.flatMap((looked) => {
    if (looked.feature === 'year') return yearWords(looked, dateWords(verdict.asOf as string as PartialDate));
    return looked.feature === 'cover' ? coverWords(looked, verdict) : [];
  });
  return said.length === 0 ? null : { text: said.join(' '), citations: step.citations };
}

const statedIn = (looked: LookedAt, fact: FactName): string | null =>
  looked.facts.find((f) => f.fact === fact)?.value ?? null;

/** What the day of commissioning comes to for one row. `asOf`: the day asked about, in words. */
function yearWords(looked: LookedAt, asOf: string): string {
  const commissioned = statedIn(looked, 'commissioned');
  if (commissioned === null) return 'when it was commissioned is not known.';
  if (commissioned === 'not-yet') return 'it is not commissioned yet.';
  const on = onDate(commissioned as PartialDate);
  const { holds, wanted, found, yearEnds } = looked;
  if (found.length === 1 && found[0] === 'before') return `it is to be commissioned ${on}, after ${asOf}.`;
  if (wanted.includes('before')) {
    return holds === 'no'
      ? 'it has been commissioned, so the included year has begun.'
      : `it is said to be commissioned ${on}, which may be before or after ${asOf}.`;
  }
  const end = yearEnds === undefined ? '' : onDate(yearEnds);
  const was = `it was commissioned ${on}, so the included year`;
  if (holds === 'no') return `${was} ended ${end}, before ${asOf}.`;
  return holds === 'yes'
    ? `${was} ends ${end}, not before ${asOf}.`
    : `${was} ends ${end}, which may be before ${asOf} or not.`;
}

/** What the plan and its dates come to for one row. */
function coverWords(looked: LookedAt, verdict: Verdict): string {
  const [plan, start, end] = (['plan', 'contractStart', 'contractEnd'] as const).map((fact) => statedIn(looked, fact));
  const { holds, wanted, found } = looked;
  const asOf = dateWords(verdict.asOf as string as PartialDate);
  const name = verdict.planName ?? plan ?? '';
  if (!plan) return 'which service plan it has, if any, is not known.';
  if (wanted.includes('visit')) {
    return holds === 'yes' ? `a ${name} is still to come.` : 'no maintenance visit that is still to come was named.';
  }
  const from = start && start !== 'in-effect' ? `starts ${onDate(start as PartialDate)}` : '';
  const to = end ? `ends ${onDate(end as PartialDate)}` : '';
  const dates = [from, to].filter((part) => part !== '').join(' and ');
  if (found.length > 1) {
    if (found.includes('none')) return 'whether its contract is one of the plans that count is not known.';
    if (holds === 'no') return `${name} ${dates}, and is not in effect on ${asOf}.`;
    return dates === ''
      ? `when ${name} takes effect is not known.`
      : `${name} ${dates}: it may be in effect on ${asOf} or not.`;
  }
  switch (found[0]) {
    case 'none':
      return plan === 'none' ? 'it has no service contract.' : `${name} is none of the plans that count.`;
    case 'visit':
      return `a ${name} is no plan that stays in effect.`;
    case 'not-begun':
      return `${name} ${from}, after ${asOf}.`;
    case 'ended':
      return `${name} ended ${onDate(end as PartialDate)}, before ${asOf}.`;
    case 'contradictory':
      return verdict.contradictions[0]?.text ?? `the dates of ${name} contradict each other.`;
    default:
      return start === 'in-effect' || !start
        ? `${name} is said to be in effect${to === '' ? '' : ` and ${to}`}.`
        : `${name} ${dates}, so it is in effect on ${asOf}.`;
  }
}
