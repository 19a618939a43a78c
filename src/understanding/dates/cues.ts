import type { Scan } from './scan.js';
import { digitsAt, markAt, wordAt } from './tokens.js';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words after which a year or a month is meant. */
const BEFORE_DATE = words(`
  in since from until till til by during through before after between year month date dated anno only
  im seit aus ab bis jahr von vom en depuis desde hasta annee ano sinds vanaf tot jaar
  bought purchased delivered manufactured built started signed planned scheduled due expected ended ends expired expires lapsed renewed begins starts
`);
const COMMISSIONED = /^(?:comm?iss?ion|install|inbetrieb|mise)/;

/** Words after which a year is meant if nothing is counted behind it: `of 2024`, but not `of 2024 cards`. */
const WEAKLY_BEFORE_DATE = words(
  'but of de del was is about around circa ca approximately approx roughly maybe probably s',
);

/** What may stand between a sign and the date. */
const BETWEEN = words('year month date in on for the');

/** Nouns of things that are counted or measured: a number before them is no year and no day. */
const COUNTED = words(`
  va kva w kw mw v kv ma ah mm cm kg eur euro euros usd dollars bucks units unit devices device cards card
  ups upses pdu pdus sites site pieces pcs items hosts systems racks rack servers customers users machines
  of more x times percent hours minutes days weeks months years galaxys km hz mhz ghz mb gb kb
`);

/** Function words that may follow a date but not the verb `may` or `march`. */
const AFTER_MONTH = words(`
  and or but with without no so if to until till through as at by for on in of last this next since when while
  between up und y et en or nothing already only too still under
`);

/** Nouns that take a number of their own: in `card 3 March 2025` the 3 belongs to the card. */
const NUMBERED = words('nmc card phase item version type level model step option phone room hall');

const VERSIONED = words(
  'v ver version fw firmware rev revision release build aos os sw software hw app ip port art article',
);
const FILED = words('order ticket case invoice part serial sn pn sku po ref reference no nr number id cve');

/** Words that add nothing to an answer that is a date. */
const FILLERS = words(`
  it was were is its s that this the in on about around circa maybe probably perhaps i think guess believe we
  hm hmm well ok okay yes yeah no sorry sometime some time date year month commissioned commissioning installed rather
  actually correct correction not sure must have been be of at early mid late beginning end middle and or between to
  from since until already only then back a sir ah oh
`);

export const isCounted = (scan: Scan, i: number): boolean =>
  COUNTED.has(wordAt(scan.tokens, i)) || ['%', '€', '$', '£'].includes(markAt(scan.tokens, i));

/** True where the word at `i` says that a date follows, or has said so before a word or a colon. */
export function isCue(scan: Scan, i: number): boolean {
  let at = i;
  for (let steps = 0; steps < 2; steps++) {
    const word = wordAt(scan.tokens, at);
    if (BEFORE_DATE.has(word) || COMMISSIONED.test(word)) return true;
    if (!BETWEEN.has(word) && ![':', '=', '(', '~'].includes(markAt(scan.tokens, at))) return false;
    at--;
  }
  const word = wordAt(scan.tokens, at);
  return BEFORE_DATE.has(word) || COMMISSIONED.test(word);
}

export const isWeakCue = (scan: Scan, i: number): boolean => WEAKLY_BEFORE_DATE.has(wordAt(scan.tokens, i));

/** True where a sentence may go on at `i` after a date: a mark, the end, or a function word. */
export const mayFollowDate = (scan: Scan, i: number): boolean =>
  wordAt(scan.tokens, i) === '' ? digitsAt(scan.tokens, i) === '' : AFTER_MONTH.has(wordAt(scan.tokens, i));

export const isNumbered = (scan: Scan, i: number): boolean => NUMBERED.has(wordAt(scan.tokens, i));
export const isVersioned = (scan: Scan, i: number): boolean => VERSIONED.has(noun(scan, i));
export const isFiled = (scan: Scan, i: number): boolean => FILED.has(noun(scan, i)) || isVersioned(scan, i);
export const isFiller = (word: string): boolean => FILLERS.has(word);

/** The word at `i`, or the one before a mark that stands at `i` (`version: 2.3`, `no. 5`). */
const noun = (scan: Scan, i: number): string =>
  wordAt(scan.tokens, i) || (['.', ':', '#'].includes(markAt(scan.tokens, i)) ? wordAt(scan.tokens, i - 1) : '');
