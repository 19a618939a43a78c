import type { Citation } from '../domain/citation.js';
import type { Day } from '../domain/day.js';
import type { Facts } from '../domain/facts.js';
import type { Verdict } from '../domain/verdict.js';
import type { Rules } from '../knowledge/rules.js';
import { assumptionsOf } from './assumptions.js';
import { briefOf } from './brief-verdict.js';
import { changesFrom } from './changes.js';
import { upcomingOf } from './cover-days.js';
import { decideOutcome, type Outcome } from './outcomes.js';
import { traceOf } from './trace.js';

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
  const outcome = decideOutcome(facts, asOf, rules);
  const row = outcome.kind === 'decided' ? outcome.row : null;
  const plan = facts.plan === undefined ? null : (rules.plans.get(facts.plan) ?? null);
  const isGround = outcome.kind === 'decided' && outcome.grounds.length > 0;
  const gives = plan?.gives ?? null;
  const brief = briefOf(outcome, facts, asOf, rules);
  return {
    ...brief,
    says: row?.says ?? null,
    reasons: row?.reasons ?? [],
    upcoming: isGround ? [] : upcomingOf(facts, asOf),
    assumptions: isGround ? [] : assumptionsOf(facts, asOf, gives, brief.gap, rules),
    notes: plan?.note && !isGround ? [plan.note] : [],
    whatWouldChange: row ? changesFrom(row.outcome, facts, asOf, rules) : [],
    grounds: outcome.kind === 'decided' ? outcome.grounds.map((g) => g.id) : [],
    trace: traceOf(facts, asOf, rules, row?.id ?? null),
    citations: citationsOf(outcome),
    asOf,
    knowledgeVersion: rules.version,
  };
}
