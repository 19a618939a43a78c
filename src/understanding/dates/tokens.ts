/** A run of letters, a run of digits, or one mark. */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark';
  /** As compared: a word in small letters without accents; else as written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** No white space between it and the token before. */
  readonly glued: boolean;
}

const TOKEN = /\p{L}[\p{L}\p{M}]*|\d+|\S/gu;

/** Between two paragraphs; no date goes across. */
const PARAGRAPH = '\n';

/** Small letters without accents, so that `März`, `MARZ` and `marz` are one word. */
export const folded = (word: string): string =>
  PLAIN.test(word) ? word.toLowerCase() : word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
/** Has no accents to take off: most words. */
const PLAIN = /^[a-z]*$/i;

/** The tokens of a text in order; one pass, no backtracking. Offsets are those of the text given. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [written] = match;
    const start = match.index;
    const gap = text.slice(end, start);
    if (gap.indexOf('\n') !== gap.lastIndexOf('\n')) {
      tokens.push({ kind: 'mark', text: PARAGRAPH, start: end, end: start, glued: false });
    }
    const kind = /^\d/.test(written) ? 'number' : /^\p{L}/u.test(written) ? 'word' : 'mark';
    const glued = gap === '' && start > 0;
    end = start + written.length;
    tokens.push({ kind, text: kind === 'word' ? folded(written) : written, start, end, glued });
  }
  return tokens;
}

/** The word at `i`, else an empty text. */
export const wordAt = (tokens: readonly Token[], i: number): string => textOf(tokens, i, 'word');
/** The mark at `i`, else an empty text. */
export const markAt = (tokens: readonly Token[], i: number): string => textOf(tokens, i, 'mark');
/** The digits at `i`, else an empty text. */
export const digitsAt = (tokens: readonly Token[], i: number): string => textOf(tokens, i, 'number');
/** True where the token at `i` exists and touches the one before. */
export const isGlued = (tokens: readonly Token[], i: number): boolean => tokens[i]?.glued === true;

function textOf(tokens: readonly Token[], i: number, kind: Token['kind']): string {
  const token = tokens[i];
  return token?.kind === kind ? token.text : '';
}

export const isApostrophe = (mark: string): boolean => mark !== '' && "'’‘´`".includes(mark);

const OPENING = new Set([...'([{"“”„‘’\'«»<>:=,;|*~¿¡–—…']);
const CLOSING = new Set([...')]}"“”‘’\'«»<>;,?!|*:.…–—']);

/** Words that a dash may tie to a date: mid-March. */
const PARTS = new Set(['mid', 'early', 'late']);

/**
 * False where the token at `i` is the tail of something longer: `AP9640`, `7.2.2`, `+49-30`.
 * A number behind a mark that may stand in front of a date is no tail.
 */
export function startsClean(tokens: readonly Token[], i: number): boolean {
  if (!isGlued(tokens, i)) return true;
  const mark = markAt(tokens, i - 1);
  if (mark === '-' && PARTS.has(wordAt(tokens, i - 2))) return true;
  if (mark === '-' || mark === '/') return !isGlued(tokens, i - 1);
  if (mark === '.') return markAt(tokens, i - 2) === '.' && isGlued(tokens, i - 1);
  if (mark === ':') return digitsAt(tokens, i - 2) === '' || !isGlued(tokens, i - 1);
  return OPENING.has(mark);
}

/** False where what ends before the token `end` goes on: `10:30`, `2024-1234`, `5kVA`. */
export function endsClean(tokens: readonly Token[], end: number): boolean {
  if (!isGlued(tokens, end)) return true;
  const mark = markAt(tokens, end);
  const more = isGlued(tokens, end + 1) ? tokens[end + 1]?.kind : undefined;
  if (mark === '-') return more === undefined;
  if (mark === '/') return more !== 'number';
  return CLOSING.has(mark) && (more !== 'number' || !'.:,'.includes(mark));
}
