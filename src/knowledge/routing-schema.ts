import { z } from 'zod';
import { TICKET_ROUTES, type TicketRoute } from '../domain/ticket.js';
import { PHRASE_SIGNS, type Phrase, phraseOf } from './phrase-pattern.js';

/** Kinds of asks that a row of routing can look at; `unrelated`: out of scope and nothing of our subject. */
export const ROUTED_KINDS = [
  'faq',
  'entitlement',
  'identify',
  'one-phase',
  'out-of-scope',
  'unrelated',
  'human',
  'smalltalk',
] as const;

const phrase = z
  .string()
  .trim()
  .min(1)
  .regex(PHRASE_SIGNS, "write words; '*' for the rest of a word, '(a|b)' for one of several, ' .. ' for a gap")
  .refine((text) => phraseOf(text) !== null, 'brackets do not close, or nothing stands between them');
/** Sentences that are like the phrasings of topics: of all scores of such sentences together, and of all sentences, so much at least. */
const alike = z.strictObject({
  topics: z.array(z.string()).min(1),
  score: z.number().positive(),
  share: z.number().min(0).max(1).default(0),
  /** Phrases that tell nothing alone; each that is there adds so much to the score. */
  hints: z.array(phrase).default([]),
  hint: z.number().positive().default(0.3),
});
const name = z.string().regex(/^[a-z]+$/, 'a small word');

export const routingSchema = z.strictObject({
  signs: z.record(
    name,
    z
      .strictObject({
        phrases: z.array(phrase).default([]),
        alike: alike.optional(),
        unless: z.array(phrase).default([]),
        despite: z.array(phrase).default([]),
        backs: z.array(z.string()).default([]),
      })
      .refine((sign) => sign.phrases.length > 0 || sign.alike, "a sign needs 'phrases' or 'alike'"),
  ),
  routes: z
    .array(
      z.strictObject({
        route: z.enum(TICKET_ROUTES, { error: `no route; use ${TICKET_ROUTES.join(', ')}` }),
        when: z.strictObject({
          signs: z.array(name).default([]),
          topics: z.array(z.string()).default([]),
          kinds: z.array(z.enum(ROUTED_KINDS)).default([]),
          entries: z.array(z.string()).default([]),
          outcomes: z.array(z.string()).default([]),
          exceptTopics: z.array(z.string()).default([]),
        }),
        least: z.number().int().min(1).default(1),
        not: z.array(name).default([]),
        exceptSigned: z.boolean().default(false),
        beside: z.array(z.string()).default([]),
        says: z.string().trim().min(1),
      }),
    )
    .min(1),
});
type Routing = z.infer<typeof routingSchema>;

/** When sentences tell a sign by being like the phrasings of topics. */
export interface Alike {
  readonly topics: readonly string[];
  /** The least that the scores of such sentences come to together. */
  readonly score: number;
  /** The least share of such sentences in all, 0 to 1. */
  readonly share: number;
  /** Phrases that tell nothing alone, and what each that is there adds to the scores. */
  readonly hints: readonly Phrase[];
  readonly hint: number;
}

/** Words that tell something of a ticket; one of `unless` in the same sentence makes them void there. */
export interface Sign {
  readonly name: string;
  readonly phrases: readonly Phrase[];
  readonly unless: readonly Phrase[];
  /** What of a sentence is not looked at for `unless`: 'tell us if'. */
  readonly despite: readonly Phrase[];
  /** Null: words alone tell it. */
  readonly alike: Alike | null;
  /** Entries that a question is rather taken for where the ticket has this sign. */
  readonly backs: readonly string[];
}

/** One row of routing: it holds where any of what it names is in the ticket. */
export interface RoutingRow extends Readonly<Routing['routes'][number]['when']> {
  readonly route: TicketRoute;
  /** So many different phrases of its signs must be there. */
  readonly least: number;
  readonly not: readonly string[];
  /** Verdicts where a plan is signed that begins later are not counted. */
  readonly exceptSigned: boolean;
  /** Verdicts of which one must be there besides; none: nothing more is needed. */
  readonly beside: readonly string[];
  readonly says: string;
}

/** Who should have which ticket, from `routing.yaml`. */
export interface RoutingKnowledge {
  readonly signs: readonly Sign[];
  readonly rows: readonly RoutingRow[];
}

export const routingOf = ({ signs, routes }: Routing): RoutingKnowledge => ({
  signs: Object.entries(signs).map(([sign, { phrases: said, unless, despite, backs, alike: like }]) => ({
    name: sign,
    backs,
    alike: like ? { ...like, hints: phrasesOf(like.hints) } : null,
    phrases: phrasesOf(said),
    unless: phrasesOf(unless),
    // Each place of such a phrase is left out, and not the first alone.
    despite: phrasesOf(despite).map((p) => ({ ...p, pattern: new RegExp(p.pattern, 'giu') })),
  })),
  rows: routes.map(({ when, ...row }) => ({ ...when, ...row })),
});

const phrasesOf = (said: readonly string[]): readonly Phrase[] => said.map(phraseOf).filter((p) => p !== null);
