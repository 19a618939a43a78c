import { currentDevice } from '../interview/state.js';
import { looseDate, type Understood } from '../understanding/understand.js';
import { describesDevice } from './route.js';
import type { TurnInput } from './turn.js';

const QUESTION =
  /^\W*(?:(?:ok|so|and|but|in general|generally)[,:. ]+)*(?:what|who|where|when|why|which|how|does|do|can(?!['’]?t\b)|could|would|should|may)\b/i;
const CORRECTION =
  /\b(?:sorry|typo|correction|actually|i meant|i mean|mistake|wrong|misread|not|report|paper|document|sheet|label|plate|colleague|turns out|found)\b/i;

/**
 * Whether a message goes on about the device of the verdict just given: it states a fact, corrects one, or names the next
 * device. A general question in between does not, even if it names a card or a plan.
 */
export function continuesDevice({ session, understood, match }: TurnInput): boolean {
  const { last, interview } = session;
  if (last === null || (last.kind !== 'entitlement' && last.kind !== 'one-phase')) return false;
  if (currentDevice(interview) === null) return false;
  const [top] = match.ranked;
  const asks = QUESTION.test(understood.text) || understood.text.includes('?');
  const general = asks && top?.group !== 'kind' && !describesDevice(understood);
  if (general) return false;
  const stated = understood.devices.some((d) => Object.keys(d.facts).length > 0);
  return stated || correctsDate(understood);
}

/** 'The report says 21.11.2025': a date of nothing else, said to put something right. */
export const correctsDate = (understood: Understood): boolean =>
  CORRECTION.test(understood.text) && looseDate(understood) !== null;

/** The message with its loose date taken for the day of commissioning, where it corrects the one that is known. */
export function withCorrectedDate(understood: Understood, commissionedIsKnown: boolean): Understood {
  const [device] = understood.devices;
  const date = looseDate(understood);
  if (!device || !date || !commissionedIsKnown || device.facts.commissioned !== undefined) return understood;
  if (!correctsDate(understood)) return understood;
  return {
    ...understood,
    devices: [{ ...device, facts: { ...device.facts, commissioned: date } }, ...understood.devices.slice(1)],
  };
}
