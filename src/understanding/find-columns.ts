import Fuse, { type FuseResult } from 'fuse.js';
import { type ColumnKind, type FleetWords, foldHeading } from '../knowledge/fleet-schema.js';

/** What a heading says that its column holds; null where it says nothing of use here. */
export type ReadHeading = (heading: string) => HeadingMeaning | null;

export interface HeadingMeaning {
  readonly holds: ColumnKind;
  /** 0 is the name itself; larger is farther from it. To choose between two headings of the same kind. */
  readonly distance: number;
  /** What the heading says of its dates: true for 'dd/mm/yyyy', false for 'mm/dd/yyyy'. */
  readonly dayFirst: boolean | null;
}

/** fuse.js: 0 is equal. 'Comissioning date' scores about 0.06, 'Modle' about 0.2; 'Mode' and 'Model' are one sign apart too. */
const FARTHEST = 0.22;
/** Names shorter than this are too near to other words to be found misspelt. */
const SHORTEST = 5;
/** A misspelt name is at most so many signs longer or shorter. */
const FARTHEST_LENGTH = 3;
/** A heading of more words than this is a sentence, and no heading. */
const MOST_WORDS = 8;

const DAY_FIRST = /\b(?:d{1,2}|t{1,2}|j{1,2})\s*[./-]\s*m{1,2}\b/i;
const MONTH_FIRST = /\bm{1,2}\s*[./-]\s*(?:d{1,2}|t{1,2}|j{1,2})\b/i;

/** Made once for the words of a knowledge base, and gone with them. */
const readers = new WeakMap<FleetWords, ReadHeading>();

/**
 * Reads headings as people write them: the name of a column, the name among further words ('Model (as ordered)'), or the
 * name misspelt. The longest name that stands in the heading decides.
 */
export function headingReader(words: FleetWords): ReadHeading {
  const reader = readers.get(words) ?? readerOf(words);
  readers.set(words, reader);
  return reader;
}

function readerOf({ columns }: FleetWords): ReadHeading {
  const names = columns.flatMap(({ holds, names: all }) => all.map((name) => ({ name: foldHeading(name), holds })));
  const exact = new Map(names.map(({ name, holds }) => [name, holds]));
  const longestFirst = [...names].sort((a, b) => b.name.length - a.name.length);
  const nearest = nearestOf(names.filter(({ name }) => name.length >= SHORTEST));
  const meaningOf = (heading: string): Omit<HeadingMeaning, 'dayFirst'> | null => {
    const whole = foldHeading(heading);
    const bare = foldHeading(heading.replace(/[([{].*?[)\]}]/g, ' '));
    const known = exact.get(whole) ?? exact.get(bare);
    if (known !== undefined) return { holds: known, distance: 0 };
    if (bare === '' || bare.split(' ').length > MOST_WORDS) return null;
    const parted = ` ${bare} `;
    const within = longestFirst.find(({ name }) => parted.includes(name) && parted.includes(` ${name} `));
    if (within !== undefined) {
      return { holds: within.holds, distance: 1 + (bare.length - within.name.length) / bare.length };
    }
    const near = nearest(bare);
    return near === null ? null : { holds: near.item.holds, distance: 3 + scoreOf(near) };
  };
  return (heading) => {
    const meaning = meaningOf(heading);
    if (meaning === null) return null;
    const dayFirst = DAY_FIRST.test(heading) ? true : MONTH_FIRST.test(heading) ? false : null;
    return { ...meaning, dayFirst };
  };
}

interface Name {
  readonly name: string;
  readonly holds: ColumnKind;
}

/**
 * Finds the name that a misspelt heading is nearest to, the first of those that are equally near. Only names whose length and letters
 * allow it are held against it: every comma of a letter ends what may be a heading, and to try all took a third of a ticket's time.
 */
function nearestOf(names: readonly Name[]) {
  const options = { keys: ['name'], includeScore: true, threshold: FARTHEST, ignoreLocation: true, distance: 1000 };
  const tried = names.map((name) => ({ name: name.name, fuse: new Fuse([name], options) }));
  return (bare: string) =>
    tried
      .flatMap(({ name, fuse }) => (mayBeNear(bare, name) ? fuse.search(bare) : []))
      .reduce<FuseResult<Name> | null>((best, found) => (best && scoreOf(best) <= scoreOf(found) ? best : found), null);
}

const scoreOf = ({ score = 1 }: FuseResult<Name>): number => score;

/** fuse.js looks for longer ones in parts. */
const LONGEST_PATTERN = 32;

/** False where the letters alone tell that fuse.js would not find `bare` in `name`: too many of them are not there. */
function mayBeNear(bare: string, name: string): boolean {
  if (Math.abs(name.length - bare.length) > FARTHEST_LENGTH) return false;
  if (bare.length > LONGEST_PATTERN) return true;
  const most = FARTHEST * bare.length;
  let lacking = 0;
  let rest = name;
  for (const letter of bare) {
    const at = rest.indexOf(letter);
    if (at < 0) lacking++;
    else rest = rest.slice(0, at) + rest.slice(at + 1);
    if (lacking > most) return false;
  }
  return true;
}
