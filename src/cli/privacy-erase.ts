import { existsSync } from 'node:fs';
import { problemLine } from '../domain/problem.js';
import { EXIT, type Streams } from './batch.js';

/** Whose data shall go: exactly one of the two. */
export interface WhoseData {
  readonly user?: string;
  readonly conversation?: string;
}

/** `sns privacy erase`: deletes what is kept of a conversation, or of all that somebody began, and says what that was. */
export async function privacyErase(
  { user, conversation }: WhoseData,
  databaseFile: string,
  { out, err }: Pick<Streams, 'out' | 'err'>,
): Promise<number> {
  if ((user === undefined) === (conversation === undefined)) {
    err('sns privacy erase: name --user ID or --conversation ID.\n');
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
  const erased = await (user === undefined ? erasure.conversation(conversation ?? '') : erasure.user(user));
  await close();
  const counts = Object.entries(erased).map(([what, count]) => `${count} ${what}`);
  const whose = user === undefined ? `conversation ${conversation}` : `user ${user}`;
  out(counts.length > 0 ? `Erased of ${whose}: ${counts.join(', ')}.\n` : `Nothing is kept of ${whose}.\n`);
  return EXIT.fine;
}
