import { CREDIT, type Tag } from './judge.js';
import type { OutcomeFinding } from './judge-outcome.js';
import type { Measured } from './measure.js';
import { type Share, shareOf } from './share.js';

/** The figures of a report, in the order in which they are shown. */
export const FIGURE_NAMES = [
  'accuracy',
  'answeredRightly',
  'offered',
  'refused',
  'wrongAnswers',
  'outOfScopeAnswered',
  'factRecall',
  'factPrecision',
  'outcomesRight',
  'outcomesClaimed',
  'wronglyCovered',
] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

/**
 * - `accuracy`: the mean credit of all messages.
 * - `answeredRightly`, `offered`, `refused`: of the messages that the FAQ answers.
 * - `wrongAnswers`, `wronglyCovered`: of all messages.
 * - `outOfScopeAnswered`: of the messages out of scope, those that got an FAQ answer.
 * - `factRecall`: of the facts labelled, those found; `factPrecision`: of the facts found, those that are right.
 * - `outcomesRight`: of the outcomes labelled; `outcomesClaimed`: of the device questions whose label leaves the outcome open.
 */
export type Figures = Readonly<Record<FigureName, Share>>;

/** The figures of measured messages. Intervals take messages, and facts within them, as independent of each other. */
export function figuresOf(measured: readonly Measured[]): Figures {
  const faq = measured.filter((m) => m.label.kind === 'faq');
  const outside = measured.filter((m) => m.label.kind === 'out-of-scope');
  const facts = measured.flatMap((m) => m.facts);
  const hits = facts.filter((f) => f.finding === 'hit').length;
  return {
    accuracy: shareOf(
      measured.reduce((sum, m) => sum + CREDIT[m.tag], 0),
      measured.length,
    ),
    answeredRightly: shareTagged(faq, 'right'),
    offered: shareTagged(faq, 'offered'),
    refused: shareTagged(faq, 'refused'),
    wrongAnswers: shareTagged(measured, 'wrong'),
    outOfScopeAnswered: shareTagged(outside, 'wrong'),
    factRecall: shareOf(hits, facts.filter((f) => f.finding !== 'extra').length),
    factPrecision: shareOf(hits, facts.filter((f) => f.finding !== 'missed').length),
    outcomesRight: shareFound(measured, 'right', 'wrong'),
    outcomesClaimed: shareFound(measured, 'claimed', 'open'),
    wronglyCovered: shareOf(measured.filter((m) => m.wronglyCovered).length, measured.length),
  };
}

const shareTagged = (measured: readonly Measured[], tag: Tag): Share =>
  shareOf(measured.filter((m) => m.tag === tag).length, measured.length);

function shareFound(measured: readonly Measured[], counted: OutcomeFinding, other: OutcomeFinding): Share {
  const count = (finding: OutcomeFinding) => measured.filter((m) => m.outcome === finding).length;
  return shareOf(count(counted), count(counted) + count(other));
}
