import type { CitedSentence } from '../domain/citation.js';
import { type Day, plusDays } from '../domain/day.js';
import type { Facts } from '../domain/facts.js';
import { rangesOfDate } from '../domain/partial-date.js';
import type { Gap } from '../domain/verdict.js';
import type { AssumptionCode, PlanGives, Rules } from '../knowledge/rules.js';
import { isOneDay } from './cover-days.js';
import { anniversary, lastIncludedDay } from './included-year.js';

/** The reading of 'one year after commissioning' is said to be an assumption this close to the last covered day or the anniversary after it, in days. */
const NEAR_ANNIVERSARY = 7;

/** Of two readings of a date each is looked at by itself: the days between them are none that it could be. */
function isNearAnniversary(facts: Facts, asOf: Day): boolean {
  if (facts.commissioned === undefined || facts.commissioned === 'not-yet') return false;
  return rangesOfDate(facts.commissioned).some(
    ({ from, to }) =>
      plusDays(lastIncludedDay(from), -NEAR_ANNIVERSARY) <= asOf && asOf <= plusDays(anniversary(to), NEAR_ANNIVERSARY),
  );
}

/** What the verdict takes for granted, in the rules' own words. */
export function assumptionsOf(
  facts: Facts,
  asOf: Day,
  gives: PlanGives | null,
  gap: Gap | null,
  rules: Rules,
): readonly CitedSentence[] {
  const codes: AssumptionCode[] = [];
  if (isNearAnniversary(facts, asOf)) codes.push('anniversary');
  if (gap && isOneDay(gap)) codes.push('one-day-gap');
  if (gives === 'cover' && facts.contractStart === undefined) codes.push('after-warranty');
  if (gives === 'cover' && facts.contractEnd === undefined) codes.push('runs-on');
  return codes.map((code) => rules.assumptions[code]);
}
