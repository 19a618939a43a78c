import { monthNamed } from './month-names.js';
import { isOrdinal } from './number-words.js';
import type { Token } from './tokens.js';

/** Words of which every date without figures or the name of a month has one; the forms of dates know what to make of them. */
const WORDS = new Set(
  `minute minutes min mins hour hours hr hrs h day days d week weeks fortnight fortnights wk wks w month months mth mths mo mos
  year years yr yrs y quarter qtr half monday tuesday wednesday thursday friday saturday sunday
  spring springtime summer summertime autumn fall winter wintertime christmas xmas mas
  yesterday today tomorrow tomorow tommorow tommorrow tonight morning afternoon evening night`.split(/\s+/),
);
/** The most tokens of one date before its first such word: 'a little more than two and a half years ago' has 8. */
const REACH = 12;
/** Figures right behind so many letters are part of a name, as in 'NMC3'; 'Q2' and 'FY25' are dates. */
const NAME_LETTERS = 3;

/** Words that begin no date in any of its forms: the most frequent ones of letters, where none need be tried. */
const NO_BEGINNING = new Set(
  `we our us i my you your it its they their is are was were be been has have had with and or but so if as not no of to for at from by
  that which what who how do does did can could would should will please thanks thank regards hello hi dear there here any only also
  ups pdu card cards unit units device devices network management firmware update updates secure system service plan contract
  commissioned commissioning installed support covered cover customer customers site`.split(/\s+/),
);

/** True where a date may begin: a figure, a month or a word of time comes within reach. One look at each token, before any form tries. */
export function anchorsWithin(tokens: readonly Token[]): readonly boolean[] {
  const within: boolean[] = new Array(tokens.length);
  let distance = REACH + 1;
  for (let i = tokens.length - 1; i >= 0; i--) {
    distance = isAnchor(tokens, i) ? 0 : distance + 1;
    within[i] = distance <= REACH && !beginsNone(tokens[i]);
  }
  return within;
}

const beginsNone = (token: Token | undefined): boolean => token?.kind === 'word' && NO_BEGINNING.has(token.text);

function isAnchor(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token?.kind === 'number') {
    const before = tokens[i - 1];
    const inName = token.glued && before?.kind === 'word' && before.text.length >= NAME_LETTERS;
    return !inName || monthNamed(before.text) !== null;
  }
  return token?.kind === 'word' && (WORDS.has(token.text) || monthNamed(token.text) !== null || isOrdinal(token.text));
}
