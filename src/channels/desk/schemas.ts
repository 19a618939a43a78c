import { z } from 'zod';
import { parseDay } from '../../domain/day.js';
import { DESK_STATES } from '../../domain/desk.js';
import { TICKET_ROUTES } from '../../domain/ticket.js';
import type { QueueCursor } from '../../store/ticket-queue.js';

const text = (most: number) =>
  z.string({ error: 'expected a text' }).max(most, `longer than ${most} characters; shorten it`);

export const signInBody = z.strictObject({ token: text(500) });

const cursor = z.object({ confidence: z.number(), receivedAt: z.string(), id: z.string() });

/** A place in the queue as an address can hold it. */
export const writtenCursor = (place: QueueCursor | null): string | null =>
  place === null ? null : Buffer.from(JSON.stringify(place)).toString('base64url');

function readCursor(written: string): QueueCursor | null {
  try {
    return cursor.parse(JSON.parse(Buffer.from(written, 'base64url').toString()));
  } catch {
    return null;
  }
}

/** What of the queue is wanted. */
export const queueQuery = z.object({
  state: z.enum(['open', ...DESK_STATES], { error: 'use open, new, taken or done' }).default('open'),
  route: z
    .enum(TICKET_ROUTES, { error: `no route; use ${TICKET_ROUTES.join(', ')}` })
    .nullable()
    .default(null),
  mine: z.enum(['yes', 'no'], { error: 'use yes or no' }).default('no'),
  search: text(200).default(''),
  sort: z.enum(['age', 'certainty'], { error: 'use age or certainty' }).default('age'),
  limit: z.coerce.number({ error: 'expected a number' }).int().min(1).max(100).default(50),
  after: text(500)
    .refine((written) => readCursor(written) !== null, "no place in the queue; send the page before's next")
    .transform(readCursor)
    .nullable()
    .default(null),
});

const day = z
  .string({ error: 'expected a day, YYYY-MM-DD' })
  .refine((said) => parseDay(said) !== null, 'not a day that exists; write YYYY-MM-DD');

/** A ticket that is put in by hand. */
export const putInBody = z
  .strictObject({ subject: text(2000).default(''), body: text(100_000).default(''), received: day.optional() })
  .refine(({ subject, body }) => `${subject}${body}`.trim() !== '', {
    path: ['body'],
    error: 'empty; put the ticket in',
  });

/** What is said to the asker of a chat; the same `id` again is the same message. */
export const sayBody = z.strictObject({
  id: z
    .string({ error: 'expected a text' })
    .regex(/^[\w-]{16,64}$/, 'expected 16 to 64 letters and digits; make a new one for each message'),
  text: text(4000).refine((said) => said.trim() !== '', 'empty; write something'),
});

const version = z.int({ error: 'expected the version that you saw' });

/** The body of each thing that can be done with a ticket, by its name in the address. */
export const actBodies = {
  take: z.strictObject({ version, over: z.boolean().default(false) }),
  release: z.strictObject({ version }),
  done: z.strictObject({ version }),
  reopen: z.strictObject({ version }),
  'read-again': z.strictObject({ version }),
  talk: z.strictObject({ version }),
  'give-back': z.strictObject({ version }),
  draft: z.strictObject({ version, draft: text(50_000).nullable() }),
  facts: z.strictObject({ version, at: z.int().min(0).max(1000), facts: z.record(z.string(), z.unknown()) }),
} as const;
