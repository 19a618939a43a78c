import { z } from 'zod';
import { EMPTY_SESSION, type Session } from '../assistant/session.js';
import { type Day, parseDay } from '../domain/day.js';
import { toContract } from '../rendering/contract.js';
import { EXIT, runBatch } from './batch.js';
import type { CommandContext } from './loaded.js';

const rowSchema = z.object({
  id: z.union([z.string(), z.number()]),
  today: z
    .string()
    .refine((d) => parseDay(d) !== null, 'write a day that exists as YYYY-MM-DD')
    .optional(),
  turns: z.array(z.object({ user: z.string() })),
});

/** `sns converse --batch`: conversations, each in a session of its own. */
export async function converse(file: string, context: CommandContext): Promise<number> {
  const { frame, now, streams } = context;
  const loaded = await context.load();
  if (!loaded) return EXIT.unreadable;
  return runBatch(
    file,
    rowSchema,
    async ({ id, today, turns }) => {
      let session: Session = EMPTY_SESSION;
      const replies: object[] = [];
      for (const { user } of turns) {
        const started = now();
        const turn = await loaded.assistant.turn(session, { text: user }, (today as Day | undefined) ?? context.today);
        session = turn.session;
        replies.push(toContract(turn.reply, now() - started, frame));
      }
      return { id, turns: replies };
    },
    streams,
  );
}
