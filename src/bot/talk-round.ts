import type { ConversationReference } from 'botbuilder';
import type { Effect } from '../store/effects.js';
import type { Store } from '../store/open-store.js';
import type { TalkMessage } from '../store/talk-messages.js';
import { OWN_PAGE } from './conversation-key.js';
import type { Told } from './reminder-round.js';
import { type SaidActivity, talkActivity } from './talk-activities.js';

/** Says something in a conversation without having been asked. `done` is kept together with it where it is kept here, on our own page. */
export type Say = (reference: Partial<ConversationReference>, activity: SaidActivity, done: Effect) => Promise<Told>;

export interface TalkRoundParts {
  readonly store: Pick<Store, 'talks' | 'talkMessages'>;
  readonly clock: () => Date;
  readonly report: (where: string, error: unknown) => void;
}

/** The desk's page gives a sign every few seconds, and once a minute where it lies behind others. */
const ABSENT_MILLIS = 5 * 60_000;
/** So long an asker waits for an answer. */
const SILENT_MILLIS = 15 * 60_000;
/** Rounds come every few seconds: a channel that is down for a quarter of an hour has failed. */
const MOST_ATTEMPTS = 60;

/**
 * Gives chats back whose talker has gone, and says what waits to be said, in order and each once. Never two at once; meant to be called
 * every few seconds, and whenever there is something to say.
 */
export async function talkRound(parts: TalkRoundParts, say: Say): Promise<void> {
  const { clock, report, store } = parts;
  const now = clock().getTime();
  await store.talks.endLost(new Date(now - ABSENT_MILLIS), new Date(now - SILENT_MILLIS));
  for (const lost of await store.talkMessages.lostOnTheWay()) {
    report('a message from the desk', `${lost.id} was being sent when a server ended; it is not sent again`);
    await store.talkMessages.giveUp(lost, 'unsure');
  }
  const held = new Set<string>();
  for (const message of await store.talkMessages.waiting()) {
    if (held.has(message.handOff)) continue;
    const isSettled = await sayOne(message, parts, say);
    // What comes after it waits, too.
    if (!isSettled) held.add(message.handOff);
  }
}

/** False: it waits on. */
async function sayOne(message: TalkMessage, { store, report }: TalkRoundParts, say: Say): Promise<boolean> {
  const { talkMessages } = store;
  const reference = (message.address ?? {}) as Partial<ConversationReference>;
  const isKeptHere = reference.serviceUrl === OWN_PAGE;
  if (!isKeptHere) await talkMessages.take(message.id);
  const told = await say(reference, talkActivity(message, reference.channelId), { kind: 'talk-said', id: message.id });
  if (told.kind === 'said') {
    if (!isKeptHere) await talkMessages.said(message.id);
    return true;
  }
  if (told.kind === 'not-said' && message.attempts < MOST_ATTEMPTS) {
    await talkMessages.giveBack(message.id);
    return false;
  }
  report(`a message from the desk is not sent: ${message.id}`, told.because);
  await talkMessages.giveUp(message, told.kind === 'unsure' ? 'unsure' : 'failed');
  return true;
}
