import type { Day } from '../domain/day.js';
import { claimsOf } from './claims.js';
import { type Comparison, compare, type OtherSide } from './comparison.js';
import { type Figures, figuresOf } from './figures.js';
import type { Measured } from './measure.js';
import { type Miss, missesOf } from './misses.js';
import { type PromisedRate, type PromiseReport, promiseReport } from './promise.js';
import { type Reliability, reliabilityOf } from './reliability.js';
import { type RiskPoint, riskCoverage } from './risk-coverage.js';
import { type Tally, tallyByEntry, tallyByKind } from './tally.js';

/** What was measured, and with what. */
export interface Setting {
  /** As it was named. */
  readonly file: string;
  readonly today: Day;
  readonly knowledgeVersion: string;
  readonly mode: 'full' | 'lexical';
}

/** All that an evaluation says, as plain data; `sns eval --json` prints it. Shares run from 0 to 1. */
export interface Report extends Setting {
  readonly messages: number;
  /** Lines of the file that could not be used and are not counted. */
  readonly badLines: readonly { readonly line: number; readonly problem: string }[];
  readonly figures: Figures;
  /** Absent where the model's promise is not known. */
  readonly promise?: PromiseReport;
  readonly byKind: readonly Tally[];
  readonly byEntry: readonly Tally[];
  readonly reliability: Reliability;
  readonly riskCoverage: readonly RiskPoint[];
  readonly misses: readonly Miss[];
  /** Absent where nothing was compared. */
  readonly against?: Comparison;
}

export interface ReportParts {
  readonly setting: Setting;
  readonly measured: readonly Measured[];
  readonly badLines: Report['badLines'];
  /** All entries, in the order in which they are listed. */
  readonly entries: readonly string[];
  readonly promise?: PromisedRate;
  readonly against?: OtherSide;
}

/** Puts a report together. Pure: the same messages and replies give the same report. */
export function reportOf({ setting, measured, badLines, entries, promise, against }: ReportParts): Report {
  const figures = figuresOf(measured);
  const claims = claimsOf(measured);
  return {
    ...setting,
    messages: measured.length,
    badLines,
    figures,
    ...(promise ? { promise: promiseReport(promise, figures.wrongAnswers) } : {}),
    byKind: tallyByKind(measured),
    byEntry: tallyByEntry(measured, entries),
    reliability: reliabilityOf(claims),
    riskCoverage: riskCoverage(claims, measured.length),
    misses: missesOf(measured),
    ...(against ? { against: compare(measured, against) } : {}),
  };
}
