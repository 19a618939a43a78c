import type { Comparison } from './comparison.js';
import { FIGURE_NAMES } from './figures.js';
import { TAGS } from './judge.js';
import type { Miss } from './misses.js';
import { BIN_EDGES, type Reliability } from './reliability.js';
import type { Report } from './report.js';
import { listedPoints, type RiskPoint } from './risk-coverage.js';
import type { Tally } from './tally.js';
import { textTable } from './text-table.js';
import {
  CHANGE_WORDS,
  counted,
  countOf,
  difference,
  FIGURE_WORDS,
  interval,
  missWords,
  percent,
  promiseWords,
  settingWords,
  TAG_WORDS,
  testWords,
} from './words.js';

/** A report as plain text, for a terminal. */
export function textReport(report: Report): string {
  const { against, promise } = report;
  const blocks = [
    `${counted(report.messages, 'message')} of ${report.file}, ${settingWords(report)}`,
    ...badLines(report),
    figures(report),
    ...(promise ? [`The promise: ${promise.state}\n${promiseWords(promise)}`] : []),
    `By kind\n${tallies('kind', report.byKind)}`,
    ...(report.byEntry.length > 0 ? [`By entry\n${tallies('entry', report.byEntry)}`] : []),
    `Confidence\n${reliability(report.reliability)}\n${surest(report.riskCoverage)}`,
    ...(against ? comparison(report, against) : []),
    misses(report.misses),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function badLines({ badLines: bad }: Report): readonly string[] {
  if (bad.length === 0) return [];
  const lines = bad.map(({ line, problem }) => `  line ${line}: ${problem}`);
  return [`${counted(bad.length, 'line')} not usable and not counted:\n${lines.join('\n')}`];
}

const figures = ({ figures: all }: Report): string =>
  textTable(
    ['', 'share', '95 % interval', 'count', ''],
    FIGURE_NAMES.map((name) => {
      const { name: words, explains } = FIGURE_WORDS[name];
      return [words, percent(all[name].share), interval(all[name]), countOf(all[name]), explains];
    }),
    [4],
  );

const tallies = (what: string, rows: readonly Tally[]): string =>
  textTable(
    [what, 'n', ...TAGS.map((tag) => TAG_WORDS[tag]), 'share right', '95 % interval'],
    rows.map(({ name, n, counts, right }) => [
      name,
      String(n),
      ...TAGS.map((tag) => String(counts[tag])),
      percent(right.share),
      interval(right),
    ]),
  );

function reliability({ bins, gap }: Reliability): string {
  const rows = bins.map(({ from, to, n, meanConfidence, right }) => [
    `${from} to ${to}`,
    String(n),
    percent(meanConfidence),
    percent(right.share),
    interval(right),
  ]);
  const table = textTable(['from … to', 'n', 'mean confidence', 'share right', '95 % interval'], rows);
  return `${table}\nMean distance of confidence and share right over these ${BIN_EDGES.length - 1} bins: ${percent(gap)}`;
}

const surest = (points: readonly RiskPoint[]): string =>
  textTable(
    ['messages covered', 'not right', 'confidence from'],
    listedPoints(points).map((p) => [percent(p.coverage), percent(p.risk), p.threshold.toFixed(3)]),
  );

function comparison({ figures: own }: Report, other: Comparison): readonly string[] {
  const rows = FIGURE_NAMES.map((name) => [
    FIGURE_WORDS[name].name,
    percent(own[name].share),
    percent(other.figures[name].share),
    difference(own[name], other.figures[name]),
  ]);
  const changes = other.changes.map(
    ({ change, id, text, wanted, here, there }) =>
      `${CHANGE_WORDS[change]}  ${id}  wanted ${wanted}; here ${here}; there ${there}\n    ${oneLine(text)}`,
  );
  return [
    `Against ${other.folder} (knowledge ${other.knowledgeVersion}, ${other.mode} model)\n${textTable(['', 'here', 'there', 'points'], rows)}`,
    [testWords(other.won, other.lost, other.pValue), ...changes].join('\n'),
  ];
}

function misses(all: readonly Miss[]): string {
  if (all.length === 0) return 'No misses.';
  const lines = all.map(
    (miss) =>
      `${miss.id}  ${missWords(miss)}: wanted ${miss.wanted}; came ${miss.came}; confidence ${miss.confidence}\n    ${oneLine(miss.text)}`,
  );
  return `${counted(all.length, 'miss', 'misses')}\n${lines.join('\n')}`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
