import type { ContractReply } from '../domain/contract.js';
import type { TimelinePicture } from '../domain/picture.js';
import type { OutgoingMessage } from './line-api.js';
import { readPictures } from './read-pictures.js';
import { readReply } from './read-reply.js';
import type { OutgoingState } from './sender.js';
import { isFromUser, type Suggestion, suggestionsOf, type Talk, type WireActivity } from './wire.js';

/** One thing in the conversation, as it is drawn; an entry that has changed is another object with the same key. */
export type Entry =
  | { readonly kind: 'user'; readonly key: string; readonly text: string; readonly state: OutgoingState | 'sent' }
  | {
      readonly kind: 'assistant';
      readonly key: string;
      readonly text: string;
      /** Null where the activity brings none, or one that cannot be read: then `text` is drawn. */
      readonly reply: ContractReply | null;
      /** One for each card that the reply is drawn as, in that order. */
      readonly pictures: readonly (TimelinePicture | null)[];
      readonly suggestions: readonly Suggestion[];
    }
  /** `name`: the person who says it. */
  | { readonly kind: 'person'; readonly key: string; readonly text: string; readonly name: string }
  /** `talk`: where it says that a person comes or goes. */
  | { readonly kind: 'note'; readonly key: string; readonly text: string; readonly talk?: Talk };

/** All that has been said, in the server's order, and after it what the server has not yet echoed. */
export type Transcript = readonly Entry[];

/** The event after which nothing is shown of what was said before. */
const ERASED = 'conversation.erased';

const isPending = (entry: Entry) => entry.kind === 'user' && entry.state !== 'sent' && entry.state !== 'refused';

/** With what the server sent: an id or echo that is known already is updated in place, everything else added; what was deleted goes. */
export function withActivities(t: Transcript, activities: readonly WireActivity[], userId: string): Transcript {
  let result = t;
  for (const activity of activities) {
    const entry = entryOf(activity, userId);
    if (entry) result = put(result, entry);
    else if (activity.type === 'event' && activity.name === ERASED) result = result.filter(isPending);
    else if (activity.type === 'messageDelete') result = result.filter((known) => known.key !== activity.id);
  }
  return result;
}

/** With a message of this page in its new state; one that the server has echoed already stays sent. */
export function withOutgoing(t: Transcript, message: OutgoingMessage, state: OutgoingState): Transcript {
  const known = t.find((entry) => entry.key === message.id);
  if (known?.kind === 'user' && (known.state === 'sent' || known.state === state)) return t;
  return put(t, { kind: 'user', key: message.id, text: message.text, state });
}

export function withNote(t: Transcript, key: string, text: string): Transcript {
  return put(t, { kind: 'note', key, text });
}

/** What can be clicked now: the newest offer since the person last said something. */
export function openSuggestions(t: Transcript): readonly Suggestion[] {
  for (const entry of [...t].reverse()) {
    if (entry.kind === 'user' && entry.state !== 'refused') return [];
    if (entry.kind === 'note' || entry.kind === 'person') return [];
    if (entry.kind === 'assistant' && entry.suggestions.length > 0) return entry.suggestions;
  }
  return [];
}

/** Whether a person answers now, and not the assistant. */
export function isTakenOver(t: Transcript): boolean {
  for (const entry of [...t].reverse()) {
    if (entry.kind === 'person') return true;
    if (entry.kind === 'note' && entry.talk) return entry.talk === 'joined';
  }
  return false;
}

function put(t: Transcript, entry: Entry): Transcript {
  const at = t.findIndex((other) => other.key === entry.key);
  if (at >= 0) return same(t[at], entry) ? t : t.map((other, i) => (i === at ? entry : other));
  const firstPending = t.findIndex(isPending);
  if (isPending(entry) || firstPending < 0) return [...t, entry];
  return [...t.slice(0, firstPending), entry, ...t.slice(firstPending)];
}

/** Replayed history brings the same again; what has not changed must not be drawn, and read out, again. */
const same = (a: Entry | undefined, b: Entry) => JSON.stringify(a) === JSON.stringify(b);

function entryOf(activity: WireActivity, userId: string): Entry | null {
  if (activity.type !== 'message') return null;
  const text = activity.text ?? '';
  if (isFromUser(activity, userId)) {
    const key = activity.channelData?.clientActivityID ?? activity.id;
    return key === undefined ? null : { kind: 'user', key, text, state: 'sent' };
  }
  const { id: key, channelData: { person, talk } = {} } = activity;
  if (key === undefined) return null;
  if (person) return { kind: 'person', key, text: person.says, name: person.name };
  if (talk) return { kind: 'note', key, text, talk };
  const reply = readReply(activity.channelData?.reply);
  const pictures = readPictures(activity.channelData?.pictures);
  const offered = suggestionsOf(activity);
  const suggestions = offered.length > 0 ? offered : (reply?.suggestions ?? []).map((says) => ({ label: says, says }));
  return text.trim() === '' && reply === null && suggestions.length === 0
    ? null
    : { kind: 'assistant', key, text, reply, pictures, suggestions };
}
