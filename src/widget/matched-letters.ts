/** A piece of a label; `matched`: it was typed. */
export interface LabelPiece {
  readonly text: string;
  readonly matched: boolean;
}

const WORD = /[\p{L}\p{N}+]+/gu;
/** Fewer letters than this, shared by two words, are chance where neither word ends with them. */
const FEWEST = 3;

/**
 * The pieces of a label, which put together give the label: for each word that was typed, the beginning that it shares with the
 * word of the label that is most like it, and what lies between.
 */
export function matchedLetters(label: string, typed: string): readonly LabelPiece[] {
  const words = [...label.matchAll(WORD)];
  const lengths = words.map(() => 0);
  const said = typed.toLowerCase().match(WORD) ?? [];
  for (const [i, word] of said.entries()) {
    const shared = words.map(([other]) => sharedLetters(other.toLowerCase(), word, i === said.length - 1));
    const whole = words.findIndex(([other]) => other.toLowerCase() === word);
    const likest = whole >= 0 ? whole : shared.indexOf(Math.max(...shared));
    if (likest >= 0) lengths[likest] = Math.max(lengths[likest] ?? 0, shared[likest] ?? 0);
  }
  const pieces: LabelPiece[] = [];
  let end = 0;
  const add = (next: number, matched: boolean) => {
    if (next > end) pieces.push({ text: label.slice(end, next), matched });
    end = next;
  };
  for (const [i, { index }] of words.entries()) {
    const length = lengths[i] ?? 0;
    if (length === 0) continue;
    add(index, false);
    add(index + length, true);
  }
  add(label.length, false);
  return pieces;
}

/** How many letters two words begin with alike, where that is no chance: all of both, all of the one still being typed, or enough. */
function sharedLetters(word: string, typed: string, unfinished: boolean): number {
  let length = 0;
  while (length < word.length && word[length] === typed[length]) length++;
  const isTyped = length === typed.length && (unfinished || length === word.length);
  return isTyped || length >= FEWEST ? length : 0;
}
