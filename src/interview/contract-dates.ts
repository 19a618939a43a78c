import type { Facts } from '../domain/facts.js';
import type { Understood } from '../understanding/understand.js';

const STARTS = /\b(?:starts?|started|begins?|began|since|effective|kicks? in|takes? effect|from)\b/gi;
const ENDS = /\b(?:ends?|ended|until|till|expires?|expired|runs? (?:out|until)|up to)\b/gi;

const lastOf = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1;

/**
 * The start and the end of a contract that a message speaks of, each by the words before its date; where there is one date, by those
 * behind it as well. Dates of something else are none.
 */
export function contractDates({ dates, text }: Understood): Pick<Facts, 'contractStart' | 'contractEnd'> {
  let found: Pick<Facts, 'contractStart' | 'contractEnd'> = {};
  let from = 0;
  for (const { start, end, value, role } of dates) {
    const around = dates.length === 1 ? text : text.slice(from, start);
    from = end;
    if (value === null || role === 'commissioned' || role === 'other') continue;
    const [starts, ends] = [lastOf(around, STARTS), lastOf(around, ENDS)];
    if (starts < 0 && ends < 0 && role === 'none') continue;
    const isEnd = starts < 0 && ends < 0 ? role === 'contractEnd' : ends > starts;
    found = isEnd ? { contractEnd: value, ...found } : { contractStart: value, ...found };
  }
  return found;
}
