import type { Day } from '../domain/day.js';
import type { Knowledge } from '../knowledge/knowledge.js';

/** What facts and outcomes are measured by: the words of the rules, read once. The same for both sides of a comparison. */
export interface Yardstick {
  readonly today: Day;
  /** Plans that have a name of their own. */
  readonly planIds: ReadonlySet<string>;
  /** Outcomes that mean 'covered', in the order of the rules. */
  readonly covering: readonly string[];
  /** Outcomes that hold for a visit only and claim no cover that runs. */
  readonly atVisit: ReadonlySet<string>;
  /** Outcomes of products that are left out by their class, for which any name will do. */
  readonly byClass: ReadonlySet<string>;
}

export function yardstickOf({ plans, rules }: Knowledge, today: Day): Yardstick {
  const outcomesWhere = (wanted: (row: (typeof rules.rows)[number]) => boolean) =>
    rules.rows.filter(wanted).map((row) => row.outcome);
  return {
    today,
    planIds: new Set(plans.map((plan) => plan.id)),
    covering: outcomesWhere((row) => row.covered === 'yes'),
    atVisit: new Set(outcomesWhere((row) => row.covered === 'at-visit')),
    byClass: new Set(
      outcomesWhere((row) => row.when.some(({ feature, is }) => feature === 'class' && is.includes('excluded'))),
    ),
  };
}
