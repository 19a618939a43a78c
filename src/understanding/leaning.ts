const ASKING: readonly string[] = ['who', 'whom', 'whose', 'what', 'which', 'when', 'where', 'why', 'how'];
const VERBS =
  'is are was were am be been does do did done has have had can could will would shall should may must happens happen mean means ask tell see find get'.split(
    ' ',
  );
const POINTERS =
  'it this that these those them they he she him her his i we me us my our their its there here one the a an'.split(
    ' ',
  );
const LITTLE =
  'and or but so then also too to of for in on at by with from about into until till since long often soon early late exactly really actually please just again still yet already now come else some any t s re'.split(
    ' ',
  );
const EMPTY: ReadonlySet<string> = new Set([...ASKING, ...VERBS, ...POINTERS, ...LITTLE, 'not']);
const TELLING: ReadonlySet<string> = new Set([...ASKING, 'until', 'till', 'since', 'really']);

/** More words than this say something, however empty each is. */
const MOST_WORDS = 7;

/**
 * Whether a message asks in words that mean nothing without what was said before: 'for how long?', 'who does that?',
 * 'why not?'. Which way it asks is all that it says.
 */
export function isBareQuestion(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0 || words.length > MOST_WORDS) return false;
  // 'If not' turns round what was said; only 'why not' asks for the same.
  if (words.some((w) => w === 'not') && words[0] !== 'why') return false;
  // Whoever asks why speaks of what was just said by whomever.
  const isEmpty = (w: string) => EMPTY.has(w) || (w === 'you' && words[0] === 'why');
  return words.every(isEmpty) && words.some((w) => TELLING.has(w));
}

/** So few words hardly ask by themselves. */
const FEW_WORDS = 3;

/** Whether a message leans on what was said before: short, with a word that points back, or of hardly any words at all. */
export const leansBack = (text: string): boolean => pointsBack(text) || text.split(/\s+/).length <= FEW_WORDS;

const pointsBack = (text: string): boolean =>
  text.length <= 80 &&
  /^\s*(?:and|so|but|then|or|ok(?:ay)?,? (?:and|so|but)|what if|even)\b|\b(?:those|these|them|they|that|it|such|there|either|too|instead|otherwise)\b/i.test(
    text,
  );
