import { sentencesOf } from '../clauses.js';

/** 'dd/mm/yyyy', 'day/month/year', 'day first', 'European format'. */
const DAY_FIRST =
  /\bd{1,2}\s?[./-]\s?m{1,2}\b|\bday\s?[./-]\s?month\b|\bday (?:comes |goes |is |stands )?first\b|\b(?:european|british|uk|german|french|irish|continental) (?:date )?(?:format|style|notation|order|dates?|way)\b/i;
const MONTH_FIRST =
  /\bm{1,2}\s?[./-]\s?d{1,2}\b|\bmonth\s?[./-]\s?day\b|\bmonth (?:comes |goes |is |stands )?first\b|\b(?:us|u\.s\.|american|usa) (?:date )?(?:format|style|notation|order|dates?|way)\b/i;

/** "I can't say if it is the American way round" says nothing. */
const DOUBT =
  /\b(?:not sure|unsure|unclear|uncertain|no idea|(?:can|could|do|does|did) ?n['’]?o?t (?:say|tell|know)|cannot (?:say|tell)|wonder\w*|whether|if|or|maybe|perhaps|possibly|might|may be|could be)\b|\?/i;

/**
 * Whether a text says in words that its dates put the day first: true, false for the month, null where it does not say, says both, or
 * says it in a sentence of doubt.
 */
export function dayOrderSaid(text: string): boolean | null {
  const sure = sentencesOf(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter((sentence) => !DOUBT.test(sentence))
    .join('\n');
  const day = DAY_FIRST.test(sure);
  return day === MONTH_FIRST.test(sure) ? null : day;
}
