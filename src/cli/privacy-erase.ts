import { existsSync } from 'node:fs';
import { problemLine } from '../domain/problem.js';
import { EXIT, type Streams } from './batch.js';

/** Whose data shall go: exactly one of them. */
export interface WhoseData {
  readonly user?: string;
  readonly conversation?: string;
  /** `SOURCE/NUMBER`. */
  readonly ticket?: string;
}

/** `sns privacy erase`: deletes what is kept of a conversation, of a ticket, or of all that somebody began, and says what that was. */
export async function privacyErase(
  whose: WhoseData,
  databaseFile: string,
  { out, err }: Pick<Streams, 'out' | 'err'>,
): Promise<number> {
  const { user, conversation, ticket } = whose;
  const [source = '', number = ''] = (ticket ?? '/').split(/\/(.*)/s);
  if ([user, conversation, ticket].filter((one) => one !== undefined).length !== 1) {
    err('sns privacy erase: name --user ID, --conversation ID or --ticket SOURCE/NUMBER.\n');
    return EXIT.unreadable;
  }
  if (ticket !== undefined && (source === '' || number === '')) {
    err(`sns privacy erase: '${ticket}' names no ticket; write SOURCE/NUMBER, such as zendesk/4711.\n`);
    return EXIT.unreadable;
  }
  // Opening would make one.
  if (!existsSync(databaseFile)) {
    err(`${databaseFile}: there is no database here; set DATA_FOLDER to the server's.\n`);
    return EXIT.unreadable;
  }
  // No other command needs a database, nor the time to load one.
  const { openStore } = await import('../store/open-store.js');
  const opened = await openStore(databaseFile, () => new Date());
  if (!opened.ok) {
    for (const problem of opened.problems) err(`${problemLine(problem)}\n`);
    return EXIT.unreadable;
  }
  const { erasure, close } = opened.value;
  const erased = await (ticket !== undefined
    ? erasure.ticket(source, number)
    : user !== undefined
      ? erasure.user(user)
      : erasure.conversation(conversation ?? ''));
  await close();
  const counts = Object.entries(erased).map(([what, count]) => `${count} ${what}`);
  const named = Object.entries(whose).find(([, id]) => id !== undefined) ?? [];
  const what = named.join(' ');
  out(counts.length > 0 ? `Erased of ${what}: ${counts.join(', ')}.\n` : `Nothing is kept of ${what}.\n`);
  return EXIT.fine;
}
