import type { Outline } from './source-outline.js';
import { normalised, type StoredOutline, sentenceHash } from './stored-outline.js';

/** `question.sentence`, such as `14.1`: the form in which entries and rules cite a document. */
export type Place = `${number}.${number}`;

/**
 * How a copy of a document differs from the outline that answers and rules rest on.
 * `at` is where the sentence stands in the stored outline, `to` where it stands in the copy.
 * `moved`: the same sentence under another number; what cites it says the same but must cite anew.
 * `changed`: another sentence stands where it stood.
 */
export type SentenceDifference =
  | { readonly kind: 'changed'; readonly at: Place; readonly to: Place; readonly text: string }
  | { readonly kind: 'gone'; readonly at: Place }
  | { readonly kind: 'new'; readonly to: Place; readonly text: string }
  | { readonly kind: 'moved'; readonly at: Place; readonly to: Place };

/** The same for questions' titles; `at` and `to` are question numbers. */
export type TitleDifference =
  | { readonly kind: 'changed'; readonly at: number; readonly to: number; readonly was: string; readonly title: string }
  | { readonly kind: 'gone'; readonly at: number; readonly was: string }
  | { readonly kind: 'new'; readonly to: number; readonly title: string }
  | { readonly kind: 'moved'; readonly at: number; readonly to: number; readonly title: string };

export interface SourceDifferences {
  readonly titles: readonly TitleDifference[];
  readonly sentences: readonly SentenceDifference[];
}

interface Item {
  readonly question: number;
  readonly sentence: number;
  readonly title: string;
  readonly hash: string;
  readonly text: string;
}

interface Pair {
  readonly old: Item;
  readonly now: Item;
}

/** Compares a copy of the document with the stored outline. Both lists are in the document's order; empty: nothing differs. */
export function checkSource(stored: StoredOutline, copy: Outline): SourceDifferences {
  return {
    titles: titleDifferences(pairUp(storedTitles(stored), copyTitles(copy))),
    sentences: sentenceDifferences(pairUp(storedSentences(stored), copySentences(copy))),
  };
}

/** The places of the stored outline whose sentence is no longer as it was: what rests on these must be read again. */
export function placesToReview(differences: SourceDifferences): readonly Place[] {
  return differences.sentences.flatMap((d) => (d.kind === 'changed' || d.kind === 'gone' ? [d.at] : []));
}

const storedTitles = (stored: StoredOutline): Item[] => stored.questions.map((q) => titleItem(q.number, q.title));
const copyTitles = (copy: Outline): Item[] => copy.questions.map((q) => titleItem(q.number, q.title));
/** A title as an item: its number stands where a sentence has its question's title. */
const titleItem = (question: number, title: string): Item => ({
  question,
  sentence: 0,
  title: `${question}`,
  hash: normalised(title),
  text: title,
});

const storedSentences = (stored: StoredOutline): Item[] =>
  stored.questions.flatMap((q) =>
    q.sentences.map((hash, i) => ({ question: q.number, sentence: i + 1, title: normalised(q.title), hash, text: '' })),
  );
const copySentences = (copy: Outline): Item[] =>
  copy.questions.flatMap((q) =>
    q.sentences.map((text, i) => ({
      question: q.number,
      sentence: i + 1,
      title: normalised(q.title),
      hash: sentenceHash(text),
      text,
    })),
  );

/**
 * Ways in which two items may be the same, surest first. A document may say the same sentence in
 * several places, so the question's title weighs more than its number, and the number more than nothing.
 */
const SAME: readonly ((item: Item) => string)[] = [
  (item) => `${item.title}\n${item.sentence}\n${item.hash}`,
  (item) => `${item.title}\n${item.hash}`,
  (item) => `${item.question}.${item.sentence}\n${item.hash}`,
  (item) => item.hash,
];

interface Matching {
  readonly same: readonly Pair[];
  readonly changed: readonly Pair[];
  readonly gone: readonly Item[];
  readonly added: readonly Item[];
}

/** Matches items of equal hash, surest way first; then what is left on both sides between the same neighbours. */
function pairUp(old: readonly Item[], now: readonly Item[]): Matching {
  const same: Pair[] = [];
  let oldLeft = [...old];
  let nowLeft = [...now];
  for (const key of SAME) {
    const waiting = new Map<string, Item[]>();
    for (const item of nowLeft) waiting.set(key(item), [...(waiting.get(key(item)) ?? []), item]);
    const taken = new Set<Item>();
    oldLeft = oldLeft.filter((item) => {
      const found = waiting.get(key(item))?.shift();
      if (found === undefined) return true;
      taken.add(found);
      same.push({ old: item, now: found });
      return false;
    });
    nowLeft = nowLeft.filter((item) => !taken.has(item));
  }
  const { changed, gone, added } = pairLeftovers(old, now, same, oldLeft, nowLeft);
  return { same, changed, gone, added };
}

/**
 * An unmatched old item and an unmatched new one are a change of the same sentence where they follow
 * the same matched neighbour; failing that, where they have the same number in the same question.
 */
function pairLeftovers(
  old: readonly Item[],
  now: readonly Item[],
  same: readonly Pair[],
  oldLeft: readonly Item[],
  nowLeft: readonly Item[],
): Omit<Matching, 'same'> {
  const partner = new Map(same.map((pair) => [pair.old, pair.now]));
  const free = new Set(nowLeft);
  const changed: Pair[] = [];
  const gone: Item[] = [];
  for (const item of oldLeft) {
    const before = old[old.indexOf(item) - 1];
    const neighbour = before && together(before, item) ? partner.get(before) : undefined;
    const next = neighbour && now[now.indexOf(neighbour) + 1];
    const found = [
      neighbour && next && together(neighbour, next) ? next : undefined,
      now.find((n) => n.title === item.title && n.sentence === item.sentence),
      now.find((n) => n.question === item.question && n.sentence === item.sentence),
    ].find((n) => n !== undefined && free.has(n));
    if (found === undefined) {
      gone.push(item);
      continue;
    }
    free.delete(found);
    partner.set(item, found);
    changed.push({ old: item, now: found });
  }
  return { changed, gone, added: nowLeft.filter((item) => free.has(item)) };
}

/** Neighbours in one list: titles, or sentences of one question. */
const together = (a: Item, b: Item) => a.sentence === 0 || a.question === b.question;

const place = (item: Item): Place => `${item.question}.${item.sentence}`;

function sentenceDifferences({ same, changed, gone, added }: Matching): readonly SentenceDifference[] {
  const all: { readonly by: Item; readonly difference: SentenceDifference }[] = [
    ...same
      .filter((p) => place(p.old) !== place(p.now))
      .map((p) => ({ by: p.old, difference: { kind: 'moved', at: place(p.old), to: place(p.now) } as const })),
    ...changed.map((p) => ({
      by: p.old,
      difference: { kind: 'changed', at: place(p.old), to: place(p.now), text: p.now.text } as const,
    })),
    ...gone.map((item) => ({ by: item, difference: { kind: 'gone', at: place(item) } as const })),
    ...added.map((item) => ({ by: item, difference: { kind: 'new', to: place(item), text: item.text } as const })),
  ];
  return inOrder(all);
}

function titleDifferences({ same, changed, gone, added }: Matching): readonly TitleDifference[] {
  const all: { readonly by: Item; readonly difference: TitleDifference }[] = [
    ...same
      .filter((p) => p.old.question !== p.now.question)
      .map(({ old, now }) => ({
        by: old,
        difference: { kind: 'moved', at: old.question, to: now.question, title: now.text } as const,
      })),
    ...changed.map(({ old, now }) => ({
      by: old,
      difference: { kind: 'changed', at: old.question, to: now.question, was: old.text, title: now.text } as const,
    })),
    ...gone.map((item) => ({ by: item, difference: { kind: 'gone', at: item.question, was: item.text } as const })),
    ...added.map((item) => ({ by: item, difference: { kind: 'new', to: item.question, title: item.text } as const })),
  ];
  return inOrder(all);
}

const inOrder = <T>(all: readonly { readonly by: Item; readonly difference: T }[]): readonly T[] =>
  [...all]
    .sort((a, b) => a.by.question - b.by.question || a.by.sentence - b.by.sentence)
    .map(({ difference }) => difference);
