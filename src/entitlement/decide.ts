import type { Citation } from '../domain/citation.js';
import type { Day } from '../domain/day.js';
import type { Facts } from '../domain/facts.js';
import { boundsOfDate, type PartialDate } from '../domain/partial-date.js';
import { UNDETERMINED, type Verdict } from '../domain/verdict.js';
import type { ContradictionCode, Row, Rules } from '../knowledge/rules.js';
import { assumptionsOf } from './assumptions.js';
import { changesFrom } from './changes.js';
import { gapOf, includedUntil, upcomingOf } from './cover-days.js';
import { featureSetsOf } from './features.js';
import { openOf } from './open.js';
import { decideOpen, type Outcome } from './outcomes.js';
import { questionsOf } from './questions.js';
import { traceOf } from './trace.js';

/** The last covered day of a decided outcome, where its cover has a known end. */
export function coveredUntil(row: Row, facts: Facts, asOf: Day): PartialDate | null {
  const looksAt = (feature: string, value: string) =>
    row.when.some((c) => c.feature === feature && c.is.includes(value));
  if (row.covered !== 'yes') return null;
  if (looksAt('year', 'running') && facts.commissioned !== undefined && facts.commissioned !== 'not-yet') {
    return includedUntil(facts.commissioned, asOf);
  }
  return looksAt('cover', 'in-effect') ? (facts.contractEnd ?? null) : null;
}

/** Contradictions that hold whatever a partial date turns out to be. */
export function contradictionsOf(facts: Facts, asOf: Day, rules: Rules): Verdict['contradictions'] {
  const { contractStart: start, contractEnd: end } = facts;
  if (start === undefined || end === undefined) return [];
  const code: ContradictionCode | null =
    start === 'in-effect'
      ? boundsOfDate(end).to < asOf
        ? 'in-effect-but-ended'
        : null
      : boundsOfDate(end).to < boundsOfDate(start).from
        ? 'ends-before-start'
        : null;
  return code === null ? [] : [{ code, facts: ['contractStart', 'contractEnd'], text: rules.contradictions[code] }];
}

function citationsOf(outcome: Outcome): readonly Citation[] {
  const rows = outcome.kind === 'decided' ? [outcome.row] : outcome.open;
  const all = rows.flatMap((r) => [...r.says.citations, ...r.reasons.flatMap((s) => s.citations)]);
  return [...new Map(all.map((c) => [`${c.source} ${c.question}.${c.sentence}`, c])).values()];
}

/**
 * What the rules decide of a device, as of a day. Pure: the same facts, day and rules give the same
 * verdict, whatever order the facts came in. Facts must be well formed (parseFacts of the domain).
 */
export function decide(facts: Facts, asOf: Day, rules: Rules): Verdict {
  const open = openOf(facts, asOf, rules);
  const sets = featureSetsOf(open);
  const outcome = decideOpen(open, rules);
  const row = outcome.kind === 'decided' ? outcome.row : null;
  const plan = facts.plan === undefined ? null : (rules.plans.get(facts.plan) ?? null);
  const isGround = outcome.kind === 'decided' && outcome.grounds.length > 0;
  const gives = plan?.gives ?? null;
  const gap = isGround ? null : gapOf(facts, gives);
  return {
    outcome: row?.outcome ?? UNDETERMINED,
    covered: outcome.covered,
    says: row?.says ?? null,
    reasons: row?.reasons ?? [],
    planName: plan?.name ?? null,
    coveredUntil: row ? coveredUntil(row, facts, asOf) : null,
    gap,
    upcoming: isGround ? [] : upcomingOf(facts, asOf),
    missing: outcome.kind === 'undetermined' ? outcome.missing : [],
    questions: outcome.kind === 'undetermined' ? questionsOf(facts, open, outcome.missing, asOf, rules) : [],
    assumptions: isGround ? [] : assumptionsOf(facts, asOf, gives, gap, rules),
    contradictions: contradictionsOf(facts, asOf, rules),
    notes: plan?.note && !isGround ? [plan.note] : [],
    actions: row?.actions ?? [],
    whatWouldChange: row ? changesFrom(row, facts, sets, asOf, rules) : [],
    grounds: outcome.kind === 'decided' ? outcome.grounds.map((g) => g.id) : [],
    trace: traceOf(facts, sets, rules, row?.id ?? null),
    citations: citationsOf(outcome),
    asOf,
    knowledgeVersion: rules.version,
    knowledgeDate: rules.checked,
  };
}
