import { createInterface } from 'node:readline';
import { EMPTY_SESSION, type Session } from '../assistant/session.js';
import { toContract } from '../rendering/contract.js';
import { EXIT } from './batch.js';
import type { CommandContext } from './loaded.js';

/** `sns chat`: a conversation in the terminal, until the input ends or somebody says 'exit'. */
export async function chat(context: CommandContext): Promise<number> {
  const { streams, frame, today, now } = context;
  const loaded = await context.load();
  if (!loaded) return EXIT.unreadable;
  let session: Session = EMPTY_SESSION;
  streams.out("Ask me about the Secure NMC System ('exit' ends).\n> ");
  for await (const line of createInterface({ input: streams.input })) {
    if (/^\s*(?:exit|quit)\s*$/i.test(line)) break;
    const started = now();
    const turn = await loaded.assistant.turn(session, { text: line }, today);
    session = turn.session;
    const { text, suggestions } = toContract(turn.reply, now() - started, frame);
    const offers = suggestions.length > 0 ? `\n\n[${suggestions.join('] [')}]` : '';
    streams.out(`\n${text}${offers}\n\n> `);
  }
  streams.out('\n');
  return EXIT.fine;
}
