import { monthNamed } from './month-names.js';
import { isOrdinal } from './number-words.js';
import type { Token } from './tokens.js';

/** Words of which every date without figures or the name of a month has one; the forms of dates know what to make of them. */
const WORDS = new Set(
  `minute minutes min mins hour hours hr hrs h day days d week weeks wk wks w month months mth mths mo mos
  year years yr yrs y quarter qtr half monday tuesday wednesday thursday friday saturday sunday
  spring springtime summer summertime autumn fall winter wintertime christmas xmas mas
  yesterday today tomorrow tomorow tommorow tommorrow tonight morning afternoon evening night`.split(/\s+/),
);
/** The most tokens of one date before its first such word: 'a little more than two and a half years ago' has 8. */
const REACH = 12;
/** Figures right behind so many letters are part of a name, as in 'NMC3'; 'Q2' and 'FY25' are dates. */
const NAME_LETTERS = 3;

/** True where a date may begin: a figure, a month or a word of time comes within reach. One look at each token, before any form tries. */
export function anchorsWithin(tokens: readonly Token[]): readonly boolean[] {
  const within: boolean[] = new Array(tokens.length);
  let distance = REACH + 1;
  for (let i = tokens.length - 1; i >= 0; i--) {
    distance = isAnchor(tokens, i) ? 0 : distance + 1;
    within[i] = distance <= REACH;
  }
  return within;
}

function isAnchor(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token?.kind === 'number') {
    const before = tokens[i - 1];
    const inName = token.glued && before?.kind === 'word' && before.text.length >= NAME_LETTERS;
    return !inName || monthNamed(before.text) !== null;
  }
  return token?.kind === 'word' && (WORDS.has(token.text) || monthNamed(token.text) !== null || isOrdinal(token.text));
}
