/** 'dd/mm/yyyy', 'day/month/year', 'day first', 'European format'. */
const DAY_FIRST =
  /\bd{1,2}\s?[./-]\s?m{1,2}\b|\bday\s?[./-]\s?month\b|\bday (?:comes |goes |is |stands )?first\b|\b(?:european|british|uk|german|french|irish|continental) (?:date )?(?:format|style|notation|order|dates?|way)\b/i;
const MONTH_FIRST =
  /\bm{1,2}\s?[./-]\s?d{1,2}\b|\bmonth\s?[./-]\s?day\b|\bmonth (?:comes |goes |is |stands )?first\b|\b(?:us|u\.s\.|american|usa) (?:date )?(?:format|style|notation|order|dates?|way)\b/i;

/** Whether a text says in words that its dates put the day first: true, false for the month, null where it does not say, or both. */
export function dayOrderSaid(text: string): boolean | null {
  const day = DAY_FIRST.test(text);
  return day === MONTH_FIRST.test(text) ? null : day;
}
