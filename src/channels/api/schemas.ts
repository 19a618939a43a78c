import { z } from 'zod';
import { parseDay } from '../../domain/day.js';
import { NMC_VALUES } from '../../domain/facts.js';
import { parsePartialDate } from '../../domain/partial-date.js';
import { REPLY_KINDS } from '../../domain/reply.js';
import { TICKET_DOUBTS, TICKET_ROUTES } from '../../domain/ticket.js';
import { TYPE_AHEAD_KINDS } from '../../domain/type-ahead.js';

const day = z
  .string({ error: 'expected a day, YYYY-MM-DD' })
  .refine((text) => parseDay(text) !== null, 'not a day that exists; write YYYY-MM-DD')
  .meta({ format: 'date', description: 'The day asked about; without it today.' });

const text = (most: number) =>
  z.string({ error: 'expected a text' }).max(most, `longer than ${most} characters; shorten it`);

/** A date as far as it is known, or one of `words`. */
const dateOr = (...words: string[]) =>
  text(200)
    .refine(
      (value) => words.includes(value) || parsePartialDate(value) !== null,
      `not a date that exists; write YYYY-MM-DD, YYYY-MM, YYYY, an interval A/B or two readings A|B${words.map((word) => `, or '${word}'`).join('')}`,
    )
    .nullish();

const oneOf = (values: readonly string[], what: string) =>
  z.enum(values as [string, ...string[]], { error: `no ${what}; use ${values.join(', ')}` }).nullish();

export const askBody = z
  .strictObject({ text: z.string({ error: 'expected the message, a text' }), today: day.optional() })
  .meta({ title: 'Ask' });

/** Facts that are absent or null are not known. */
export const entitlementBody = (planIds: readonly string[]) =>
  z
    .strictObject({
      facts: z.strictObject({
        family: text(200).min(1, 'empty; leave it out where it is not known').nullish(),
        nmc: oneOf(NMC_VALUES, 'card'),
        commissioned: dateOr('not-yet'),
        plan: oneOf(planIds, 'plan'),
        contractStart: dateOr('in-effect'),
        contractEnd: dateOr(),
      }),
      asOf: day.optional(),
    })
    .meta({ title: 'Entitlement' });

export const identifyBody = z
  .strictObject({ evidence: text(20_000).min(1, 'empty; send what the device shows') })
  .meta({ title: 'Identify', description: 'What a device shows: SNMP sysDescr, banner, page heading or part number.' });

/** A ticket as it came in. */
export const triageBody = z
  .strictObject({
    subject: text(2000).default(''),
    body: text(100_000),
    received: day
      .optional()
      .meta({ description: 'The day it came in, from which its relative dates count; without it today.' }),
  })
  .refine(({ subject, body }) => `${subject}${body}`.trim() !== '', { path: ['body'], error: 'empty; send the ticket' })
  .meta({ title: 'Ticket' });

/** How a list of devices is wanted. */
export const fleetQuery = z
  .object({
    format: z.enum(['json', 'html', 'csv'], { error: 'use json, html or csv' }).default('json').meta({
      description: 'The summary with the address of a report, the report itself, or every row with its verdict.',
    }),
    asOf: day.optional(),
    dates: z.enum(['dmy', 'mdy'], { error: 'use dmy (day first) or mdy (month first)' }).optional().meta({
      description: 'How dates such as 03/04/2026 are written; without it the list shows it, or both readings stay.',
    }),
    name: text(200)
      .transform((name) => name.trim() || 'Fleet')
      .default('Fleet')
      .meta({ description: 'The name of the list, for the head of the report.' }),
  })
  .meta({ title: 'FleetWish' });

export const fleetSchema = z
  .looseObject({ summary: z.looseObject({ devices: z.int() }), report: z.string() })
  .meta({ title: 'Fleet', description: '`report`: where the report can be fetched for 15 minutes.' });

/** The query of a type-ahead; the message itself may be longer than what is worth asking for. */
export const suggestionsQuery = z
  .object({
    text: text(300)
      .refine((typed) => typed.trim() !== '', 'empty; send what has been typed so far')
      .meta({ description: 'What has been typed so far. It is neither stored nor logged.' }),
  })
  .meta({ title: 'Typed' });

export const suggestionsSchema = z
  .object({
    suggestions: z
      .array(z.object({ kind: z.enum(TYPE_AHEAD_KINDS), label: z.string(), says: z.string() }))
      .meta({ description: 'Best first; `says` takes the place of the whole text.' }),
  })
  .meta({ title: 'Suggestions' });

const citation = z.object({ source: z.string(), question: z.int(), sentence: z.int(), title: z.string() });

/** The answers, as far as callers rely on them; they carry more. */
export const replySchema = z
  .looseObject({
    kind: z.enum(REPLY_KINDS),
    ids: z.array(z.string()),
    confidence: z.number().min(0).max(1),
    text: z.string(),
    suggestions: z.array(z.string()),
    facts: z.looseObject({}),
    verdict: z.looseObject({}).nullable(),
    citations: z.array(citation),
    parts: z.array(z.looseObject({})),
    devices: z.array(z.looseObject({ facts: z.looseObject({}), verdict: z.looseObject({}) })),
    knowledgeVersion: z.string(),
    millis: z.number(),
  })
  .meta({ title: 'Reply' });

export const verdictSchema = z
  .looseObject({
    outcome: z.string(),
    covered: z.enum(['yes', 'no', 'at-visit', 'not-yet', 'unknown']),
    coveredUntil: z.string().nullable(),
    missing: z.array(z.string()),
    citations: z.array(citation),
    asOf: z.string(),
    knowledgeVersion: z.string(),
    explanation: z.array(z.object({ text: z.string(), citations: z.array(citation) })).meta({
      description: 'The verdict in plain sentences: how it follows from the facts, and what would change it.',
    }),
  })
  .meta({ title: 'Verdict' });

const span = z.object({ field: z.enum(['subject', 'body']), start: z.int(), end: z.int(), text: z.string() });

export const triageSchema = z
  .looseObject({
    asks: z.array(
      z.looseObject({
        kind: z.enum(['faq', 'entitlement', 'identify', 'one-phase', 'out-of-scope', 'human']),
        spans: z.array(span).meta({ description: 'The words of the ticket that it rests on, with their offsets.' }),
      }),
    ),
    route: z.enum(TICKET_ROUTES),
    missing: z.array(z.string()),
    reply: z.string().meta({ description: 'A draft for a person to send; empty for what nobody answers.' }),
    confidence: z.number().min(0).max(1),
    look: z.boolean().meta({ description: 'A person should look at it first; `doubts` says why.' }),
    doubts: z.array(z.enum(TICKET_DOUBTS)),
    reasons: z.array(z.object({ route: z.enum(TICKET_ROUTES), says: z.string(), spans: z.array(span) })),
    drafts: z.object({ text: z.string(), markdown: z.string(), html: z.string() }),
  })
  .meta({ title: 'Triage' });

export const identifiedSchema = z
  .looseObject({
    nmc: z.enum(['NMC1', 'NMC2', 'NMC3', 'NMC4', 'unknown']),
    because: z.string(),
    source: z.string(),
    confidence: z.enum(['A', 'B', 'C']).nullable(),
  })
  .meta({ title: 'Identified' });

export const problemSchema = z
  .object({ code: z.string(), message: z.string() })
  .meta({ title: 'Problem', description: '`message` says what is wrong, where, and what to do.' });
