import type { AssistantParts } from '../assistant/turn.js';
import type { Sign } from '../knowledge/routing-schema.js';
import { sentencesOf } from '../understanding/clauses.js';
import { type FoundSign, signsIn } from './signs.js';

/** More sentences are not looked at; each takes about a millisecond. */
const MOST_SENTENCES = 40;
/** Fewer words say too little to be like anything. */
const FEWEST_WORDS = 3;

/**
 * The signs that the sentences of a text give by what they are like: one after the other is matched by its words, and those that are
 * most like a phrasing of a sign's topics count for it with their scores, hints with what they are worth. The words of such a sign are
 * those sentences and hints.
 */
export function signsByLikeness(
  texts: readonly string[],
  signs: readonly Sign[],
  likest: AssistantParts['likest'],
): readonly FoundSign[] {
  const sought = signs.flatMap((sign) => (sign.alike === null ? [] : [{ ...sign, alike: sign.alike }]));
  if (sought.length === 0) return [];
  const said = texts
    .flatMap((text) => sentencesOf(text).map(({ start, end }) => text.slice(start, end).trim()))
    .filter((sentence) => sentence.split(/\s+/).length >= FEWEST_WORDS)
    .slice(0, MOST_SENTENCES);
  const labels = new Set(sought.flatMap(({ alike }) => alike.topics.map(labelOf)));
  const found = said.flatMap((sentence) => {
    const top = likest(sentence, labels);
    return top === null ? [] : [{ sentence, ...top }];
  });
  return sought.flatMap(({ alike, ...sign }) => {
    const { name } = sign;
    const hints = alike.hints.length === 0 ? [] : signsIn(texts.join('\n'), [{ ...sign, phrases: alike.hints }]);
    const like = found.filter(({ label }) => alike.topics.some((topic) => labelOf(topic) === label));
    const score = like.reduce((sum, one) => sum + one.score, hints.length * alike.hint);
    const told = score >= alike.score && like.length >= alike.share * said.length;
    return told ? [...like.map(({ sentence }) => ({ name, said: sentence })), ...hints] : [];
  });
}

const labelOf = (topic: string): string => `topic:${topic}`;
