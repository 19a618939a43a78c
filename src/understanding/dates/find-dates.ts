import { anchorsWithin } from './anchors.js';
import { isFiller } from './cues.js';
import type { DateContext, DateMention } from './date-mention.js';
import { joined, type Placed } from './intervals.js';
import { monthNamed } from './month-names.js';
import { plainDate } from './plain-dates.js';
import { approximate, bounded, portion } from './qualified-dates.js';
import { type Form, longest, type Scan } from './scan.js';
import { shiftedDate } from './shifted-dates.js';
import { type Token, tokensOf, wordAt } from './tokens.js';

/** In order of precedence among equally long ones. */
const FORMS: readonly Form[] = [plainDate, portion, approximate, bounded, shiftedDate];

/**
 * The dates that a text names, in its order; they do not overlap, and of several ways to read a place the longest wins.
 * A value stands for every day that the words can mean. A day that does not exist (31 February) is a mention with value
 * null and a problem. `before` and `after` belong to the mention, since they turn its value round; `since`, `from`,
 * `until` and `by` do not, and say what the date is a date of. 3/4/2025 keeps both readings, the month first in front,
 * unless the context or another date of the text shows the order. Never throws; linear in the length of the text.
 */
export function findDates(text: string, context: DateContext): readonly DateMention[] {
  const tokens = tokensOf(text);
  const anchored = anchorsWithin(tokens);
  if (!anchored.includes(true)) return [];
  const bare = saysOnlyDate(tokens);
  const dates = datesIn(tokens, anchored, context, bare);
  const shown = orderShown(dates);
  const settled = context.preferDayFirst ?? shown;
  const final =
    settled === shown && shown !== null
      ? datesIn(tokens, anchored, { ...context, preferDayFirst: shown }, bare)
      : dates;
  return joined(tokens, final).map((date) => mention(text, tokens, date));
}

/**
 * Whether the figures of a text show that its writer puts the day first: true for 13/4/2025, false for 4/13/2025, null
 * where nothing does or dates disagree. To settle later dates of the same person.
 */
export function dayOrderShown(text: string, context: DateContext): boolean | null {
  if (!ORDERED.test(text)) return null;
  const tokens = tokensOf(text);
  return orderShown(datesIn(tokens, anchorsWithin(tokens), context, saysOnlyDate(tokens)));
}

/** Without figures like these no date shows an order, so that the others need not be read. */
const ORDERED = /\d[/-]\d{1,2}[/-]\d/;

function orderShown(dates: readonly Placed[]): boolean | null {
  const orders = new Set(dates.map(({ dayFirst }) => dayFirst).filter((order) => order !== undefined));
  const [order] = orders;
  return orders.size === 1 && order !== undefined ? order : null;
}

function datesIn(
  tokens: readonly Token[],
  anchored: readonly boolean[],
  context: DateContext,
  bare: boolean,
): readonly Placed[] {
  const dates: Placed[] = [];
  let lastEnd = -1;
  for (let i = 0; i < tokens.length; ) {
    if (!anchored[i]) {
      i++;
      continue;
    }
    const scan: Scan = { tokens, context: { ...context, tense: tenseAt(tokens, i, lastEnd, context) }, bare, lastEnd };
    const found = longest(FORMS, scan, i, false);
    if (found) {
      dates.push({ ...found, begin: i });
      lastEnd = found.end;
      i = found.end;
    } else i++;
  }
  return dates;
}

/** A word right before a date can show its tense: `since May` is past whatever the sentence is, `until May` to come. */
function tenseAt(tokens: readonly Token[], i: number, lastEnd: number, { tense }: DateContext): DateContext['tense'] {
  const at = wordAt(tokens, i - 1) === 'the' ? i - 2 : i - 1;
  const before = wordAt(tokens, at);
  if (before === 'since') return 'past';
  // In `from May until July` the first date decides.
  return tense ?? (at !== lastEnd && ['until', 'till', 'by'].includes(before) ? 'future' : tense);
}

/** True where nothing is said besides a month or a year, and words that add nothing. */
function saysOnlyDate(tokens: readonly Token[]): boolean {
  if (tokens.length > 20) return false;
  const telling = tokens.filter(
    ({ kind, text }) => kind === 'number' || (kind === 'word' && (monthNamed(text) !== null || !isFiller(text))),
  );
  const [only] = telling;
  return telling.length === 1 && only !== undefined;
}

function mention(text: string, tokens: readonly Token[], date: Placed): DateMention {
  const start = tokens[date.begin]?.start ?? 0;
  const end = tokens[date.end - 1]?.end ?? start;
  const { value, precision, relative, inYear } = date;
  const base = { start, end, said: text.slice(start, end), value, precision, relative };
  if (value === null) return { ...base, problem: 'no-such-day' };
  return inYear ? { ...base, inYear } : base;
}
