import { FACT_NAMES, type Facts } from '../domain/facts.js';
import type { Understood } from '../understanding/understand.js';
import type { InterviewState } from './state.js';

const ORDINALS: Readonly<Record<string, number>> = {
  first: 0,
  '1st': 0,
  second: 1,
  '2nd': 1,
  third: 2,
  '3rd': 2,
  fourth: 3,
  '4th': 3,
  fifth: 4,
  '5th': 4,
};
/** 'And the second?', 'the first one has …', 'what about the other unit': at the start of a message, and of no year, question or time. */
const REFERS =
  /^\W*(?:(?:and|so|ok(?:ay)?|but|now|then|well|what|how|about|for|is|does|has|back|to|let['’]?s|go|take|check|with|as|same|sorry|no|i mean|which|why|until|till|when|long|not|isn['’]?t|still|again|remind me|tell me)\W+)*(?:(?:the|my|our|his|her|their|your)\s+)(first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|last|latter|former|other)(?:\s+(?:one|device|unit|ups|pdu|machine))?(?=\s*(?:$|[?.!,;:]|(?:has|have|had|is|was|are|were|runs?|got|gets|does|did|comes?|came|went|too|as well|please|then|now|covered|of (?:the|them|those)|with|without|also|again|not|still|on|remind)\b|['’]s\b))/i;
/** Says of a product by its name that it is one spoken of before: 'back to the …', 'for that …'. */
const DEFINITE = /\b(?:back to|again|the|that|this|same)\s+(?:\w+\s+){0,1}$/i;

const BACK = /\b(?:back to|again|return to|the other one)\b/i;

const NEXT = /^\W*(?:(?:ok|so|but|then)[, ]+)*(?:and|what about|how about)\b/i;

/** Turns to a further device: 'and our Galaxy?', 'what about the Galaxy?' */
export const asksForNext = (text: string): boolean => NEXT.test(text);

/** Whether a name at `start` is said of something spoken of before: 'the VS', 'back to that Galaxy'. */
export const isDefinite = (text: string, start: number): boolean => DEFINITE.test(text.slice(0, start));

/** Says that something spoken of before is meant. */
export const goesBack = (text: string): boolean => BACK.test(text);

/**
 * Which of the devices spoken of before a message turns to, by its place ('and the second?') or by its name ('back to the VS'), as an
 * index; null where it turns to none, or where that is not clear. A device that is described anew is another one, even of the same name.
 */
export function referredDevice(understood: Understood, { devices, current }: InterviewState): number | null {
  const [stated, more] = understood.devices;
  if (more || !stated) return null;
  if (stated.mention === null) return byPlace(understood.text, devices.length, current);
  // Once the dialog was stopped, a name alone begins anew.
  if (current === null && !goesBack(understood.text)) return null;
  const { family, ...facts } = stated.facts;
  const { mention } = stated;
  const options =
    mention.kind === 'ambiguous' && isDefinite(understood.text, mention.start) && !asksForNext(understood.text)
      ? mention.name.options
      : [];
  const exact = devices.findLastIndex((d) => d.facts.family === family);
  const at = exact >= 0 ? exact : devices.findLastIndex((d) => options.includes(d.facts.family ?? ''));
  if (family === undefined || at < 0 || at === current) return null;
  const definite = isDefinite(understood.text, stated.mention.start);
  return definite || !contradicts(devices[at]?.facts ?? {}, facts) ? at : null;
}

/** Whether what is told now cannot be of a device of which that is known. What it leaves open may be. */
const contradicts = (known: Facts, told: Facts): boolean =>
  FACT_NAMES.some((name) => known[name] !== undefined && told[name] !== undefined && known[name] !== told[name]);

function byPlace(text: string, count: number, current: number | null): number | null {
  const said = REFERS.exec(text)?.[1]?.toLowerCase();
  if (said === undefined || count < 2) return null;
  if (said === 'last' || said === 'latter') return count - 1;
  if (said === 'former') return 0;
  if (said === 'other') return count === 2 && current !== null ? 1 - current : null;
  const at = ORDINALS[said] ?? count;
  return at < count ? at : null;
}
