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

/**
 * Which of the devices spoken of before a message turns to, by its place ('and the second?') or by its name ('back to the VS'), as an
 * index; null where it turns to none, or where that is not clear. A device that is described anew is another one, even of the same name.
 */
export function referredDevice(understood: Understood, { devices, current }: InterviewState): number | null {
  const [stated, more] = understood.devices;
  if (more || !stated) return null;
  if (stated.mention === null) return byPlace(understood.text, devices.length, current);
  const { family, ...facts } = stated.facts;
  const { mention } = stated;
  const options = mention.kind === 'ambiguous' ? mention.name.options : [];
  const at = devices.findLastIndex(
    ({ facts: f }) => f.family !== undefined && (f.family === family || options.includes(f.family)),
  );
  if (family === undefined || at < 0 || at === current) return null;
  const definite = DEFINITE.test(understood.text.slice(0, stated.mention.start));
  const described = facts.nmc !== undefined || facts.commissioned !== undefined;
  return definite || !(described || facts.plan !== undefined) ? at : null;
}

function byPlace(text: string, count: number, current: number | null): number | null {
  const said = REFERS.exec(text)?.[1]?.toLowerCase();
  if (said === undefined || count < 2) return null;
  if (said === 'last' || said === 'latter') return count - 1;
  if (said === 'former') return 0;
  if (said === 'other') return count === 2 && current !== null ? 1 - current : null;
  const at = ORDINALS[said] ?? count;
  return at < count ? at : null;
}
