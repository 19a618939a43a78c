import { digitsAt, isApostrophe, isGlued, markAt, type Token, wordAt } from './tokens.js';

const CARDINALS = new Map(
  (
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
    'seventeen eighteen nineteen twenty'
  )
    .split(' ')
    .map((word, index) => [word, index + 1]),
);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((w, i) => [w, 20 + 10 * i]),
);
const ORDINALS = new Map(
  (
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
    'fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
  )
    .split(' ')
    .map((word, index) => [word, index + 1]),
);
ORDINALS.set('thirtieth', 30);

/** Whether a word counts a place: first to twentieth, thirtieth. */
export const isOrdinal = (word: string): boolean => ORDINALS.has(word);

/** How many, from fewest to most; `vague` where the words themselves are (a few, half). */
export interface Count {
  readonly low: number;
  readonly high: number;
  readonly vague: boolean;
  readonly end: number;
}

/** The number that an ordinal word at `i` names (first to thirty-first), and the token after it. */
export function ordinalAt(
  tokens: readonly Token[],
  i: number,
): { readonly value: number; readonly end: number } | null {
  const value = ORDINALS.get(wordAt(tokens, i));
  if (value !== undefined) return { value, end: i + 1 };
  const tens = TENS.get(wordAt(tokens, i));
  const at = markAt(tokens, i + 1) === '-' ? i + 2 : i + 1;
  const unit = ORDINALS.get(wordAt(tokens, at));
  return tens !== undefined && tens <= 30 && unit !== undefined && unit < 10
    ? { value: tens + unit, end: at + 1 }
    : null;
}

/** How many of something the text says at `i`: 3, three, twenty-four, a, a couple of, two and a half, 2 to 3. */
export function countAt(tokens: readonly Token[], i: number): Count | null {
  const vague = vagueCountAt(tokens, i);
  if (vague) return vague;
  const first = plainCountAt(tokens, i);
  if (!first) return null;
  const joined =
    ['or', 'to'].includes(wordAt(tokens, first.end)) || ['-', '–', '—', '/'].includes(markAt(tokens, first.end));
  const second = joined ? plainCountAt(tokens, first.end + 1) : null;
  return second && second.low > first.low ? { ...first, high: second.high, end: second.end } : first;
}

function vagueCountAt(tokens: readonly Token[], i: number): Count | null {
  const at = wordAt(tokens, i) === 'a' ? i + 1 : i;
  const word = wordAt(tokens, at);
  const past = wordAt(tokens, at + 1) === 'of' ? at + 2 : at + 1;
  if (word === 'couple') return { low: 2, high: 3, vague: true, end: past };
  if (word === 'few') return { low: 2, high: 6, vague: true, end: past };
  if (word === 'several' && at === i) return { low: 3, high: 10, vague: true, end: past };
  if (word === 'half' && at === i) {
    const article = ['a', 'an'].includes(wordAt(tokens, i + 1));
    return article ? { low: 0.5, high: 0.5, vague: true, end: i + 2 } : null;
  }
  return null;
}

function plainCountAt(tokens: readonly Token[], i: number): Count | null {
  const whole = wholeAt(tokens, i);
  if (!whole) return null;
  const { value, end } = whole;
  if (wordAt(tokens, end) === 'and' && wordAt(tokens, end + 1) === 'a' && wordAt(tokens, end + 2) === 'half') {
    return { low: value + 0.5, high: value + 0.5, vague: true, end: end + 3 };
  }
  if (markAt(tokens, end) === '½') return { low: value + 0.5, high: value + 0.5, vague: true, end: end + 1 };
  return { low: value, high: value, vague: !Number.isInteger(value), end };
}

function wholeAt(tokens: readonly Token[], i: number): { value: number; end: number } | null {
  const digits = digitsAt(tokens, i);
  if (digits !== '' && digits.length <= 3) {
    const fraction = digitsAt(tokens, i + 2);
    const decimal = ['.', ','].includes(markAt(tokens, i + 1)) && isGlued(tokens, i + 1) && isGlued(tokens, i + 2);
    if (decimal && fraction.length === 1) return { value: Number(`${digits}.${fraction}`), end: i + 3 };
    return { value: Number(digits), end: i + 1 };
  }
  const word = wordAt(tokens, i);
  if (word === 'a' || word === 'an') return { value: 1, end: i + 1 };
  const tens = TENS.get(word);
  if (tens !== undefined) {
    const at = markAt(tokens, i + 1) === '-' ? i + 2 : i + 1;
    const unit = CARDINALS.get(wordAt(tokens, at));
    return unit !== undefined && unit < 10 ? { value: tens + unit, end: at + 1 } : { value: tens, end: i + 1 };
  }
  const value = CARDINALS.get(word);
  return value === undefined ? null : { value, end: i + 1 };
}

/** The token after a possessive ending ('s or ') at `i`, else `i`. */
export function pastPossessive(tokens: readonly Token[], i: number): number {
  if (!isApostrophe(markAt(tokens, i)) || !isGlued(tokens, i)) return i;
  return wordAt(tokens, i + 1) === 's' && isGlued(tokens, i + 1) ? i + 2 : i + 1;
}
