import { byteScannerOf } from './byte-rows.js';
import { candidateOf, evidenceOf, labelRuns, nearestByLabel, rankLabels } from './evidence.js';
import { type Prepared, type Vocabulary, vectorizer, wordTest } from './features.js';
import { halfScannerOf } from './half-rows.js';
import { lexicalScannerOf } from './lexical-index.js';
import { together } from './likeness.js';
import { type Logistic, probability } from './logistic.js';
import type { Group, Mode, Model, ModeModel } from './model.js';
import { DEFAULT_GOAL, type Goal, type Measured, measureAt } from './promise.js';
import { shareOfUnknown } from './trials.js';
import { foldedWords } from './words.js';

/** A label with its part of all that speaks for any label (0 to 1). */
export interface Ranked {
  readonly label: string;
  readonly group: Group;
  readonly score: number;
}

/** What the matcher makes of one message. */
export interface Match {
  /** The best labels, best first. What is answered stands first in any case. */
  readonly ranked: readonly Ranked[];
  /** The calibrated probability that the label on top is right (for a boundary: that no entry and no kind is). */
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
  /**
   * The label on top by words alone where it is one of `labels`, else null. In half the time of `match` for most texts: one whose
   * nearest phrasings are all of other labels is not scored.
   */
  readonly topAmong: (prepared: Prepared, labels: ReadonlySet<string>) => Ranked | null;
  /** The threshold for the goal, and what calibration measured there; null for a mode that was not trained. */
  readonly measured: (mode: Mode) => Measured | null;
}

const RANKED = 10;
/**
 * So many labels with the nearest phrasings are scored; one further off is taken not to be the best. Scoring all took a third of a match,
 * and gave 13 of 8,323 messages and sentences without the encoder another label on top or another decision, none of them one of the 990 messages.
 */
const SCORED = 32;
/**
 * A label that is not among so many with the nearest phrasings is taken not to be on top, where only some labels are sought: of 6,000
 * sentences of tickets 36 were taken for something else than by scoring all, and each cost half as much.
 */
const NEAR = 16;
const NOTHING: Match = { ranked: [], confidence: 0, decision: 'decline' };

/** A mode made ready: what decides stays, what is only multiplied lies in the memory of its scanner. */
interface ReadyMode extends Pick<ModeModel, 'right' | 'amongBest'> {
  /** Of the wanted labels; the others stay 0. */
  readonly score: (likeness: Float32Array, wanted: readonly number[]) => Float64Array;
  readonly measured: Measured;
}

/** A kind is taken, and entries are offered, from this probability of being right on. */
const KIND_FROM = 0.5;
const OFFER_FROM = 0.4;

/**
 * Makes a model ready to answer. A match holds on to nothing; its time grows with the number of phrasings. The matcher
 * keeps no reference to the model, whose large arrays can go once it is made. `wanted`: for the lexical mode alone, what only
 * the full one needs is left out. From the goal follows when an entry answers.
 */
export function createMatcher(model: Model, wanted: Mode = 'full', goal: Goal = DEFAULT_GOAL): Matcher {
  const { labels, vocabulary } = model;
  const rowCount = model.rowLabels.length;
  const runs = labelRuns(model.rowLabels);
  const compare = lexicalScannerOf(model.index, rowCount);
  // Copies: the arrays of a model that was read from a file lie in one buffer with all that is not needed any more.
  const own: Vocabulary = { ...vocabulary, table: vocabulary.table.slice(), idf: vocabulary.idf.slice() };
  const vectorOf = vectorizer(own);
  const isKnown = wordTest(own);
  const groups = labels.map((label) => label.group);
  const likeness = new Float32Array(rowCount);
  const meaning = new Float32Array(rowCount);
  const hasFull = wanted === 'full' && model.vectors !== null && model.full !== null;
  const scan = hasFull && model.vectors ? byteScannerOf(model.vectors) : null;
  const size = model.vectors?.size ?? 0;
  const lexical = readyMode(model.lexical, rowCount, groups.length, goal);
  const full = hasFull && model.full && readyMode(model.full, rowCount, groups.length, goal);

  const match = (prepared: Prepared, vector: Float32Array | null): Match => {
    const words = foldedWords(prepared.lexical);
    if (words.length === 0) return NOTHING;
    const mode = vector && scan && full ? full : lexical;
    compare(vectorOf(words), likeness);
    if (vector && scan && mode === full) {
      if (vector.length !== size) throw new Error(`a vector of ${vector.length} numbers, not ${size}`);
      scan(vector, meaning);
      for (let i = 0; i < likeness.length; i++) likeness[i] = together(likeness[i] as number, meaning[i] as number);
    }
    const nearest = nearestByLabel(likeness, runs, groups.length, null);
    const scores = mode.score(likeness, rankLabels(nearest, SCORED));
    const ranking = rankLabels(scores);
    const unknownShare = shareOfUnknown(words, isKnown);
    const candidate = candidateOf(ranking, groups);
    const standing = { scores, nearest, unknownShare, wordCount: words.length };
    const evidence = evidenceOf(standing, candidate, ranking, groups);
    const right = probability(mode.right, evidence);
    const decision = decide(groups[candidate], right, probability(mode.amongBest, evidence), mode.measured.threshold);
    const order = decision === 'answer' ? [candidate, ...ranking.filter((label) => label !== candidate)] : ranking;
    const isBoundary = groups[order[0] ?? -1] === 'boundary';
    return { ranked: ranked(labels, scores, order), confidence: isBoundary ? 1 - right : right, decision };
  };
  const topAmong = (prepared: Prepared, wanted: ReadonlySet<string>): Ranked | null => {
    const words = foldedWords(prepared.lexical);
    compare(vectorOf(words), likeness);
    const near = rankLabels(nearestByLabel(likeness, runs, groups.length, null), SCORED);
    if (!near.slice(0, NEAR).some((label) => wanted.has(labels[label]?.label ?? ''))) return null;
    const scores = lexical.score(likeness, near);
    const [top] = ranked(labels, scores, rankLabels(scores, 1));
    return top && wanted.has(top.label) ? top : null;
  };
  const measured = { lexical: lexical.measured, full: full ? full.measured : null };
  return { match, topAmong, measured: (mode) => measured[mode] };
}

/**
 * The ridge regression's scores of a mode: likeness squared, weighed. Weights are laid out a label a row, in half the
 * memory of Float32, for vector instructions to run over.
 */
function readyMode(
  { weights, right, amongBest, calibration }: ModeModel,
  rowCount: number,
  labelCount: number,
  goal: Goal,
): ReadyMode {
  const byLabel = new Float32Array(weights.length);
  for (let row = 0; row < rowCount; row++) {
    for (let label = 0; label < labelCount; label++)
      byLabel[label * rowCount + row] = weights[row * labelCount + label] as number;
  }
  const scan = halfScannerOf({ size: rowCount, values: byLabel });
  const scores = new Float32Array(labelCount);
  const score: ReadyMode['score'] = (likeness, wanted) => {
    scores.fill(0);
    scan(likeness, scores, wanted);
    return new Float64Array(scores);
  };
  // Copies, as of the index.
  const own = ({ mean, scale, weights: w }: Logistic) => ({
    mean: mean.slice(),
    scale: scale.slice(),
    weights: w.slice(),
  });
  return { right: own(right), amongBest: own(amongBest), measured: measureAt(calibration, goal), score };
}

function decide(candidate: Group | undefined, right: number, amongBest: number, answerFrom: number): Match['decision'] {
  if (candidate === 'entry' && right >= answerFrom) return 'answer';
  if (candidate === 'kind' && right >= KIND_FROM) return 'answer';
  return amongBest >= OFFER_FROM ? 'offer' : 'decline';
}

function ranked(labels: Model['labels'], scores: Float64Array, ranking: readonly number[]): readonly Ranked[] {
  let total = 1e-9;
  for (const score of scores) total += Math.max(0, score);
  return ranking.slice(0, RANKED).flatMap((number) => {
    const label = labels[number];
    const score = Math.max(0, scores[number] as number) / total;
    return label && score > 0 ? [{ label: label.label, group: label.group, score }] : [];
  });
}
