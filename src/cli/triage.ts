import { z } from 'zod';
import { type Day, parseDay } from '../domain/day.js';
import { toTriageContract } from '../rendering/ticket-contract.js';
import { triage } from '../triage/triage.js';
import { EXIT, runBatch } from './batch.js';
import type { CommandContext } from './loaded.js';

const rowSchema = z.object({
  id: z.union([z.string(), z.number()]),
  subject: z.string().default(''),
  body: z.string(),
  received: z
    .string()
    .refine((d) => parseDay(d) !== null, 'write a day that exists as YYYY-MM-DD')
    .optional(),
});

/** `sns triage --batch`: tickets, each to what it asks, whom it belongs to, and a draft of the reply. */
export async function triageTickets(file: string, context: CommandContext): Promise<number> {
  const { frame, streams } = context;
  const loaded = await context.load();
  if (!loaded) return EXIT.unreadable;
  return runBatch(
    file,
    rowSchema,
    async ({ id, subject, body, received }) => {
      const ticket = { subject, body, received: (received as Day | undefined) ?? context.today };
      return { id, ...toTriageContract(await triage(ticket, loaded.parts), frame) };
    },
    streams,
  );
}
