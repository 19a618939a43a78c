import { z } from 'zod';
import { EMPTY_SESSION } from '../assistant/session.js';
import type { ContractReply } from '../domain/contract.js';
import { toContract } from '../rendering/contract.js';
import { EXIT, runBatch } from './batch.js';
import type { CommandContext } from './loaded.js';

const rowSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** `sns ask`: one message without memory, or a file of them. */
export async function ask(
  text: string | undefined,
  options: { readonly json?: boolean; readonly batch?: string },
  context: CommandContext,
): Promise<number> {
  const { streams, frame, today, now } = context;
  if (text === undefined && options.batch === undefined) {
    streams.err('sns ask: give a text, or --batch FILE.\n');
    return EXIT.unreadable;
  }
  const loaded = await context.load();
  if (!loaded) return EXIT.unreadable;
  const reply = async (said: string): Promise<ContractReply> => {
    const started = now();
    const turn = await loaded.assistant.turn(EMPTY_SESSION, { text: said }, today);
    return toContract(turn.reply, now() - started, frame);
  };
  if (options.batch !== undefined) {
    return runBatch(options.batch, rowSchema, async ({ id, text: said }) => ({ id, ...(await reply(said)) }), streams);
  }
  const answer = await reply(text ?? '');
  streams.out(options.json ? `${JSON.stringify(answer)}\n` : `${answer.text}\n`);
  return EXIT.fine;
}
