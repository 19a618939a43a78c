import type { Likeness } from './likeness.js';
import type { Ridge } from './ridge.js';
import type { Phrasings } from './trials.js';

/** What a knowledge owner should look at, by the number of the phrasing; a place to look, not a verdict. */
export interface PhrasingReview {
  /** Phrasings that all others together would give to another label, surest first; `lead`: by how much, in scores from 0 to about 1. */
  readonly elsewhere: readonly { readonly row: number; readonly label: number; readonly lead: number }[];
  /** Pairs that say all but the same, most alike first; `likeness` 0 to 1. */
  readonly alike: readonly { readonly row: number; readonly other: number; readonly likeness: number }[];
}

/** From this likeness on, one of two phrasings teaches nothing that the other does not. */
const ALIKE = 0.97;

/** Judges each phrasing by what is learned from all the others. The likeness must be of all to all. */
export function reviewPhrasings({ labels, rowLabels }: Phrasings, { values }: Likeness, ridge: Ridge): PhrasingReview {
  const n = rowLabels.length;
  const elsewhere: PhrasingReview['elsewhere'][number][] = [];
  const alike: PhrasingReview['alike'][number][] = [];
  for (let row = 0; row < n; row++) {
    const own = rowLabels[row] as number;
    const scores = ridge.scoresWithout([row]);
    let best = own;
    for (let label = 0; label < labels.length; label++)
      if ((scores[label] as number) > (scores[best] as number)) best = label;
    if (best !== own) elsewhere.push({ row, label: best, lead: (scores[best] as number) - (scores[own] as number) });
    for (let other = 0; other < row; other++) {
      const like = values[row * n + other] as number;
      if (like >= ALIKE) alike.push({ row, other, likeness: like });
    }
  }
  return {
    elsewhere: elsewhere.sort((a, b) => b.lead - a.lead),
    alike: alike.sort((a, b) => b.likeness - a.likeness),
  };
}
