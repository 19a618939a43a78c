import type { DeskChat, DeskLine, DeskTicket } from '../domain/desk.js';
import type { TranscriptLine } from '../store/activities.js';
import type { HandOff } from '../store/hand-offs.js';
import type { Store } from '../store/open-store.js';

/** So many lines of a chat are shown at the most, the last ones. */
const MOST_LINES = 300;

/** The chat from which a request for a person comes, with what has been said since; the request's own transcript outlives it. */
export async function chatOf(
  store: Pick<Store, 'talks' | 'talkMessages' | 'activities'>,
  { version }: Pick<DeskTicket, 'version'>,
  { reference, conversationId, transcript }: HandOff,
): Promise<DeskChat> {
  const [talk, unsaid, now] = await Promise.all([
    store.talks.ofHandOff(reference),
    store.talkMessages.unsaid(reference),
    store.activities.transcript(conversationId),
  ]);
  const lines = new Map([...transcript, ...now].map((line) => [line.id, line]));
  return {
    version,
    talk: talk === null ? null : { who: talk.who, since: talk.startedAt },
    transcript: [...lines.values()].slice(-MOST_LINES).map(lineOf),
    unsaid,
  };
}

const lineOf = ({ id, at, sender, text, person }: TranscriptLine): DeskLine => ({
  id,
  at,
  sender,
  text,
  person: person ?? null,
});
