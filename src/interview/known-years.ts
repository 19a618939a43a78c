import type { Facts } from '../domain/facts.js';
import type { PartialDate } from '../domain/partial-date.js';
import { speaksOfFuture } from '../understanding/commissioning.js';
import { inKnownYear } from '../understanding/dates/known-year.js';
import type { Understood } from '../understanding/understand.js';

/** Says that what was said before is wrong. */
const CORRECTS =
  /^\W*(?:(?:oh|ah|argh|ugh|hm+|ok|well|and|but)[,. ]+)*(?:no|nope|wait|sorry|oops|actually|correction|my bad|my mistake|wrong|i mean)\b|\b(?:sorry|typo|wrong (?:year|date|day|month)|not (?:19|20)\d\d|i meant?|right after all|turns out|correction|mistake)\b/i;

/** Whether a message says that what was said before is wrong. */
export const putsRight = (text: string): boolean => CORRECTS.test(text);

type Dated = 'commissioned' | 'contractStart' | 'contractEnd';
const DATED: readonly Dated[] = ['commissioned', 'contractStart', 'contractEnd'];

/**
 * The facts of a message about a device of which `known` is known: a date without a year is looked for in the years of what is known
 * of the same thing. A year alone is that year: the day in it is asked for where it matters.
 */
export function inKnownYears(stated: Facts, known: Facts, understood: Understood): Facts {
  const settled: { -readonly [K in Dated]?: PartialDate } = {};
  for (const fact of DATED) {
    const [now, before] = [dateOf(stated[fact]), dateOf(known[fact])];
    if (now === null || before === null) continue;
    const said = understood.dates.find((d) => d.value === now);
    if (!said) continue;
    const ahead = fact === 'contractEnd' || speaksOfFuture(understood.text);
    settled[fact] = inKnownYear(said, before, ahead) ?? now;
  }
  return { ...stated, ...settled };
}

const dateOf = (fact: Facts[Dated]): PartialDate | null =>
  fact === undefined || fact === 'not-yet' || fact === 'in-effect' ? null : fact;
