import { existsSync } from 'node:fs';
import { EXIT, type Streams } from './batch.js';
import type { FeedbackPlace } from './feedback-list.js';

/** `sns privacy export --user ID`: all that is kept of a person, as JSON. */
export async function privacyExport(
  user: string,
  { file, open }: FeedbackPlace,
  { out, err }: Pick<Streams, 'out' | 'err'>,
): Promise<number> {
  // Opening would make one.
  if (!existsSync(file)) {
    err(`${file}: there is no database here; set DATA_FOLDER to the server's.\n`);
    return EXIT.unreadable;
  }
  const store = await open(file);
  if (store === null) return EXIT.unreadable;
  try {
    const kept = await store.personalData.of(user);
    out(`${JSON.stringify({ user, kept }, null, 2)}\n`);
    if (Object.keys(kept).length === 0) err(`Nothing is kept of user ${user}.\n`);
    return EXIT.fine;
  } finally {
    await store.close();
  }
}
