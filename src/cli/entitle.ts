import { z } from 'zod';
import { type Day, parseDay } from '../domain/day.js';
import { parseFacts } from '../domain/facts.js';
import { decide } from '../entitlement/decide.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { withResolvedFamily } from '../understanding/products/resolve-family.js';
import { understander } from '../understanding/understand.js';
import { runBatch } from './batch.js';
import type { CommandContext } from './loaded.js';

const rowSchema = z.object({
  id: z.union([z.string(), z.number()]),
  asOf: z
    .string()
    .refine((d) => parseDay(d) !== null, 'write a day that exists as YYYY-MM-DD')
    .optional(),
  facts: z.record(z.string(), z.unknown()),
});

/** `sns entitle --batch`: facts in, a verdict a line out. Wrong facts give an error for their line. */
export function entitle(file: string, knowledge: Knowledge, context: CommandContext): Promise<number> {
  const understand = understander(knowledge);
  const planIds = knowledge.plans.map((p) => p.id);
  return runBatch(
    file,
    rowSchema,
    ({ id, asOf, facts }) => {
      const parsed = parseFacts(facts, planIds);
      if (!parsed.ok) return { id, error: parsed.problems.map((p) => p.message).join(' ') };
      const on = (asOf as Day | undefined) ?? context.today;
      return { id, verdict: decide(withResolvedFamily(parsed.value, understand, on), on, knowledge.rules) };
    },
    context.streams,
  );
}
