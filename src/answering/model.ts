import type { ByteRows } from './byte-rows.js';
import type { Vocabulary } from './features.js';
import type { LexicalIndex } from './lexical-index.js';
import type { Logistic } from './logistic.js';
import type { Calibration } from './promise.js';

/** What a label stands for: an entry that answers, a kind of message handled elsewhere, or a topic that is knowingly not answered. */
export const GROUPS = ['entry', 'kind', 'boundary'] as const;
export type Group = (typeof GROUPS)[number];

/** With the sentence encoder, or on words and characters alone; each has weights and thresholds of its own. */
export type Mode = 'full' | 'lexical';

export interface Label {
  readonly label: string;
  readonly group: Group;
}

/** What one mode has learned. */
export interface ModeModel {
  /** Phrasings × labels, row by row: what likeness to a phrasing says for a label. */
  readonly weights: Float32Array;
  /** From evidence: whether the label on top is right, and whether one of the best three entries is. */
  readonly right: Logistic;
  readonly amongBest: Logistic;
  /** From it follows where answering begins, for any promise. */
  readonly calibration: Calibration;
}

/** All that a matcher needs: plain data, written and read by model-file.ts. */
export interface Model {
  /** Sorted by name. */
  readonly labels: readonly Label[];
  /** The label's number of each phrasing. */
  readonly rowLabels: Uint16Array;
  readonly vocabulary: Vocabulary;
  readonly index: LexicalIndex;
  /** The phrasings' vectors; null where trained without the encoder. */
  readonly vectors: ByteRows | null;
  /** The encoder that made them; a message's vector must come from the same. */
  readonly encoderId: string | null;
  readonly lexical: ModeModel;
  readonly full: ModeModel | null;
}
