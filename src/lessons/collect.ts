import { createHash } from 'node:crypto';
import { foldedWords } from '../answering/words.js';
import type { Heard, LessonText } from '../domain/lesson.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { messageBody } from '../understanding/body/message-body.js';
import { foreignLanguage } from '../understanding/language.js';
import type { Mask } from './mask.js';

/** Longer texts are no way of asking, in characters. */
const LONGEST = 300;
/** Fewer words say too little by themselves. */
const FEWEST_WORDS = 3;
/** So many texts are looked at, the newest; the time of grouping grows with the square. */
const MOST_TEXTS = 1_000;

export interface CollectParts {
  readonly knowledge: Pick<Knowledge, 'boundaries' | 'phrasings'>;
  readonly mask: Mask;
  readonly isKnownWord: (word: string) => boolean;
  /** Awaited every few milliseconds of work, so that others get their turn. */
  readonly pause: () => Promise<void>;
  /** Whether somebody has said that nothing is to be learned from a text, by its key. */
  readonly isDismissed: (key: string) => boolean;
}

/** What makes two texts the same: their words. */
export const keyOf = (text: string): string => foldedWords(text).join(' ');

/** What is kept of a text that was dismissed: by it the text is known again, and cannot be read. */
export const hashOf = (text: string): string => createHash('sha256').update(keyOf(text)).digest('hex');

/**
 * What can be learned from, masked, each text once with all who asked it, the newest first. Left out is what is refused knowingly (a topic), what is a
 * phrasing already or was dismissed, other languages, and texts that are very short or long.
 */
export async function collect(
  heard: readonly Heard[],
  { knowledge, mask, pause, ...parts }: CollectParts,
): Promise<readonly LessonText[]> {
  const topics = [...knowledge.boundaries.values()].map(({ says }) => says.text);
  const phrased = new Set(knowledge.phrasings.map(({ text }) => keyOf(text)));
  const texts = new Map<string, LessonText>();
  for (const one of heard) {
    await pause();
    if (one.reason === 'refused' && topics.some((says) => one.answered?.includes(says))) continue;
    const text = mask(messageBody(one.said)).replace(/\s+/g, ' ').trim();
    const key = keyOf(text);
    if (text.length > LONGEST || key.split(' ').length < FEWEST_WORDS) continue;
    if (phrased.has(key) || parts.isDismissed(key)) continue;
    if (foreignLanguage(text, parts.isKnownWord) !== null) continue;
    texts.set(key, joined(texts.get(key), text, one));
  }
  return [...texts.values()]
    .sort((a, b) => order(b.last, a.last) || order(keyOf(a.text), keyOf(b.text)))
    .slice(0, MOST_TEXTS);
}

function joined(before: LessonText | undefined, text: string, { person, reason, at }: Heard): LessonText {
  if (before === undefined) return { text, people: [person], reasons: [reason], first: at, last: at };
  return {
    // The same one, in whatever order they come.
    text: before.text < text ? before.text : text,
    people: including(before.people, person),
    reasons: including(before.reasons, reason),
    first: at < before.first ? at : before.first,
    last: at > before.last ? at : before.last,
  };
}

const including = <T>(all: readonly T[], one: T): readonly T[] => (all.includes(one) ? all : [...all, one]);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
