import { type Span, sentencesOf } from './clauses.js';
import { speaksOfFuture } from './commissioning.js';
import { rolesOfDates } from './date-roles.js';
import type { findDates } from './dates/find-dates.js';
import type { Surroundings, Understood } from './understand.js';

/** Not 'will be commissioned'. */
const PAST_VERB =
  /(?<!\b(?:be|being|gets?)\s)\b(?:ended|expired|lapsed|ran out|signed|bought|was|were|commissioned|delivered|started|began|took place|went)\b/i;
const PAST_BEFORE = new RegExp(`${PAST_VERB.source}\\s+(?:in|on|at|around)?\\s*$`, 'i');

/** The dates of a text, each in the tense of its sentence, with what it is the date of. `unnamed`: the text with 'plan' for a plan's name. */
export function datesOf(
  text: string,
  { today, locale, dayFirst }: Surroundings,
  find: typeof findDates,
  products: readonly Span[],
  unnamed: (text: string) => string,
): Understood['dates'] {
  const plain = unnamed(text);
  const found = sentencesOf(text).flatMap((s) => {
    const part = text.slice(s.start, s.end);
    const found = (tense: 'past' | 'future') => find(part, { today, tense, locale, preferDayFirst: dayFirst });
    const future = speaksOfFuture(plain.slice(s.start, s.end));
    // 'It ended in June, and the building will be cleared before Christmas.'
    const past = future && PAST_VERB.test(part) ? found('past') : [];
    const dates = found(future ? 'future' : 'past').map((d) =>
      PAST_BEFORE.test(part.slice(0, d.start)) ? (past.find((p) => p.start === d.start && p.end === d.end) ?? d) : d,
    );
    return dates.map((d) => ({
      ...d,
      start: d.start + s.start,
      end: d.end + s.start,
    }));
  });
  const kept = found.filter(
    (d) => !/\b(?:not|instead of|rather than)\s+(?:in\s+|on\s+)?$/i.test(text.slice(0, d.start)),
  );
  const roles = rolesOfDates(plain, kept, products);
  return kept.map((d, i) => ({ ...d, role: roles[i] ?? 'none' }));
}
