import { nearStarts } from './near-starts.js';
import type { Scored, TypeAheadItem } from './type-ahead-item.js';
import { foldedWords } from './words.js';

/** What a word counts for that is not in the question's title but in another wording of it. */
const OTHER_WORDING = 0.8;
/** The best that single words can reach: a question that begins as what was typed goes before. */
const BY_WORDS = 0.95;
/** A question is offered where so much of what was typed speaks for it; below, it says something else. */
const CUT_OFF = 0.6;
/** Fewer letters are looked for at the beginning of questions alone. */
const FEWEST = 3;
/** Who has typed more words than this asks in words of their own. */
const MOST_WORDS = 16;
/** A word inside the text is whole, up to an ending: 'renew' and 'renewal', 'contract' and 'contracts'. */
const ENDING = 3;

interface Question {
  readonly item: TypeAheadItem;
  /** What it may begin with, folded and without blanks, and what that counts for. */
  readonly wordings: ReadonlyMap<string, number>;
  readonly weights: ReadonlyMap<string, number>;
}

/**
 * Finds questions by what was typed of them: those that begin so, and those that share its words, the rare ones above all ('how do I'
 * says little). Each word may be misspelt, and the last one unfinished.
 */
export function questionFinder(
  items: readonly TypeAheadItem[],
  ordinary: readonly string[],
): (text: string) => readonly Scored[] {
  const questions = items.map(questionOf);
  const rarity = raritiesOf(questions);
  const findWord = nearStarts([...rarity.keys()], ordinary);
  const findWording = nearStarts(
    questions.flatMap((q) => [...q.wordings.keys()]),
    ordinary,
  );
  /** A word that no question has says as much against each as a word of only one question says for it. */
  const rarest = Math.log(questions.length + 1);

  const wordsLike = (typed: string, isLast: boolean) => {
    const near = findWord(typed).filter(({ text }) => isLast || Math.abs(text.length - typed.length) <= ENDING);
    const words = near.map(({ text, distance }) => ({ text, rarity: rarity.get(text) ?? 0, likeness: 1 - distance }));
    return { words, most: words.length === 0 ? rarest : Math.max(...words.map((w) => w.rarity)) };
  };

  return (text) => {
    const typed = foldedWords(text);
    if (typed.length > MOST_WORDS) return [];
    const letters = typed.join('');
    const asked = letters.length < FEWEST ? [] : typed.map((word, i) => wordsLike(word, i === typed.length - 1));
    const all = asked.reduce((sum, { most }) => sum + most, 0);
    const begins = new Map(findWording(letters).map((near) => [near.text, 1 - near.distance / 2]));
    return questions.flatMap(({ item: { kind, label, says }, wordings, weights }) => {
      const shared = asked.reduce(
        (sum, { words }) => sum + Math.max(0, ...words.map((w) => w.rarity * w.likeness * (weights.get(w.text) ?? 0))),
        0,
      );
      const byBeginning = [...wordings].map(([wording, weight]) => weight * (begins.get(wording) ?? 0));
      const score = Math.max(all > 0 ? (BY_WORDS * shared) / all : 0, ...byBeginning);
      return score >= CUT_OFF ? [{ kind, label, says, score }] : [];
    });
  };
}

function questionOf(item: TypeAheadItem): Question {
  const weights = new Map<string, number>();
  const wordings = new Map<string, number>();
  for (const [wording, weight] of [
    ...item.alsoKnownAs.map((other) => [other, OTHER_WORDING] as const),
    [item.label, 1] as const,
  ]) {
    const words = foldedWords(wording);
    for (const word of words) weights.set(word, weight);
    // A single word is no beginning of a question.
    if (words.length > 1) wordings.set(words.join(''), weight);
  }
  return { item, wordings, weights };
}

/** How much each word tells one question from the others. */
function raritiesOf(questions: readonly Question[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { weights } of questions) for (const word of weights.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, Math.log((questions.length + 1) / count)]));
}
