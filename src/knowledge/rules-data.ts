import type { z } from 'zod';
import type { Citation, CitedSentence } from '../domain/citation.js';
import type { PlanId, RuleId } from '../domain/ids.js';
import type { Catalogue } from './catalogue.js';
import { FEATURES, type Feature, type PlanRule, type Row, type Rules } from './rules.js';
import type { plansSchema, rulesSchema } from './schema.js';

type Sentence = z.infer<typeof rulesSchema>['rows'][number]['says'];

/** The rules as the engine takes them, from the checked files. */
export function rulesOf(
  rules: z.infer<typeof rulesSchema>,
  plans: z.infer<typeof plansSchema>,
  cite: (rests: string) => Citation,
  catalogue: Catalogue,
  stamp: Pick<Rules, 'version' | 'checked'>,
): Rules {
  const cited = (s: Sentence): CitedSentence => ({ text: s.text, citations: s.rests.map(cite) });
  return {
    ...stamp,
    rows: rules.rows.map(
      (row): Row => ({
        id: row.id as RuleId,
        ground: row.ground,
        when: Object.entries(row.when).map(([feature, is]) => ({ feature: feature as Feature, is: is ?? [] })),
        outcome: row.outcome,
        covered: row.covered,
        says: cited(row.says),
        fails: row.fails ? cited(row.fails) : null,
        open: row.open ? cited(row.open) : null,
        reasons: row.reasons.map(cited),
        actions: row.actions.map(cited),
      }),
    ),
    plans: new Map(
      plans.plans.map((p): [string, PlanRule] => [
        p.id,
        { id: p.id as PlanId, name: p.name, gives: p.gives, note: p.note ? cited(p.note) : null },
      ]),
    ),
    assumptions: {
      anniversary: cited(rules.assumptions.anniversary),
      'runs-on': cited(rules.assumptions['runs-on']),
      'after-warranty': cited(rules.assumptions['after-warranty']),
      'one-day-gap': cited(rules.assumptions['one-day-gap']),
    },
    contradictions: rules.contradictions,
    fixed: Object.fromEntries(Object.entries(rules.fixed).flatMap(([fact, s]) => (s ? [[fact, cited(s)]] : []))),
    exampleOf: Object.fromEntries(
      FEATURES.class.map((cls) => [cls, catalogue.products.find((p) => p.class === cls)?.name ?? null]),
    ) as Rules['exampleOf'],
    classOf: (family) => catalogue.byName(family)?.class ?? null,
  };
}
