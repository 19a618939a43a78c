import type { Day } from '../domain/day.js';
import { boundsOfDate, type PartialDate } from '../domain/partial-date.js';
import { currentDevice } from '../interview/state.js';
import { findDates } from '../understanding/dates/find-dates.js';
import type { TurnInput } from './turn.js';

/** All that may stand beside the date in a question for another day; anything else makes it a question of its own. */
const AROUND =
  /\b(?:and|but|so|ok|okay|then|now|what|how|about|will|would|was|were|is|are|be|been|it|its|that|this|the|they|we|i|device|unit|ups|pdu|one|have|had|still|also|already|covered|cover|coverage|entitled|included|entitlement|valid|on|in|by|as|of|at|until|till|from|for|to|with|same|thing|case|day|date|if|say|asked|ask|look|looks?|like|status|verdict|answer|result|be|even|again|during|around|back)\b|['’]s\b|[\s,.?!:;–-]/gi;
/** A question, or one that goes on from the verdict. */
const ASKS = /\?\s*$|^\W*(?:and|what|how|will|would|was|were|is|are|as of|same|but|so)\b/i;
const PAST = /\b(?:was|were|had|did|back in)\b/i;
/** Beyond this no day is meant: 'after 2027'. */
const OPEN_END = '2099';

/**
 * The day or the days for which a message asks after the verdict just given: 'and on 1 March 2027?', 'will it still be covered next
 * June?'; null where it asks for something else, or states something. A date without a year is the next one, save where
 * the message speaks of what was.
 */
export function askedDay(text: string, { session, understood, today }: TurnInput): PartialDate | null {
  const { last, interview } = session;
  if (!last?.kinds.includes('entitlement')) return null;
  const device = currentDevice(interview);
  if (device === null || interview.pending !== null || !ASKS.test(text)) return null;
  // 'What about May?' is no date that is only about right.
  const plain = text.replace(/\b(?:what|how) about\b/gi, (said) => ' '.repeat(said.length));
  const dates = findDates(plain, { today, tense: PAST.test(text) ? 'past' : 'future' });
  const [date, second] = dates;
  if (date === undefined || second !== undefined || date.value === null) return null;
  const names = understood.products.filter((p) => p.kind === 'product' && p.product.name === device.facts.family);
  const spans = text === understood.text ? [date, ...names] : [date];
  if (text === understood.text && names.length < understood.products.length) return null;
  const rest = spans.reduce((t, { start, end }) => t.slice(0, start) + ' '.repeat(end - start) + t.slice(end), text);
  if (rest.replace(AROUND, '') !== '' || boundsOfDate(date.value).to >= OPEN_END) return null;
  return date.value;
}

export const isOnly = (date: PartialDate, day: Day): boolean => {
  const { from, to } = boundsOfDate(date);
  return from === day && to === day;
};
