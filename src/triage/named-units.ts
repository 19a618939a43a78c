import { sentencesOf } from '../understanding/clauses.js';
import { looseDate } from '../understanding/loose-dates.js';
import type { Understood } from '../understanding/understand.js';

/** Says that there are several of what is named next: 'two Galaxy RPP', 'a pair of …', 'both …'. */
const SEVERAL = /\b(?:two|three|four|five|six|pair|both|[2-9])\b/i;
/** Tells one of several from the others: 'the left one', 'unit two', 'line B', 'the other'. */
const LABEL =
  /\b(?:the|one|our) (?:left|right|first|second|third|fourth|other|older|newer|upper|lower|north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?)(?:[ -]hand)?(?: (?:one|unit|device|machine|ups|pdu))?\b|\bthe one (?:for|in|at|on|of|with|from|near|beside|under|behind|by) (?:the |our |a )?\w+|\b(?:unit|line|ups|pdu|machine|device|number|no\.|system|string|room|hall) (?:one|two|three|four|[A-D]|[1-4]|I{1,3})\b/giu;

/** A unit of several of one name: what is said of it, and what of the kind. */
export interface NamedUnit {
  /** Its own words, as they stand in the text. */
  readonly said: string;
  readonly read: Understood;
}

export interface NamedUnits {
  /** At least two, in their order. */
  readonly units: readonly NamedUnit[];
  /** What is said of none of them alone. */
  readonly rest: string;
}

/**
 * Units of one product that a text tells apart by place or number and says different things of; null where it does not.
 * What is said of a unit reaches from what names it to the next one's name or to the end of the sentence.
 */
export function namedUnits(text: string, read: (text: string) => Understood): NamedUnits | null {
  if (!SEVERAL.test(text)) return null;
  const stretches = sentencesOf(text).flatMap(({ start, end }) => {
    const labels = [...text.slice(start, end).matchAll(LABEL)];
    return labels.map((m, i) => ({
      from: start + m.index,
      to: start + (labels[i + 1]?.index ?? end - start),
      label: m[0].toLowerCase(),
    }));
  });
  const told = stretches
    .map((s) => ({ ...s, said: text.slice(s.from, s.to), read: read(text.slice(s.from, s.to)) }))
    .filter(({ read }) => tells(read))
    // What is said of a unit further down is what is asked of it.
    .filter(({ label }, i, all) => all.findIndex((t) => t.label === label) === i);
  if (told.length < 2) return null;
  if (told.some(({ read }) => read.products.length > 0)) return null;
  const rest = told.reduceRight((t, { from, to }) => `${t.slice(0, from)} ${t.slice(to)}`, text);
  return { units: told.map(({ said, read }) => ({ said, read })), rest };
}

/** A day, a card or a contract is told of it. */
const tells = (read: Understood): boolean =>
  read.devices.some(({ facts }) => Object.keys(facts).length > 0) || looseDate(read) !== null;
