import type { ChangedMessage } from './comparison.js';
import type { FigureName } from './figures.js';
import type { Tag } from './judge.js';
import type { Miss } from './misses.js';
import type { PromiseReport } from './promise.js';
import type { Setting } from './report.js';
import type { Share } from './share.js';

/** What people read in a report, whether as text or as a page. */
export const FIGURE_WORDS: Readonly<Record<FigureName, { readonly name: string; readonly explains: string }>> = {
  accuracy: { name: 'Accuracy', explains: 'of all messages; an offer with the right entry counts as one half' },
  answeredRightly: { name: 'Answered rightly', explains: 'of the questions that the FAQ answers' },
  offered: {
    name: 'Offered',
    explains: 'of the questions that the FAQ answers: the right entry is among those offered',
  },
  refused: { name: 'Refused', explains: 'of the questions that the FAQ answers' },
  wrongAnswers: { name: 'Wrong answers', explains: 'of all messages: an answer is given, and it is wrong' },
  outOfScopeAnswered: { name: 'Out of scope, yet answered', explains: 'of the messages that the FAQ cannot answer' },
  factRecall: { name: 'Facts found', explains: 'of the facts stated about devices' },
  factPrecision: { name: 'Found facts right', explains: 'of the facts found' },
  outcomesRight: { name: 'Outcomes right', explains: 'of the device questions that their text settles' },
  outcomesClaimed: { name: 'Outcomes claimed', explains: 'of the device questions that their text leaves open' },
  wronglyCovered: { name: 'Wrongly called covered', explains: 'of all messages: the worst mistake' },
};

export const TAG_WORDS: Readonly<Record<Tag, string>> = {
  right: 'right',
  offered: 'offered',
  refused: 'refused',
  wrong: 'wrong',
  'other-kind': 'other kind',
};

export const TAGS_EXPLAINED =
  'Offered: a choice of entries with a right one among them, or a choice where the FAQ has no answer. ' +
  'Refused: no answer although the FAQ has one. Wrong: an answer that is wrong. Other kind: a reply that was not wanted, but no wrong answer.';

export const CHANGE_WORDS: Readonly<Record<ChangedMessage['change'], string>> = {
  won: 'won',
  lost: 'lost',
  otherwise: 'changed, right on neither side',
};

/** How a miss is called. */
export function missWords(miss: Miss): string {
  switch (miss.kind) {
    case 'reply':
      return TAG_WORDS[miss.tag];
    case 'facts':
      return 'facts';
    case 'outcome':
      return 'outcome';
    case 'claimed':
      return 'outcome claimed';
    case 'wrongly-covered':
      return 'wrongly covered';
  }
}

/** A share of 0 to 1 in per cent with one decimal place; a dash where there is none. */
export const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)} %`);

export const interval = ({ low, high }: Share): string =>
  low === null || high === null ? '–' : `${(low * 100).toFixed(1)} to ${(high * 100).toFixed(1)} %`;

export const countOf = ({ count, of }: Share): string => `${count} of ${of}`;

/** A difference of two shares in percentage points, with its sign. */
export function difference(here: Share, there: Share): string {
  if (here.share === null || there.share === null) return '–';
  const points = ((here.share - there.share) * 100).toFixed(1);
  return Number(points) > 0 ? `+${points}` : points.replace(/^-0\.0$/, '0.0').replace('-', '−');
}

/** `1 message`, `2 messages`. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

export const settingWords = ({ today, knowledgeVersion, mode }: Setting): string =>
  `as of ${today}, knowledge ${knowledgeVersion}, ${mode} model`;

export const promiseWords = ({ promised, measured }: PromiseReport): string =>
  `At most ${percent(promised.rate)} of all messages answered wrongly, by answering from a confidence of ${promised.threshold.toFixed(3)} on. ` +
  `Measured: ${percent(measured.share)} (${interval(measured)}).`;

/** A probability as it is commonly written. */
export const probability = (p: number): string => (p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`);

/** What the test says of a comparison. */
export function testWords(won: number, lost: number, pValue: number): string {
  const counts = `${won} won, ${lost} lost (exact McNemar test: ${probability(pValue)})`;
  if (won + lost === 0) return 'No message is right on one side only.';
  return pValue < 0.05
    ? `${counts}: ${won > lost ? 'better' : 'worse'}, and hardly by chance.`
    : `${counts}: this could be chance.`;
}
