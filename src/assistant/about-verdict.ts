import { currentDevice } from '../interview/state.js';
import type { TurnInput } from './turn.js';

const LEAD = '(?:(?:so|and|ok(?:ay)?|but|reall?y|hm+|well|thanks|thx|good|fine|then|now|please)[,.?! ]+)*';
const THAT =
  '(?:it|that|this|they|we|he|she|(?:the|my|our|his|her|their|its) (?:\\w+ ){0,3}(?:year|cover(?:age)?|entitlement|device|unit|ups|pdu|one))';
const HOLDS =
  '(?:covered|valid|entitled|included|in|good|ok(?:ay)?|last|lasts|run|runs|hold|holds|end|ends|expire|expires|over|exactly|for|supported|protected)';
const UNTIL =
  '(?:(?:un)?till?|up to|to|by|since|from|starting|through) (?:when|what (?:day|date|month)|which (?:day|date|month))';
const LENGTH = '(?:for )?how (?:much )?long(?:er)?';

/** Asks about the verdict just given, which is then given again with its last day and its reasons. */
const ABOUT = new RegExp(
  `^\\W*${LEAD}(?:(?:${UNTIL}|${LENGTH})(?: exactly| precisely)?(?: (?:is|are|am|was|does|do|will|would) ${THAT}(?: be)?(?: still)?(?: ${HOLDS})*)?|when (?:exactly )?(?:does|will|is|do) ${THAT}(?: be)? ?(?:${HOLDS})?(?: out)?|now|(?:what )?(?:then|after(?: that|wards)?)|what happens (?:then|after(?: that|wards)?|next))(?: (?:exactly|precisely|then|now|please|for))*\\W*$`,
  'i',
);

/** Whether a message, or a part of one, asks about the verdict on the device spoken of: until when, since when, and what then. */
export function asksAboutVerdict(text: string, { session }: TurnInput): boolean {
  const { last, interview } = session;
  if (currentDevice(interview) === null) return false;
  return Boolean(last?.kinds.some((kind) => kind === 'entitlement' || kind === 'one-phase')) && ABOUT.test(text);
}
