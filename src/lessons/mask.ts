import { day } from '../domain/day.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { withoutSignature } from '../understanding/body/signature.js';
import { findDates } from '../understanding/dates/find-dates.js';
import { productFinder } from '../understanding/products/find-products.js';
import { NAMED_PEOPLE } from './people.js';

/** A text without what says who wrote it or where a device stands. */
export type Mask = (text: string) => string;

/** What stands for something masked: no word, so that nothing is learned from it. */
export const MASKED = '[…]';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Dates are only found here, never counted, so any day will do. */
const ANY_DAY = day('2026-01-01');

/** Addresses of every sort, which nothing else looks like. A version of four numbers looks like one, and goes too. */
const ADDRESSES: readonly RegExp[] = [
  /(?:mailto:)?[^\s<>()[\]",;:]+(?:@|\s?[[(](?:at|@)[\])]\s?)[^\s<>()[\]{}"',;:|]+/giu,
  /\b(?:https?|ftp|ssh|snmp|telnet):\/\/\S+|\bwww\.\S+/gi,
  // Host names.
  /(?<![\p{L}\p{N}])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:com|net|org|edu|gov|mil|int|info|biz|io|local|lan|intern(?:al)?|corp|home|eu|uk|us|de|fr|ch|at|it|es|nl|be|pl|se|no|dk|fi|cz|in|cn|jp|au|br|ca|mx|za)(?![\p{L}\p{N}])/giu,
  // MAC, with colons, dashes, or in groups of four.
  /(?<![\p{L}\p{N}])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5,7}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])[0-9a-f]{4}(?:[.-][0-9a-f]{4}){2}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])(?=[0-9a-f]{0,11}\d)[0-9a-f]{12}(?![\p{L}\p{N}])/giu,
  // IP, with a mask or a port.
  /(?<![\p{L}\p{N}])\d{1,3}(?:\s?\.\s?\d{1,3}){3}(?:[:/]\d{1,5})?(?!\d)/gu,
  /(?<![\p{L}\p{N}:])(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){7}|(?=[0-9a-f:]{0,40}::)(?:[0-9a-f]{1,4})?(?::[0-9a-f]{0,4}){2,7}(?:\.\d{1,3}){0,3})(?:%\w+)?(?:\/\d{1,3})?(?![\p{L}\p{N}])/giu,
];

/** What is said to be a serial number, or another number of one device or customer. */
const SAID_NUMBERS =
  /(?<![\p{L}\p{N}])(?:serial(?:[ -]?(?:numbers?|nos?|nr|num))?|s\/n|sn|ser\.? ?(?:no|nr)|asset(?: ?(?:tag|id|number|no))|(?:customer|contract|order|case|ticket|account|site|po)(?: ?(?:numbers?|nos?|nr|id|#)))[\s.:#=-]{0,4}(?:is |are )?[\s"'“]?(?<number>(?=[A-Z0-9_/-]{0,40}\d)[A-Z0-9][A-Z0-9_/-]{2,40})/dgiu;

/** Telephone numbers as people write them; whether it is a date instead is looked at apart. */
const FIGURES =
  /(?<![\p{L}\p{N}])(?:\+|\()?\d[\d \t().\u00a0/–-]{4,}\d(?:\s?(?:ext|x)\.?\s?\d{1,6})?(?![\p{L}\p{N}])/giu;
/** Fewer figures are no telephone number. */
const PHONE_DIGITS = 7;

/** A word such as serial numbers are. */
const TOKENS = /(?<![\p{L}\p{N}_])[A-Z0-9][A-Z0-9_-]{5,}[A-Z0-9](?![\p{L}\p{N}_])/giu;
const TOKEN_DIGITS = 5;

/**
 * Masks what says who wrote a text, or which device, customer or network it speaks of: people by title, greeting or signature, mail and web
 * addresses, telephone, serial, IP and MAC numbers. Products of the catalogue, part numbers of cards and dates stay. A name that stands
 * by itself in the middle of a sentence is not known to be one and stays, so whoever takes a text over reads it first. Make it once.
 */
export function maskerOf({ catalogue, cards }: Pick<Knowledge, 'catalogue' | 'cards'>): Mask {
  const products = productFinder(catalogue);
  const parts = cards.parts.map(({ pattern }) => pattern);
  const known = (text: string): readonly Stretch[] => [
    ...products(text),
    ...parts.flatMap((pattern) => [...text.matchAll(pattern)].map(stretchOf)),
  ];
  return (text) => {
    const own = withoutSignature(text.replace(/\r\n?/g, '\n'));
    const kept = known(own);
    // Where more than a known name is meant, all of it goes.
    const isKept = (one: Stretch) => kept.some((k) => k.start <= one.start && one.end <= k.end);
    const addresses = ADDRESSES.flatMap((pattern) => [...own.matchAll(pattern)].map(stretchOf));
    const numbers = [...own.matchAll(SAID_NUMBERS)].map(numberOf).filter((one) => !isKept(one));
    const people = NAMED_PEOPLE.flatMap((pattern) => [...own.matchAll(pattern)].map(numberOf)).filter(
      (one) => !isKept(one),
    );
    return replaced(own, [...addresses, ...numbers, ...people, ...figures(own, isKept), ...tokens(own, isKept)]);
  };
}

/** Long rows of figures that are not dates through and through. */
function figures(text: string, isKept: (one: Stretch) => boolean): readonly Stretch[] {
  const dates = findDates(text, { today: ANY_DAY });
  return [...text.matchAll(FIGURES)]
    .filter(([said]) => digitsOf(said) >= PHONE_DIGITS)
    .map(stretchOf)
    .filter((one) => !isKept(one) && !isDates(text, one, dates));
}

/** Words of letters and figures, or of figures alone, that are as long as serial numbers. */
function tokens(text: string, isKept: (one: Stretch) => boolean): readonly Stretch[] {
  const dates = findDates(text, { today: ANY_DAY });
  return [...text.matchAll(TOKENS)]
    .filter(([said]) => digitsOf(said) >= TOKEN_DIGITS)
    .map(stretchOf)
    .filter((one) => !isKept(one) && !isDates(text, one, dates));
}

/** Whether all figures of a stretch belong to dates. */
function isDates(text: string, { start, end }: Stretch, dates: readonly Stretch[]): boolean {
  for (let at = start; at < end; at++)
    if (/[\p{L}\p{N}]/u.test(text[at] ?? '') && !dates.some((d) => d.start <= at && at < d.end)) return false;
  return true;
}

function replaced(text: string, stretches: readonly Stretch[]): string {
  let masked = '';
  let end = 0;
  for (const one of [...stretches].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (one.end <= end) continue;
    // What overlaps goes as one.
    if (one.start >= end) masked += `${text.slice(end, one.start)}${MASKED}`;
    end = one.end;
  }
  return masked + text.slice(end);
}

const digitsOf = (said: string): number => said.match(/\d/g)?.length ?? 0;

const stretchOf = (match: RegExpMatchArray): Stretch => ({
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
});

/** Where the group that says what is to be masked stands. */
function numberOf(match: RegExpMatchArray): Stretch {
  const [start, end] = Object.values(match.indices?.groups ?? {}).find((place) => place !== undefined) ?? [0, 0];
  return { start, end };
}
