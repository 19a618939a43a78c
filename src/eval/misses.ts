import type { Tag } from './judge.js';
import { replyWords, wantedWords } from './label-words.js';
import type { Measured } from './measure.js';

/** Something that did not come as it was labelled; one message can miss in several respects. */
export type Miss = {
  readonly id: string | number;
  readonly text: string;
  readonly wanted: string;
  readonly came: string;
  /** As the reply gave it, 0 to 1. */
  readonly confidence: number;
} & (
  | { readonly kind: 'reply'; readonly tag: Exclude<Tag, 'right'> }
  | { readonly kind: 'facts' }
  | { readonly kind: 'outcome' }
  /** An outcome was told where the label leaves it open. */
  | { readonly kind: 'claimed' }
  /** On messages of every kind. */
  | { readonly kind: 'wrongly-covered' }
);

/** Every miss, in the order of the messages. */
export const missesOf = (measured: readonly Measured[]): readonly Miss[] => measured.flatMap(missesIn);

/** In which respects one message misses; none where all of it is as labelled. */
export function missesIn({ label, reply, tag, facts, outcome, wronglyCovered }: Measured): readonly Miss[] {
  const { id, text } = label;
  const message = { id, text, confidence: reply.confidence };
  const misses: Miss[] = [];
  if (tag !== 'right') {
    misses.push({ ...message, kind: 'reply', tag, wanted: wantedWords(label), came: replyWords(reply) });
  }
  const missed = facts.filter((f) => f.finding !== 'hit');
  if (missed.length > 0) {
    const list = (side: 'wanted' | 'came') => missed.map((f) => `${f.fact} ${f[side] ?? 'not stated'}`).join(', ');
    misses.push({ ...message, kind: 'facts', wanted: list('wanted'), came: list('came') });
  }
  const told = reply.verdict?.outcome ?? 'no outcome';
  const outcomes = { wanted: label.outcome ?? 'outcome left open', came: told };
  if (wronglyCovered)
    misses.push({ ...message, kind: 'wrongly-covered', ...outcomes, came: `${told}, told as covered` });
  else if (outcome === 'wrong') misses.push({ ...message, kind: 'outcome', ...outcomes });
  else if (outcome === 'claimed') misses.push({ ...message, kind: 'claimed', ...outcomes });
  return misses;
}
