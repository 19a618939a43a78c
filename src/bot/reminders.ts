import type { Activity, TurnContext } from 'botbuilder';
import type { ContractReply } from '../domain/contract.js';
import { type Day, daysBetween, plusDays } from '../domain/day.js';
import type { Facts } from '../domain/facts.js';
import { leadDays, type ReminderNote, type ReminderOrder } from '../domain/reminder.js';
import type { Reply } from '../domain/reply.js';
import type { Verdict } from '../domain/verdict.js';
import { deviceWords } from '../rendering/fact-words.js';
import { WORDING } from '../rendering/wording.js';
import type { Store } from '../store/open-store.js';
import type { Reminder } from '../store/reminders.js';
import { addressOf } from './address.js';
import { channelKind } from './channel-kind.js';
import { conversationKey } from './conversation-key.js';
import { isGroup } from './group.js';
import { keepEffect } from './turn-effects.js';

export interface RemindersParts {
  readonly store: Pick<Store, 'reminders' | 'effects'>;
  readonly newId: () => string;
  /** By the rules as they are now. Null: the device is not covered on that day, or no last day is known. */
  readonly coverEnd: (facts: Facts, on: Day) => { readonly until: Day; readonly verdict: Verdict } | null;
  readonly clock: () => Date;
  /** An instant on the calendar and the clock (`HH:MM`) of the configured time zone. */
  readonly localTime: (instant: Date) => { readonly day: Day; readonly time: string };
}

/** What became of an order, with the clicks that go with it. */
export interface Ordered {
  readonly note: ReminderNote;
  readonly clicks: readonly string[];
}

/** So many are kept of one conversation. */
const MOST = 50;

/**
 * Keeps reminders of the end of cover, and offers them. Only in a personal chat of Teams: there the bot can write a year later. A
 * conversation of the page ends with the page, and in a group all would read what one has asked for.
 */
export class Reminders {
  constructor(private readonly parts: RemindersParts) {}

  /** A channel may move a conversation to another address in a year: the one of the last message counts. */
  async heard(activity: Activity): Promise<void> {
    if (isReachable(activity))
      await this.parts.store.reminders.readdress(conversationKey(activity), addressOf(activity));
  }

  /** Does what a reply orders; null where it orders nothing. */
  async ordered(context: TurnContext, reply: Reply): Promise<Ordered | null> {
    if (reply.kind !== 'reminder') return null;
    const { activity } = context;
    const { order } = reply;
    if (order.what === 'set') return this.set(context, order, reply.facts);
    const all = await this.parts.store.reminders.of(conversationKey(activity));
    if (order.what === 'list') return { note: { kind: 'list', reminders: all }, clicks: cancelClicks(all) };
    return this.cancel(context, order, all);
  }

  /** The click that sets a reminder, under an answer that tells until when a device is covered; null: none fits. */
  async offer(activity: Activity, reply: Reply, said: ContractReply): Promise<string | null> {
    if (!isReachable(activity) || reply.kind !== 'entitlement' || said.verdict?.covered !== 'yes') return null;
    const isPlain = reply.pending === null && !reply.known && !reply.onDays && reply.devices.length < 2;
    if (!isPlain) return null;
    const today = this.today();
    const until = this.parts.coverEnd(reply.facts, today)?.until ?? null;
    const days = until && leadDays(today, until);
    if (days === null) return null;
    const all = await this.parts.store.reminders.of(conversationKey(activity));
    const isSet = all.some((one) => one.device === deviceWords(reply.facts) && one.until === until);
    return isSet ? null : WORDING.reminder.offer(days);
  }

  private readonly today = (): Day => this.parts.localTime(this.parts.clock()).day;

  private async set(
    context: TurnContext,
    { days }: Extract<ReminderOrder, { what: 'set' }>,
    facts: Facts,
  ): Promise<Ordered> {
    const { activity } = context;
    const today = this.today();
    const until = this.parts.coverEnd(facts, today)?.until ?? null;
    const told = (note: ReminderNote): Ordered => ({ note, clicks: [] });
    if (!isReachable(activity)) return told({ kind: 'not-here', isGroup: isGroup(activity), until });
    if (until === null) return told({ kind: 'no-end' });
    const lead = days ?? leadDays(today, until);
    if (lead === null || lead < 1 || daysBetween(today, until) <= lead) return told({ kind: 'too-late', until });
    const conversationId = conversationKey(activity);
    const reminder: Reminder = {
      id: this.parts.newId(),
      conversationId,
      channel: activity.channelId,
      userId: activity.from.id,
      device: deviceWords(facts),
      facts,
      until,
      on: plusDays(until, -lead),
      reference: addressOf(activity),
    };
    const all = await this.parts.store.reminders.of(conversationId);
    const isNew = !all.some(({ device, on }) => device === reminder.device && on === reminder.on);
    if (isNew && all.length >= MOST) return { note: { kind: 'too-many' }, clicks: cancelClicks(all) };
    if (isNew) await keepEffect(context, this.parts.store.effects, { kind: 'remind', reminder });
    return { note: { kind: 'set', isNew, facts, until, on: reminder.on }, clicks: cancelClicks([reminder]) };
  }

  private async cancel(
    context: TurnContext,
    { of }: Extract<ReminderOrder, { what: 'cancel' }>,
    all: readonly Reminder[],
  ): Promise<Ordered> {
    const wanted = of === null || of === 'all' ? all : all.filter(({ device }) => isNamed(device, of));
    if ((of === null && all.length > 1) || (wanted.length === 0 && all.length > 0))
      return { note: { kind: 'which', reminders: all }, clicks: cancelClicks(all) };
    if (wanted.length > 0) {
      const ids = wanted.map(({ id }) => id);
      const conversationId = conversationKey(context.activity);
      await keepEffect(context, this.parts.store.effects, { kind: 'cancel-reminders', conversationId, ids });
    }
    return { note: { kind: 'cancelled', reminders: wanted }, clicks: [] };
  }
}

const isReachable = (activity: Activity): boolean => channelKind(activity.channelId) === 'teams' && !isGroup(activity);

const isNamed = (device: string, said: string): boolean => device.toLowerCase() === `the ${said.toLowerCase()}`;

function cancelClicks(all: readonly Reminder[]): readonly string[] {
  const devices = [...new Set(all.map(({ facts }) => deviceWords(facts)))];
  const each = devices.map(WORDING.reminder.cancel);
  return devices.length > 2 ? [WORDING.reminder.cancelAll] : each;
}
