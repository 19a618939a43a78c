import { scannerOf, unit } from './dense-rows.js';
import { evidenceOf, nearestByLabel, rankLabels } from './evidence.js';
import { countFeatures, numberFeatures, type Prepared, vectorOf, WORD } from './features.js';
import { lexicalSimilarities } from './lexical-index.js';
import { together } from './likeness.js';
import { probability } from './logistic.js';
import type { Group, Measured, Mode, Model, ModeModel, Thresholds } from './model.js';
import { shareOfUnknown } from './trials.js';
import { foldedWords } from './words.js';

/** What the matcher makes of one message. */
export interface Match {
  /** The best labels, best first; `score` is the label's part of all that speaks for any label (0 to 1). */
  readonly ranked: readonly { readonly label: string; readonly group: Group; readonly score: number }[];
  /** The calibrated probability that the label on top is right (for a boundary: that the message is not answered). */
  readonly confidence: number;
  /**
   * answer: take the label on top, an entry or a kind (never a boundary). offer: too unsure for that, yet one of the best three
   * entries may well be meant. decline: neither; a boundary on top then names the topic.
   */
  readonly decision: 'answer' | 'offer' | 'decline';
}

export interface Matcher {
  /** `vector` is the encoder's for `prepared.semantic`; null: on words and characters alone. */
  readonly match: (prepared: Prepared, vector: Float32Array | null) => Match;
  /** What calibration found; null for a mode that was not trained. */
  readonly measured: (mode: Mode) => Measured | null;
}

const RANKED = 10;
const NOTHING: Match = { ranked: [], confidence: 0, decision: 'decline' };

/** Makes a model ready to answer. A match holds on to nothing; its time grows with the number of phrasings. */
export function createMatcher(model: Model): Matcher {
  const numbers = numberFeatures(model.vocabulary);
  const known = new Set(model.vocabulary.features.flatMap((f) => (f.startsWith(WORD) ? [f.slice(WORD.length)] : [])));
  const groups = model.labels.map((label) => label.group);
  const likeness = new Float32Array(model.rowLabels.length);
  const meaning = new Float32Array(model.rowLabels.length);
  const scan = model.vectors && scannerOf(model.vectors);

  const match = (prepared: Prepared, vector: Float32Array | null): Match => {
    const words = foldedWords(prepared.lexical);
    if (words.length === 0) return NOTHING;
    const mode = vector && scan && model.full ? model.full : model.lexical;
    lexicalSimilarities(model.index, vectorOf(countFeatures(prepared.lexical), numbers, model.vocabulary), likeness);
    if (vector && scan && mode === model.full) {
      const size = model.vectors?.size;
      if (vector.length !== size) throw new Error(`a vector of ${vector.length} numbers, not ${size}`);
      scan(unit(vector), meaning);
      for (let i = 0; i < likeness.length; i++) likeness[i] = together(likeness[i] as number, meaning[i] as number);
    }
    const scores = scoresOf(likeness, mode, groups.length);
    const ranking = rankLabels(scores);
    const nearest = nearestByLabel(likeness, model.rowLabels, groups.length, null);
    const unknownShare = shareOfUnknown(words, known);
    const evidence = evidenceOf({ scores, nearest, unknownShare, wordCount: words.length }, ranking, groups);
    const confidence = probability(mode.right, evidence);
    const top = groups[ranking[0] ?? 0] ?? 'boundary';
    return {
      ranked: ranked(model, scores, ranking),
      confidence,
      decision: decide(top, confidence, probability(mode.amongBest, evidence), mode.thresholds),
    };
  };
  return { match, measured: (mode) => model[mode]?.measured ?? null };
}

/** Likeness squared, weighed: the ridge regression's scores. Rows without likeness cost nothing; the others go four at a time. */
function scoresOf(likeness: Float32Array, { weights }: ModeModel, labelCount: number): Float64Array {
  const scores = new Float64Array(labelCount);
  const rows = Array.from(likeness.keys()).filter((row) => likeness[row] !== 0);
  const kernel = (row: number | undefined) => (row === undefined ? 0 : (likeness[row] as number) ** 2);
  for (let i = 0; i < rows.length; i += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [rows[i], rows[i + 1], rows[i + 2], rows[i + 3]];
    const [ka, kb, kc, kd] = [kernel(rows[i]), kernel(rows[i + 1]), kernel(rows[i + 2]), kernel(rows[i + 3])];
    for (let label = 0; label < labelCount; label++) {
      scores[label] =
        (scores[label] as number) +
        ka * (weights[a * labelCount + label] as number) +
        kb * (weights[b * labelCount + label] as number) +
        kc * (weights[c * labelCount + label] as number) +
        kd * (weights[d * labelCount + label] as number);
    }
  }
  return scores;
}

function decide(top: Group, confidence: number, amongBest: number, thresholds: Thresholds): Match['decision'] {
  if (top === 'entry' && confidence >= thresholds.answer) return 'answer';
  if (top === 'kind' && confidence >= thresholds.kind) return 'answer';
  return amongBest >= thresholds.offer ? 'offer' : 'decline';
}

function ranked(model: Model, scores: Float64Array, ranking: readonly number[]): Match['ranked'] {
  let total = 1e-9;
  for (const score of scores) total += Math.max(0, score);
  return ranking.slice(0, RANKED).flatMap((number) => {
    const label = model.labels[number];
    const score = Math.max(0, scores[number] as number) / total;
    return label && score > 0 ? [{ label: label.label, group: label.group, score }] : [];
  });
}
