import { type Day, plusDays } from '../domain/day.js';
import { FACT_NAMES, type FactName } from '../domain/facts.js';
import { boundsOfDate } from '../domain/partial-date.js';
import type { Covered } from '../domain/verdict.js';
import type { DeviceResult } from './device-result.js';

export const COVERED: readonly Covered[] = ['yes', 'at-visit', 'not-yet', 'no', 'unknown'];
/** Windows of days in which cover may end. */
export const WINDOWS = [30, 60, 90] as const;
/** Months of the picture of what ends when, the present one included. */
export const MONTHS = 12;

export interface OutcomeCount {
  readonly name: string;
  /** What the outcome says of cover; `unknown` too where facts are missing and devices differ. */
  readonly covered: Covered;
  readonly count: number;
}

/** What a whole fleet comes to. All counts are of devices. */
export interface Summary {
  readonly asOf: Day;
  readonly knowledgeVersion: string;
  /** Null for a list without named sheets. */
  readonly sheet: string | null;
  readonly devices: number;
  readonly covered: Readonly<Record<Covered, number>>;
  /** By outcome, most first. */
  readonly outcomes: readonly OutcomeCount[];
  /** Devices whose outcome is open, since facts are missing. */
  readonly undetermined: number;
  /** Cover that ends within so many days; a longer window holds the shorter ones. */
  readonly endsWithin: readonly { readonly days: number; readonly count: number }[];
  /** Cover that ends in a month (YYYY-MM), from the present one on, every month once. */
  readonly endsByMonth: readonly { readonly month: string; readonly count: number }[];
  /** Days without cover between the included year and a contract that are not over yet. */
  readonly gaps: number;
  /** Devices whose outcome depends on a fact that is missing. */
  readonly missing: readonly { readonly fact: FactName; readonly count: number }[];
  /** Devices with something that a person should look at: cells that cannot be read, contradictions. */
  readonly toLookAt: number;
  readonly notices: readonly string[];
}

/** Adds up devices one by one; what it keeps does not grow with them. */
export class Tally {
  private devices = 0;
  private gaps = 0;
  private toLookAt = 0;
  private readonly covered: Record<Covered, number> = { yes: 0, 'at-visit': 0, 'not-yet': 0, no: 0, unknown: 0 };
  private undetermined = 0;
  private readonly outcomes = new Map<string, { covered: Covered; count: number }>();
  private readonly missing = new Map<FactName, number>();
  private readonly within: number[] = WINDOWS.map(() => 0);
  private readonly months: Map<string, number>;
  private readonly lastDays: readonly Day[];

  constructor(private readonly asOf: Day) {
    this.lastDays = WINDOWS.map((days) => plusDays(asOf, days));
    this.months = new Map(monthsFrom(asOf).map((month) => [month, 0]));
  }

  add({ standing: { verdict, coverEnds, missing }, issues }: DeviceResult): void {
    this.devices++;
    this.covered[verdict.covered]++;
    if (!verdict.isSettled) this.undetermined++;
    const outcome = this.outcomes.get(verdict.outcome);
    if (outcome !== undefined) outcome.count++;
    else this.outcomes.set(verdict.outcome, { covered: verdict.isSettled ? verdict.covered : 'unknown', count: 1 });
    for (const fact of missing) this.missing.set(fact, (this.missing.get(fact) ?? 0) + 1);
    if (verdict.gap !== null && boundsOfDate(verdict.gap.to).to >= this.asOf) this.gaps++;
    if (issues.length > 0) this.toLookAt++;
    if (coverEnds === null) return;
    this.lastDays.forEach((last, i) => {
      if (coverEnds <= last) this.within[i] = (this.within[i] ?? 0) + 1;
    });
    const month = coverEnds.slice(0, 7);
    const count = this.months.get(month);
    if (count !== undefined) this.months.set(month, count + 1);
  }

  summary(about: Pick<Summary, 'knowledgeVersion' | 'sheet' | 'notices'>): Summary {
    return {
      asOf: this.asOf,
      ...about,
      devices: this.devices,
      covered: { ...this.covered },
      outcomes: [...this.outcomes].map(([name, of]) => ({ name, ...of })).sort((a, b) => b.count - a.count),
      undetermined: this.undetermined,
      endsWithin: WINDOWS.map((days, i) => ({ days, count: this.within[i] ?? 0 })),
      endsByMonth: [...this.months].map(([month, count]) => ({ month, count })),
      gaps: this.gaps,
      missing: FACT_NAMES.flatMap((fact) => {
        const count = this.missing.get(fact);
        return count === undefined ? [] : [{ fact, count }];
      }),
      toLookAt: this.toLookAt,
    };
  }
}

function monthsFrom(day: Day): readonly string[] {
  const first = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return Array.from({ length: MONTHS }, (_, i) => {
    const month = first + i;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
