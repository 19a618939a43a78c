/** An answer that would be given, had the threshold let it pass. */
export interface Trial {
  readonly confidence: number;
  readonly wrong: boolean;
  /** What it counts for in the assumed mix of messages. */
  readonly share: number;
}

/**
 * The lowest threshold that keeps a promise by conformal risk control (Angelopoulos et al. 2022): with trials as
 * exchangeable with messages to come, the expected share of wrong answers among all messages is at most `promised`.
 * `total` is the share of all messages, those included that would not be answered anyway. One wrong answer of the
 * largest share is added to what was seen. 1 or more (nothing is answered) where even the surest answers are wrong too often.
 */
export function thresholdFor(trials: readonly Trial[], total: number, promised: number): number {
  const sorted = [...trials].sort((a, b) => b.confidence - a.confidence);
  const largest = sorted.reduce((most, t) => Math.max(most, t.share), 0);
  const allowed = promised * (total + largest) - largest;
  let wrong = 0;
  let threshold = Number.POSITIVE_INFINITY;
  for (let i = 0; i < sorted.length; i++) {
    const trial = sorted[i] as Trial;
    if (trial.wrong) wrong += trial.share;
    if (wrong > allowed) break;
    // A threshold between equal confidences cannot be drawn.
    if (sorted[i + 1]?.confidence !== trial.confidence) threshold = trial.confidence;
  }
  return Math.min(threshold, 2);
}

/**
 * The threshold with the largest difference between the shares of right and of wrong answers: with the messages that an entry answers and those that
 * none does at half the mix each, it is the best mean of in-scope accuracy and out-of-scope recall. The middle of the
 * range that does equally well.
 */
export function balancedThreshold(trials: readonly Trial[]): number {
  const sorted = [...trials].sort((a, b) => b.confidence - a.confidence);
  let gain = 0;
  let best = 0;
  let threshold = 2;
  sorted.forEach((trial, i) => {
    gain += trial.wrong ? -trial.share : trial.share;
    const next = sorted[i + 1]?.confidence ?? 0;
    if (next === trial.confidence || gain <= best) return;
    best = gain;
    threshold = (trial.confidence + next) / 2;
  });
  return threshold;
}
