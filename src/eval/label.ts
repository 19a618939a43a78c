import { z } from 'zod';
import type { ReplyKind } from '../domain/reply.js';
import type { Knowledge } from '../knowledge/knowledge.js';

/** What a message can be labelled as. */
export const LABEL_KINDS = [
  'faq',
  'entitlement',
  'identify',
  'one-phase',
  'out-of-scope',
  'human',
  'smalltalk',
] as const satisfies readonly ReplyKind[];
export type LabelKind = (typeof LABEL_KINDS)[number];

/** The facts that labels name, in the order in which they are listed. */
export const LABELLED_FACTS = ['family', 'nmc', 'commissioned', 'plan', 'contractStart'] as const;
export type LabelledFact = (typeof LABELLED_FACTS)[number];

/** A message with what an expert wants for it. */
export interface Label {
  readonly id: string | number;
  readonly text: string;
  readonly kind: LabelKind;
  /** Of `faq`: the entries that answer it, the best first. */
  readonly ids: readonly string[];
  /** Of `out-of-scope`: from the same world as the FAQ. */
  readonly near: boolean;
  /** Only what the text states. */
  readonly facts: Readonly<Partial<Record<LabelledFact, string>>>;
  /** Only where the text settles it. */
  readonly outcome: string | null;
}

/** The form of a line of a labelled file, against a knowledge base: entries and outcomes that it does not have are mistakes. Other fields are ignored. */
export function labelSchema(knowledge: Knowledge): z.ZodType<Label> {
  const entries = knowledge.entries.map((e): string => e.id);
  const outcomes = [...new Set(knowledge.rules.rows.map((row) => row.outcome))];
  const oneOf = (names: readonly string[], what: string) =>
    z.string().refine((name) => names.includes(name), {
      error: ({ input }) => `'${String(input)}' is no ${what}; use ${names.join(', ')}`,
    });
  const fact = z.string().min(1).nullish();
  return z
    .object({
      id: z.union([z.string(), z.number()], { error: 'write a text or a number' }),
      text: z.string({ error: 'write the message as a text' }),
      kind: z.enum(LABEL_KINDS, {
        error: ({ input }) =>
          `${input === undefined ? 'a message needs one' : `'${String(input)}' is no kind of message`}; use ${LABEL_KINDS.join(', ')}`,
      }),
      ids: z.array(oneOf(entries, 'entry of the knowledge base')).default([]),
      near: z.boolean().default(false),
      facts: z
        .object({ family: fact, nmc: fact, commissioned: fact, plan: fact, contractStart: fact })
        .default({})
        .transform(statedOnly),
      outcome: oneOf(outcomes, 'outcome of the rules (a message that leaves it open has none)')
        .nullable()
        .default(null),
    })
    .refine(({ kind, ids }) => kind !== 'faq' || ids.length > 0, {
      path: ['ids'],
      error: 'a message of the kind faq needs the entries that answer it, the best first',
    });
}

function statedOnly(facts: Readonly<Partial<Record<LabelledFact, string | null | undefined>>>): Label['facts'] {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => typeof value === 'string'));
}
