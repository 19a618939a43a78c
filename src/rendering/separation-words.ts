import type { CitedSentence } from '../domain/citation.js';
import type { FactName, Nmc } from '../domain/facts.js';
import type { PartialDate } from '../domain/partial-date.js';
import type { Separation, Verdict } from '../domain/verdict.js';
import { onDate } from './date-words.js';
import { cardWords, listWords } from './fact-words.js';
import { WORDING } from './wording.js';

/**
 * What the answers to a question come to, in one sentence: 'With an NMC2 the answer is no, whatever else; with an NMC3 or an NMC4 it
 * depends on …'. Answers that come to the same for whoever asks are taken together, whatever the reasons; null where the
 * verdict does not ask for the fact.
 */
export function separationSentence(fact: FactName, verdict: Verdict): CitedSentence | null {
  const separates = verdict.questions.find((q) => q.fact === fact)?.separates ?? [];
  if (separates.length === 0) return null;
  const groups = new Map<string, Separation[]>();
  for (const s of separates) {
    const result = resultWords(s, verdict.missing.length > 1);
    groups.set(result, [...(groups.get(result) ?? []), s]);
  }
  const citations = separates.flatMap((s) => s.citations);
  const { reason, together } = WORDING.separation;
  if (groups.size === 1) return { text: verdict.covered === 'unknown' ? together : reason, citations };
  const parts = [...groups].map(([result, same]) => `${answerWords(fact, same)} ${result}`);
  const text = `${parts.join('; ')}.`;
  return { text: text.charAt(0).toUpperCase() + text.slice(1), citations };
}

/** `others`: whether other facts are missing as well. */
function resultWords({ covered, missing, outcome }: Separation, others: boolean): string {
  const { separation, factNames } = WORDING;
  const [first, second, third] = missing.map((fact) => factNames[fact]);
  if (first !== undefined && covered === 'unknown') {
    const more = third === undefined ? second : separation.more;
    return separation.depends(more === undefined ? first : listWords([first, more], 'and'));
  }
  if (outcome === 'one-phase') return separation.onePhase;
  return covered === 'no' && others ? separation.anyway : separation.result[covered];
}

function answerWords(fact: FactName, same: readonly Separation[]): string {
  const { separation } = WORDING;
  const answers = same.flatMap((s) => s.answers);
  const dates = (words: (date: PartialDate) => string) =>
    listWords(
      answers.map((a) => words(a as PartialDate)),
      'or',
    );
  switch (fact) {
    case 'family':
      return separation.product(
        listWords(
          answers.map((cls) => separation.classes[cls as keyof typeof separation.classes] ?? cls),
          'or',
        ),
      );
    case 'nmc':
      return `with ${listWords(
        // A card that is none comes last.
        [...answers].sort().map((card) => cardWords(card as Nmc)),
        'or',
      )}`;
    case 'commissioned':
      return `commissioned ${dates((a) => (String(a) === 'not-yet' ? 'later' : onDate(a)))}`;
    case 'plan':
      return `with ${listWords(
        same.flatMap((s) => s.names),
        'or',
      )}`;
    case 'contractStart':
      return separation.start(dates((a) => (String(a) === 'in-effect' ? separation.running : onDate(a))));
    case 'contractEnd':
      return `if it ends ${dates(onDate)}`;
  }
}
