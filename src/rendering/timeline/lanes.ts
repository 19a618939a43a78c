import type { Day } from '../../domain/day.js';
import { boundsOfDate, type DayRange, exactDay, type PartialDate, rangesOfDate } from '../../domain/partial-date.js';
import type { Timeline } from '../../domain/timeline.js';
import { dateWords } from '../date-words.js';
import { capital } from '../fact-words.js';
import type { Paint } from './palette.js';
import type { Run } from './shapes.js';
import { TIMELINE_WORDING as WORDS } from './wording.js';

/** A line under the bar: certain from one day to another, uncertain round its ends, and what it is. */
export interface Lane {
  readonly paint: Paint;
  /** Certain days; null: none is. */
  readonly solid: DayRange | null;
  /** Days on which it may begin or end. */
  readonly hatched: readonly DayRange[];
  /** It began nobody knows when: dotted from the left edge up to this day. */
  readonly dottedTo: Day | null;
  /** It goes on beyond the right edge. */
  readonly runsOn: boolean;
  /** A mark on the days that something happened or may have. */
  readonly marks: readonly DayRange[];
  /** What it is, with a word to it; then its dates. Each is a line of its own where there is no room for both. */
  readonly name: readonly Run[];
  readonly dates: string;
}

/** What the picture shows beside the cover itself, in the order in which it is read. */
export function lanesOf(timeline: Timeline): readonly Lane[] {
  return [commissioningLane(timeline), yearLane(timeline), gapLane(timeline), contractLane(timeline)].filter(
    (lane) => lane !== null,
  );
}

const named = (name: string, more = ''): readonly Run[] => [
  { text: capital(name), bold: true },
  ...(more === '' ? [] : [{ text: ` ${more}` }]),
];

/** A day of commissioning that is known starts the included year's lane and needs none of its own. */
function commissioningLane({ commissioned, year, asOf }: Timeline): Lane | null {
  if (commissioned === null) return null;
  const exact = exactDay(commissioned) !== null;
  if (exact && year !== null) return null;
  const name = boundsOfDate(commissioned).from > asOf ? WORDS.toBeCommissioned : WORDS.commissioned;
  const words = dateWords(commissioned);
  const ranges = rangesOfDate(commissioned);
  return {
    paint: 'ink',
    solid: null,
    hatched: exact ? [] : ranges,
    dottedTo: null,
    runsOn: false,
    marks: exact ? ranges : [],
    name: named(name),
    dates: exact ? words : WORDS.dayNotKnown(words),
  };
}

function yearLane({ year }: Timeline): Lane | null {
  if (year === null) return null;
  const exact = exactDay(year.first);
  const last = dateWords(year.last);
  return {
    ...between(year.first, year.last),
    paint: 'yes',
    marks: exact ? rangesOfDate(year.first) : [],
    name: named(WORDS.includedYear, WORDS.fromCommissioning),
    dates: exact ? WORDS.fromTo(dateWords(year.first), last) : WORDS.ends(last),
  };
}

function gapLane({ gap }: Timeline): Lane | null {
  if (gap === null) return null;
  const [from, to] = [dateWords(gap.from), dateWords(gap.to)];
  const oneDay = from === to && exactDay(gap.from) !== null;
  return {
    ...between(gap.from, gap.to),
    paint: 'no',
    marks: [],
    name: named(WORDS.gap),
    dates: oneDay ? from : spanWords(gap.from, gap.to, WORDS.firstLast),
  };
}

function contractLane({ contract, asOf }: Timeline): Lane | null {
  if (contract === null) return null;
  const { start, end } = contract;
  const name = contract.name ?? WORDS.contract;
  const look = { paint: 'ink', marks: [] } as const;
  if (start === 'in-effect') {
    return {
      ...between(asOf as string as PartialDate, end),
      ...look,
      dottedTo: asOf,
      name: named(name, WORDS.inEffect),
      dates: end === null ? WORDS.startNotKnown : WORDS.until(dateWords(end)),
    };
  }
  if (start !== null) {
    const dates = end === null ? runsOnWords(start) : spanWords(start, end, WORDS.startsEnds);
    return { ...between(start, end), ...look, name: named(name), dates };
  }
  if (end === null) return null;
  const hatched = exactDay(end) === null ? rangesOfDate(end) : [];
  const dottedTo = boundsOfDate(end).from;
  return {
    ...look,
    solid: null,
    hatched,
    dottedTo,
    runsOn: false,
    name: named(name),
    dates: WORDS.until(dateWords(end)),
  };
}

/** '… to …', or worded more fully where one of the dates is worded in several parts. */
function spanWords(from: PartialDate, to: PartialDate, fully: (from: string, to: string) => string): string {
  return (isPlain(from) && isPlain(to) ? WORDS.fromTo : fully)(dateWords(from), dateWords(to));
}

const runsOnWords = (start: PartialDate): string =>
  (isPlain(start) ? WORDS.runsOn : WORDS.startsRunsOn)(dateWords(start));

/** A day, a month or a year: one piece of text. */
const isPlain = (date: PartialDate) => date.length <= 10;

type Piece = Pick<Lane, 'solid' | 'hatched' | 'dottedTo' | 'runsOn'>;

/** From the last day that it may begin to the first that it may end it is certain. */
function between(first: PartialDate, last: PartialDate | null): Piece {
  const begin = boundsOfDate(first);
  const end = last === null ? null : boundsOfDate(last);
  const uncertain = [first, ...(last === null ? [] : [last])].filter((date) => exactDay(date) === null);
  const solid = end === null ? { from: begin.to, to: begin.to } : { from: begin.to, to: end.from };
  return {
    solid: solid.from <= solid.to ? solid : null,
    hatched: uncertain.flatMap((date) => rangesOfDate(date)),
    dottedTo: null,
    runsOn: end === null,
  };
}
