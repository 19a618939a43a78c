import { z } from 'zod';
import { parseDay } from '../domain/day.js';
import { FEATURES } from './rules.js';

/** `question.sentence` of the source document. */
const rests = z.array(z.string().regex(/^\d+\.\d+$/, 'write question.sentence, such as "14.1"'));
const sentence = z.strictObject({ text: z.string().min(1), rests });
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens');
const text = z.string().trim().min(1);

export const sourceSchema = z.strictObject({
  id,
  title: text,
  /** The day on which the document was last seen to say what the knowledge rests on; it bears no date of its own. */
  checked: z
    .string()
    .refine((day) => parseDay(day) !== null, 'write a day that exists as YYYY-MM-DD')
    .optional(),
  questions: z.array(
    z.strictObject({
      number: z.number().int().min(0),
      title: text,
      sentences: z.array(z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in hexadecimal')),
    }),
  ),
});

export const entrySchema = z.strictObject({
  id,
  source: id.default('sns-3phase'),
  question: z.number().int().min(1),
  title: text,
  short: text.max(40, 'a click is short: at most 40 characters'),
  answer: z
    .array(
      z.strictObject({
        text,
        rests: rests.min(1, 'every sentence of an answer rests on the source'),
      }),
    )
    .min(1),
  followUps: z.array(id).default([]),
});

/**
 * Ways of asking, by the sentence of the answer (counted from 1) that comes first for them; `-yes` and `-no`: yes/no questions that
 * it settles so for anybody, read without their negations.
 */
export const asksSchema = z.record(
  z.string().regex(/^sentence-[1-9]\d?(-yes|-no)?$/, 'write sentence-1, sentence-1-yes or sentence-1-no'),
  z.array(text).min(1),
);

/** Phrasings by voice: a voice can be held out of training as a whole. */
export const phrasingsSchema = z.record(z.string().regex(/^[a-z]+$/), z.array(text).min(1));

export const boundarySchema = z.strictObject({
  id,
  source: id.default('sns-3phase'),
  title: text,
  near: z.boolean(),
  says: text,
  rests: rests.default([]),
  ask: text,
  related: z.array(id).default([]),
});

export const productsSchema = z.strictObject({
  source: id,
  products: z.array(
    z.strictObject({
      name: text,
      class: z.enum(FEATURES.class),
      aliases: z.array(text).default([]),
      short: z.array(text).default([]),
      orderNumbers: z.array(text).default([]),
      generic: z.boolean().default(false),
    }),
  ),
  ambiguous: z.array(
    z.strictObject({
      said: text,
      aliases: z.array(text).default([]),
      short: z.boolean().default(false),
      options: z.array(text).min(2),
    }),
  ),
  ordinary: z.array(z.string().regex(/^[a-z]{5,20}$/, 'must be one word in small letters, of 5 to 20')).default([]),
});

export const plansSchema = z.strictObject({
  source: id,
  plans: z.array(
    z.strictObject({
      id,
      name: text,
      gives: z.enum(['cover', 'visit', 'nothing', 'open']),
      strength: z.number().int().min(0),
      names: z.array(text),
      short: z.array(text).default([]),
      items: z.array(text).default([]),
      note: sentence.optional(),
    }),
  ),
});

const conditions = z.partialRecord(
  z.enum(Object.keys(FEATURES) as [keyof typeof FEATURES, ...(keyof typeof FEATURES)[]]),
  z.array(text).min(1),
);

export const rulesSchema = z.strictObject({
  source: id,
  rows: z
    .array(
      z.strictObject({
        id,
        ground: z.boolean().default(false),
        when: conditions,
        outcome: id,
        covered: z.enum(['yes', 'no', 'at-visit', 'not-yet', 'unknown']),
        says: sentence,
        fails: sentence.optional(),
        open: sentence.optional(),
        reasons: z.array(sentence).default([]),
        actions: z.array(sentence).min(1),
      }),
    )
    .min(1),
  assumptions: z.strictObject({
    anniversary: sentence,
    'runs-on': sentence,
    'after-warranty': sentence,
    'one-day-gap': sentence,
  }),
  fixed: z.strictObject({ family: sentence, nmc: sentence, commissioned: sentence }).partial().default({}),
  contradictions: z.strictObject({ 'ends-before-start': text, 'in-effect-but-ended': text }),
});
