import type { Day } from '../domain/day.js';
import type { Facts } from '../domain/facts.js';
import { boundsOfDate, type PartialDate } from '../domain/partial-date.js';
import { afterToday } from '../interview/answers.js';
import { contractDates } from '../interview/contract-dates.js';
import { currentDevice } from '../interview/state.js';
import { speaksOfAnother } from '../interview/take-statements.js';
import { looseDate, type Understood } from '../understanding/understand.js';
import { describesDevice } from './route.js';
import type { TurnInput } from './turn.js';

const QUESTION =
  /^\W*(?:(?:ok|so|and|but|in general|generally)[,:. ]+)*(?:what|who|where|when|why|which|how|does|do|can(?!['’]?t\b)|could|would|should|may)\b/i;
const CORRECTION =
  /^\W*[^.?!,]{1,40}, not (?:an? |the )?[^.?!,]{1,20}\W*$|^\W*no,? (?:it|that|we|there|the)\b|\b(?:sorry|typo|correction|actually|i meant|i mean|mistake|wrong|misread|turns out|(?:report|paper|document|sheet|label|plate) (?:says|reads|shows)|it was the|was in fact|rather)\b/i;
export const correctsWhatWasSaid = (text: string): boolean => CORRECTION.test(text);

/** 'What about the …?', where more is told of that device than its name. */
const NEXT = /^\W*(?:(?:ok|so|but|then)[, ]+)*(?:and|what about|how about)\b/i;
export const asksOfNext = ({ text, products, devices }: Understood): boolean =>
  NEXT.test(text) && products.length > 0 && devices.some((d) => d.mention !== null && Object.keys(d.facts).length > 1);

/** Says that a device or a fact is only supposed. */
export const SUPPOSES = /\b(?:what if|if (?:i|we|it|they)|suppose|let['’]?s say|say (?:i|we|somebody)|imagine)\b/i;

/** Asks about the verdict itself, which is then given again with its reasons. */
const ABOUT_VERDICT =
  /^\W*(?:(?:so|and|ok|but)[, ]+)*(?:(?:un)?till? when|(?:since|from|starting) when|how long(?: for| is (?:it|that))?|for how long|when does (?:it|that|this|the (?:included )?year|cover) (?:end|expire|run out)|(?:what )?(?:then|after(?: that|wards)?)|what happens (?:then|after(?: that|wards)?|next))\W*$/i;

/**
 * Whether a message goes on about the device of the verdict just given: it states a fact, corrects one, or names the next
 * device. A general question in between does not, even if it names a card or a plan.
 */
export function continuesDevice(turn: TurnInput): boolean {
  const { session, understood, match, today } = turn;
  const { last, interview } = session;
  if (last === null || currentDevice(interview) === null || SUPPOSES.test(understood.text)) return false;
  const about = last.kinds.some((kind) => kind === 'entitlement' || kind === 'one-phase');
  // A search for the card that has ended without one leaves the device's question open.
  if (!about && !(interview.open && last.kinds.includes('identify'))) return tellsOn(turn);
  if (ABOUT_VERDICT.test(understood.text) || asksOfNext(understood)) return true;
  const [top] = match.ranked;
  const asks = QUESTION.test(understood.text) || understood.text.includes('?');
  const stated = understood.devices.some((d) => Object.keys(d.facts).length > 0);
  const isEntry = top?.group === 'entry' && match.decision === 'answer';
  if (stated && speaksOfAnother(understood) && !isEntry) return true;
  const general = asks && top?.group !== 'kind' && !describesDevice(understood);
  if (general) return false;
  return (
    stated ||
    correctsDate(understood) ||
    contractCorrection(understood, currentDevice(interview)?.facts ?? {}, today) !== null
  );
}

/** After something else came between: only what states or corrects a fact and asks nothing goes on about the device. */
function tellsOn({ understood, match }: TurnInput): boolean {
  const [top] = match.ranked;
  if (QUESTION.test(understood.text) || understood.text.includes('?')) return false;
  const states = understood.devices.some((d) => Object.keys(d.facts).length > 0);
  const sure = match.decision === 'answer' && top?.group !== 'kind';
  const corrects = correctsWhatWasSaid(understood.text) || /^\W*no,/i.test(understood.text);
  return (states && (!sure || corrects)) || correctsDate(understood);
}

const NOT_IN_EFFECT =
  /\b(?:not|n['’]t)(?: yet)? (?:in effect|in force|active|running|started|begun)|^\W*it starts later\W*$/i;

/** What a message puts right of the contract that is known: its start, its end, or that it has not begun; else null. */
export function contractCorrection(understood: Understood, known: Facts, today: Day): Facts | null {
  if (known.plan === undefined || known.plan === 'none') return null;
  if (NOT_IN_EFFECT.test(understood.text)) return { contractStart: afterToday(today) };
  const dates = contractDates(understood);
  return Object.keys(dates).length > 0 ? dates : null;
}

/** 'The report says 21.11.2025': a date of nothing else, said to put something right. */
export const correctsDate = (understood: Understood): boolean =>
  CORRECTION.test(understood.text) && !SUPPOSES.test(understood.text) && looseDate(understood) !== null;

/**
 * The message with what it corrects: dates of the contract where it speaks of one, else its loose date for the day of
 * commissioning, where that is known. A date to come is none of commissioning that has taken place.
 */
export function withCorrections(understood: Understood, known: Facts, today: Day): Understood {
  const [device] = understood.devices;
  if (!device) return understood;
  const added = device.facts.plan === undefined ? contractCorrection(understood, known, today) : null;
  const date = added ? null : looseDate(understood);
  const corrects =
    date !== null &&
    known.commissioned !== undefined &&
    device.facts.commissioned === undefined &&
    correctsDate(understood);
  const facts = { ...device.facts, ...added, ...(corrects && date ? correctedDate(date, known, today) : {}) };
  return { ...understood, devices: [{ ...device, facts }, ...understood.devices.slice(1)] };
}

/** A date to come corrects the end of a contract that has one; every other one corrects the commissioning. */
function correctedDate(date: PartialDate, known: Facts, today: Day): Facts {
  const ahead = boundsOfDate(date).from > today;
  return ahead && known.contractEnd !== undefined ? { contractEnd: date } : { commissioned: date };
}
