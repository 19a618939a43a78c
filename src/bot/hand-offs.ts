import { type Activity, EventFactory, type Transcript, type TurnContext } from 'botbuilder';
import type { Day } from '../domain/day.js';
import type { HandOffBrief, HandOffNote } from '../domain/hand-off.js';
import type { Reply } from '../domain/reply.js';
import type { TranscriptLine } from '../store/activities.js';
import type { NewHandOff } from '../store/hand-offs.js';
import type { Store } from '../store/open-store.js';
import { addressOf } from './address.js';
import { type ChannelKind, channelKind } from './channel-kind.js';
import { conversationKey } from './conversation-key.js';
import { isGroup } from './group.js';
import { messageText } from './message-text.js';
import { shortReference } from './reference.js';
import { keepEffect } from './turn-effects.js';

/** Which channels pass events on to whoever listens for a hand-off; Teams rejects them, and others are not known to. */
const UNDERSTANDS_EVENTS: Readonly<Record<ChannelKind, boolean>> = { web: true, teams: false, other: false };

export interface HandOffsParts {
  readonly store: Pick<Store, 'handOffs' | 'activities' | 'effects'>;
  /** A UUID. */
  readonly newId: () => string;
  readonly clock: () => Date;
  /** An instant on the calendar and the clock (`HH:MM`) of the configured time zone. */
  readonly localTime: (instant: Date) => { readonly day: Day; readonly time: string };
}

/** A request as its asker is told of it, and the event that tells programs, where the channel takes one. */
export interface Requested {
  readonly note: HandOffNote;
  readonly event: Partial<Activity> | null;
}

/** Keeps requests for a person, with all that whoever takes over should know; one a conversation. */
export class HandOffs {
  constructor(private readonly parts: HandOffsParts) {}

  /** Notes the request that a reply answers; null where it answers none. A request that is still open is told of again. */
  async request(context: TurnContext, reply: Reply): Promise<Requested | null> {
    const brief = [reply, ...reply.parts].flatMap((said) => (said.kind === 'human' ? [said.brief] : []))[0];
    if (brief === undefined) return null;
    const { store, clock } = this.parts;
    const known = await store.handOffs.open(conversationKey(context.activity));
    if (known) return { note: this.note(known.reference, new Date(known.openedAt), false), event: null };
    const now = clock();
    const handOff = await this.handOff(context.activity, brief, reply.knowledgeVersion, now);
    await keepEffect(context, store.effects, { kind: 'open-hand-off', handOff });
    const takesEvent = UNDERSTANDS_EVENTS[channelKind(context.activity.channelId)];
    return { note: this.note(handOff.reference, now, true), event: takesEvent ? eventOf(context, handOff) : null };
  }

  private note(reference: string, opened: Date, isNew: boolean): HandOffNote {
    const { day, time } = this.parts.localTime(opened);
    return { reference, on: day, at: time, isNew };
  }

  private async handOff(
    activity: Activity,
    brief: HandOffBrief,
    knowledgeVersion: string,
    now: Date,
  ): Promise<NewHandOff> {
    const conversationId = conversationKey(activity);
    return {
      ...brief,
      reference: await this.freeReference(),
      conversationId,
      channel: activity.channelId,
      userId: activity.from?.id ?? '',
      openedAt: now.toISOString(),
      transcript: await this.transcript(conversationId, activity, now),
      knowledgeVersion,
      // In a group all would read what a person writes to one.
      address: isGroup(activity) ? null : addressOf(activity),
    };
  }

  /** What other systems deliver is written down after the turn only, so the request itself may still be missing. */
  private async transcript(conversationId: string, activity: Activity, now: Date): Promise<readonly TranscriptLine[]> {
    const said = await this.parts.store.activities.transcript(conversationId);
    const id = activity.id ?? '';
    if (said.some((line) => line.id === id)) return said;
    return [...said, { id, at: now.toISOString(), sender: 'user', text: messageText(activity) }];
  }

  private async freeReference(): Promise<string> {
    const { newId, store } = this.parts;
    let reference = shortReference(newId());
    while ((await store.handOffs.get(reference)) !== null) reference = shortReference(newId());
    return reference;
  }
}

/** The Bot Framework's event for hand-offs: the brief as its value, the transcript as its attachment. */
function eventOf(context: TurnContext, { transcript, address: _address, ...value }: NewHandOff): Partial<Activity> {
  return EventFactory.createHandoffInitiation(context, value, transcriptOf(transcript));
}

function transcriptOf(lines: readonly TranscriptLine[]): Transcript {
  const activities = lines.map(({ id, at, sender, text }) => ({
    type: 'message',
    id,
    timestamp: new Date(at),
    from: { id: sender, name: '', role: sender },
    text,
  }));
  return { activities: activities as unknown as Activity[] };
}
