import { type Day, plusDays } from '../domain/day.js';
import type { FactName, Facts } from '../domain/facts.js';
import {
  boundsOfDate,
  type DayRange,
  dateFromRange,
  dateFromReadings,
  type PartialDate,
  rangesOfDate,
} from '../domain/partial-date.js';
import type { CoverSource, Stretch, Timeline, TimelineContract } from '../domain/timeline.js';
import type { Verdict } from '../domain/verdict.js';
import type { Row, Rules } from '../knowledge/rules.js';
import { anniversary, lastIncludedDay } from './included-year.js';
import { decideOutcome } from './outcomes.js';
import { scaleOf, withinHorizon } from './timeline-scale.js';

/**
 * The cover of a device over time, or null where there is nothing to draw: a ground of exclusion holds, it is not commissioned
 * and no day for it is known, or no date is known at all. `verdict` is what the same facts decide, and its day is the one looked from.
 *
 * How it stands on any other day is what the same rules decide of the same facts on that day, save that what is said of
 * the present (a contract in effect, a visit still to come) says nothing of the days before.
 */
export function timelineOf(facts: Facts, verdict: Verdict, rules: Rules): Timeline | null {
  const { asOf } = verdict;
  if (verdict.grounds.length > 0 || facts.commissioned === 'not-yet') return null;
  const commissioned = facts.commissioned ?? null;
  if (commissioned !== null && !isWithinHorizon(commissioned, asOf)) return null;
  const contract = contractOf(facts, verdict, rules);
  if (commissioned === null && (contract === null || !hasDay(contract))) return null;
  const eligible = !verdict.missing.includes('family') && !verdict.missing.includes('nmc');
  const year = commissioned !== null && eligible ? yearOf(commissioned) : null;
  const dates = [commissioned, year?.last, contract?.start, contract?.end].filter(isDate);
  const scale = scaleOf(
    dates.flatMap((date) => rangesOfDate(date)),
    asOf,
  );
  return {
    asOf,
    covered: verdict.covered,
    scale,
    commissioned,
    year,
    gap: eligible ? verdict.gap : null,
    contract,
    contradictory: verdict.contradictions.length > 0,
    stretches: stretchesOf(facts, scale, asOf, rules),
  };
}

const isDate = (value: PartialDate | 'in-effect' | null | undefined): value is PartialDate =>
  value !== null && value !== undefined && value !== 'in-effect';
const hasDay = ({ start, end }: TimelineContract) => isDate(start) || isDate(end);

/** 'Some time after today' is written as an interval without an end; a year cannot be drawn from that. */
function isWithinHorizon(date: PartialDate, asOf: Day): boolean {
  const { from, to } = boundsOfDate(date);
  return withinHorizon(from, asOf) && withinHorizon(to, asOf);
}

function yearOf(commissioned: PartialDate): NonNullable<Timeline['year']> {
  const last = rangesOfDate(commissioned).map(({ from, to }) =>
    dateFromRange({ from: lastIncludedDay(from), to: lastIncludedDay(to) }),
  );
  return { first: commissioned, last: dateFromReadings(last) };
}

/** The contract, where it may bring cover, its dates fit together, and something is known of when it runs. */
function contractOf(facts: Facts, verdict: Verdict, rules: Rules): TimelineContract | null {
  const { plan, contractStart: start = null, contractEnd: end = null } = facts;
  const gives = plan === undefined ? 'open' : (rules.plans.get(plan)?.gives ?? 'open');
  if (gives === 'nothing' || gives === 'visit' || verdict.contradictions.length > 0) return null;
  return start === null && end === null ? null : { name: verdict.planName, start, end };
}

/** What the facts say of another day than the one that they were told for. */
function factsOn(day: Day, facts: Facts, asOf: Day): Facts {
  if (day >= asOf || facts.contractStart !== 'in-effect') return facts;
  const { contractStart: _since, ...rest } = facts;
  return rest;
}

type Standing = Omit<Stretch, keyof DayRange>;

function standingOn(day: Day, facts: Facts, asOf: Day, rules: Rules): Standing {
  const outcome = decideOutcome(factsOn(day, facts, asOf), day, rules);
  const missing: readonly FactName[] =
    outcome.kind === 'undetermined' && outcome.covered === 'unknown' ? outcome.missing : [];
  // A visit is ordered and still to come: before the day asked about there was none.
  const covered = outcome.covered === 'at-visit' && day < asOf ? 'no' : outcome.covered;
  const by = outcome.kind === 'decided' && covered === 'yes' ? sourceOf(outcome.row) : null;
  return { covered, by, missing };
}

function sourceOf(row: Row): CoverSource | null {
  const looksAt = (feature: string) => row.when.some((c) => c.feature === feature);
  return looksAt('year') ? 'included-year' : looksAt('cover') ? 'contract' : null;
}

/** Days on which the standing may turn: each comparison that the rules make turns at one of these or on the day after. */
function turningDays(facts: Facts, asOf: Day): readonly Day[] {
  const { commissioned, contractStart, contractEnd } = facts;
  const ends = (date: PartialDate | 'not-yet' | 'in-effect' | undefined): readonly Day[] =>
    date === undefined || date === 'not-yet' || date === 'in-effect'
      ? []
      : rangesOfDate(date).flatMap(({ from, to }) => [from, to]);
  const days = [...ends(commissioned), ...ends(contractStart), ...ends(contractEnd), asOf];
  return [...days, ...ends(commissioned).map(anniversary)].flatMap((d) => [plusDays(d, -1), d, plusDays(d, 1)]);
}

function stretchesOf(facts: Facts, scale: DayRange, asOf: Day, rules: Rules): readonly Stretch[] {
  const inside = turningDays(facts, asOf).filter((d) => scale.from < d && d <= scale.to);
  const starts = [...new Set([scale.from, ...inside])].sort();
  const stretches: Stretch[] = [];
  starts.forEach((from, i) => {
    const next = starts[i + 1];
    const to = next === undefined ? scale.to : plusDays(next, -1);
    const standing = standingOn(from, facts, asOf, rules);
    const last = stretches.at(-1);
    if (last && isAlike(last, standing)) stretches[stretches.length - 1] = { ...last, to };
    else stretches.push({ from, to, ...standing });
  });
  return stretches;
}

const isAlike = (a: Standing, b: Standing) =>
  a.covered === b.covered && a.by === b.by && a.missing.join() === b.missing.join();
