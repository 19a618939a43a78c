import type { Day } from '../domain/day.js';
import type { Facts } from '../domain/facts.js';
import { boundsOfDate, type PartialDate } from '../domain/partial-date.js';
import { afterToday, dateKnown, MORE_WORDS } from '../interview/answers.js';
import { contractDates } from '../interview/contract-dates.js';
import { dayOfKnownMonth } from '../interview/day-of-month.js';
import { putsRight } from '../interview/known-years.js';
import { currentDevice } from '../interview/state.js';
import { speaksOfAnother } from '../interview/take-statements.js';
import { asksForNext } from '../interview/which-device.js';
import { looseDate, saysOnlyDates } from '../understanding/loose-dates.js';
import { supposes } from '../understanding/supposes.js';
import type { Understood } from '../understanding/understand.js';
import { asksAboutVerdict } from './about-verdict.js';
import { describesDevice, sureTopic } from './route.js';
import type { TurnInput } from './turn.js';

const QUESTION =
  /^\W*(?:(?:ok|so|and|but|in general|generally)[,:. ]+)*(?:what|who|where|when|why|which|how|does|do|can(?!['’]?t\b)|could|would|should|may)\b/i;
const CORRECTION =
  /\b(?:another look|look(?:ed|ing)? again|checked again|spare (?:card|one)|sorry|typo|correction|actually|i meant|i mean|mistake|wrong|misread|turns out|(?:report|paper|document|sheet|label|plate) (?:says|reads|shows)|should (?:read|be|say|have)|must (?:read|be|say)|it was the|was in fact|rather)\b/i;
export const correctsWhatWasSaid = (text: string): boolean => CORRECTION.test(text) || putsRight(text);

/** 'What about the …?', where more is told of that device than its name. */
export const asksOfNext = ({ text, products, devices }: Understood): boolean =>
  asksForNext(text) &&
  products.length > 0 &&
  devices.some((d) => d.mention !== null && Object.keys(d.facts).length > 1);

/**
 * Whether a message goes on about the device of the verdict just given: it states a fact, corrects one, or names the next
 * device. A general question in between does not, even if it names a card or a plan.
 */
export function continuesDevice(turn: TurnInput): boolean {
  const { session, understood, match, today } = turn;
  const { last, interview } = session;
  const known = currentDevice(interview)?.facts;
  if (known === undefined || supposes(understood.text)) return false;
  // After something else a bare fact is still one of the device, and a question is none.
  const about = last?.kinds.some((kind) => kind === 'entitlement' || kind === 'one-phase');
  // A search for the card that has ended without one leaves the device's question open.
  if (!about && !(interview.open && last?.kinds.includes('identify')))
    return statesOnly(turn) || (known.commissioned !== undefined && correctsDate(understood, known));
  if (asksAboutVerdict(understood.text, turn)) return true;
  if (asksOfNext(understood)) return true;
  const [top] = match.ranked;
  const asks = QUESTION.test(understood.text) || understood.text.includes('?');
  const stated = understood.devices.some((d) => Object.keys(d.facts).length > 0);
  // 'Cancel our membership' says nothing new of the device.
  if (
    stated &&
    ORDERS.test(understood.text) &&
    sureTopic(match) !== null &&
    understood.devices.every((d) => saysAgain(d.facts, known))
  )
    return false;
  const isEntry = top?.group === 'entry' && match.decision === 'answer';
  if (stated && speaksOfAnother(understood) && !isEntry) return true;
  if (stated && VERDICT_ASKED.test(understood.text)) return true;
  const general = asks && top?.group !== 'kind' && !describesDevice(understood);
  if (general) return false;
  return stated || correctsDate(understood, known) || contractCorrection(understood, known, today) !== null;
}

/** Wants something done. */
const ORDERS =
  /^\W*(?:(?:please|pls|kindly|so|now|ok|can you|could you)[, ]+)*(?:cancel|terminate|end|stop|pause|change|extend|upgrade|downgrade|move|transfer|send|book|quote)\b|\b(?:want|like|need) to\b|\?/i;

/** Whether all that is stated is known already. */
const saysAgain = (facts: Facts, known: Facts): boolean =>
  (Object.keys(facts) as readonly (keyof Facts)[]).every((name) => facts[name] === known[name]);

/** 'So no contract: covered or not?': asks for the verdict again. */
const VERDICT_ASKED =
  /\b(?:(?:is|are) (?:it|we|they|he|she)|are we|still) (?:still |now |then )*(?:covered|entitled)\b|\b(?:covered|entitled) (?:or not|then|now)\b/i;

/** So few words that state a fact state nothing else. */
const FEW_WORDS = 8;

const VERB_FIRST = /^\W*(?:(?:so|and|ok|but)[, ]+)*(?:is|are|am|was|were|has|have|had|did|will)\b/i;

/** A statement of a fact that names no other product, or puts right what was said. */
function statesOnly({ session, understood, match }: TurnInput): boolean {
  const { text, devices, products } = understood;
  const [top] = match.ranked;
  const states = devices.some((d) => Object.keys(d.facts).length > 0);
  const asks =
    text.includes('?') ||
    QUESTION.test(text) ||
    VERB_FIRST.test(text) ||
    (products.length === 0 && top?.group === 'boundary' && !correctsWhatWasSaid(text));
  const sure = match.decision === 'answer' && top?.group === 'entry';
  const tells = text.split(/\s+/).length <= FEW_WORDS || !sure || correctsWhatWasSaid(text);
  const family = currentDevice(session.interview)?.facts.family;
  const ofIt = products.every((p) => (p.kind === 'product' ? p.product.name : p.name.said) === family);
  return states && (ofIt || correctsWhatWasSaid(text)) && !asks && tells;
}

const NOT_IN_EFFECT =
  /(?:\bnot|n['’]t)(?: yet)? (?:in effect|in force|active|running|started|begun)|^\W*it starts later\W*$/i;

/** What a message puts right of the contract that is known: its start, its end, or that it has not begun; else null. */
export function contractCorrection(understood: Understood, known: Facts, today: Day): Facts | null {
  if (known.plan === undefined || known.plan === 'none') return null;
  if (NOT_IN_EFFECT.test(understood.text)) return { contractStart: afterToday(today) };
  const dates = contractDates(understood);
  return Object.keys(dates).length > 0 ? dates : null;
}

/** 'The report says 21.11.2025': a date of nothing else, said to put something right. */
export const correctsDate = (understood: Understood, known: Facts): boolean => {
  const { text } = understood;
  if (supposes(text) || dateMeant(understood, known) === null) return false;
  return (
    CORRECTION.test(text) ||
    looseDate(understood) === null ||
    saysOnlyDates(understood, putsRight(text) ? MORE_WORDS : 0)
  );
};

/** The date that such a message is about, or the day of a month that is known. */
const dateMeant = (understood: Understood, known: Facts): PartialDate | null =>
  looseDate(understood) ?? dayOfKnownMonth(understood.text, dateKnown(known));

/**
 * The message with what it corrects: dates of the contract where it speaks of one, else its loose date for the day of
 * commissioning, where that is known. A date to come is none of commissioning that has taken place.
 */
export function withCorrections(understood: Understood, known: Facts, today: Day): Understood {
  const [device] = understood.devices;
  if (!device) return understood;
  const added = device.facts.plan === undefined ? contractCorrection(understood, known, today) : null;
  const date = added ? null : dateMeant(understood, known);
  const corrects =
    date !== null &&
    known.commissioned !== undefined &&
    device.facts.commissioned === undefined &&
    correctsDate(understood, known);
  const facts = { ...device.facts, ...added, ...(corrects && date ? correctedDate(date, known, today) : {}) };
  return { ...understood, devices: [{ ...device, facts }, ...understood.devices.slice(1)] };
}

/** A date to come corrects the end of a contract that has one; every other one corrects the commissioning. */
function correctedDate(date: PartialDate, known: Facts, today: Day): Facts {
  const ahead = boundsOfDate(date).from > today;
  return ahead && known.contractEnd !== undefined ? { contractEnd: date } : { commissioned: date };
}
