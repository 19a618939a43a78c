import { existsSync } from 'node:fs';
import { parseDay } from '../domain/day.js';
import type { FeedbackCursor, KeptFeedback } from '../store/feedback.js';
import type { Store } from '../store/open-store.js';
import { EXIT, type Streams } from './batch.js';

/** Where feedback is kept, and how that is opened; null, and told, where it cannot be. */
export interface FeedbackPlace {
  readonly file: string;
  readonly open: (file: string) => Promise<Store | null>;
}

/**
 * `sns feedback list`: what people think of answers, newest first: reaction, day, what was asked, what was answered, version of the
 * knowledge, comment. `since`: a day of UTC, that day and later. `json`: all that is kept, as JSON lines.
 */
export async function listFeedback(
  { since, json = false }: { readonly since?: string; readonly json?: boolean },
  { file, open }: FeedbackPlace,
  streams: Streams,
): Promise<number> {
  if (since !== undefined && parseDay(since) === null) {
    streams.err(`sns: --since ${since}: write a day that exists as YYYY-MM-DD.\n`);
    return EXIT.unreadable;
  }
  // Opening makes a database where there is none.
  if (!existsSync(file)) {
    streams.err(`${file}: there is no database; start the server once, or set DATA_FOLDER as it is set there.\n`);
    return EXIT.unreadable;
  }
  const store = await open(file);
  if (store === null) return EXIT.unreadable;
  try {
    let after: FeedbackCursor | null = null;
    let listed = 0;
    do {
      const { items, next } = await store.feedback.list({
        ...(since !== undefined && { since }),
        ...(after !== null && { after }),
      });
      for (const item of items) streams.out(json ? `${JSON.stringify(item)}\n` : `${shown(item)}\n\n`);
      listed += items.length;
      after = next;
    } while (after !== null);
    if (listed === 0 && !json) streams.out(`No feedback${since === undefined ? '' : ` since ${since}`}.\n`);
    return EXIT.fine;
  } finally {
    await store.close();
  }
}

function shown({ reaction, createdAt, channel, exchange, knowledgeVersion, comment }: KeptFeedback): string {
  const { said, answered, reply } = exchange;
  const taken = [reply ?? [], reply?.parts ?? []].flat().map(({ kind, ids }) => [kind, ...ids].join(' '));
  const outcomes = (reply?.devices ?? []).flatMap(({ verdict }) => verdict?.outcome ?? []);
  const lines: readonly (readonly [string, string | null])[] = [
    ['asked', said],
    ['answer', reply === null ? answered : [...new Set(taken), ...outcomes].join(', ')],
    ['knowledge', knowledgeVersion],
    ['comment', comment],
  ];
  return [
    `${reaction.padEnd(4)}  ${createdAt.slice(0, 10)}  ${onLine(channel)}`,
    ...lines.flatMap(([label, text]) => (text === null ? [] : [`  ${label.padEnd(9)}  ${onLine(text)}`])),
  ].join('\n');
}

/** What somebody typed must neither break the lines nor speak to the terminal. */
const onLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
