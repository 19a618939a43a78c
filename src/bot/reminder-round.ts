import { ActionTypes, type Activity, type ConversationReference } from 'botbuilder';
import { type Day, plusDays } from '../domain/day.js';
import type { Facts } from '../domain/facts.js';
import type { Verdict } from '../domain/verdict.js';
import { dueText } from '../rendering/reminder-words.js';
import { WORDING } from '../rendering/wording.js';
import type { Store } from '../store/open-store.js';
import type { TakenReminder } from '../store/reminders.js';
import { shownAs } from './message-activity.js';
import type { RemindersParts } from './reminders.js';

/**
 * What became of something that the bot said by itself. `gone`: nobody is there any more; `not-said`: it surely did not arrive, and may be
 * tried again; `unsure`: it may have.
 */
export type Told =
  | { readonly kind: 'said' }
  | { readonly kind: 'gone' | 'not-said' | 'unsure'; readonly because: unknown };
export type Tell = (reference: Partial<ConversationReference>, activity: Partial<Activity>) => Promise<Told>;

export interface ReminderRoundParts extends Pick<RemindersParts, 'coverEnd' | 'clock' | 'localTime'> {
  readonly store: Pick<Store, 'reminders'>;
  readonly report: (where: string, error: unknown) => void;
}

/** Nobody is reminded in the night. */
const FROM = '09:00';
/** What could not be said is tried again after these pauses, in hours: most of a week. */
const PAUSES = [1, 3, 12, 24, 48, 72] as const;
const HOUR = 60 * 60 * 1000;
/** After so many failures in a row the channel is taken to be down: the others wait for the next round. */
const MOST_FAILURES = 3;
/** Saying one takes seconds: whoever took it so long ago has ended. */
const LOST_AFTER = HOUR;

/** Says the reminders whose day has come, each once; meant to be called every hour, by any number of servers. */
export async function reminderRound(parts: ReminderRoundParts, tell: Tell): Promise<void> {
  const { clock, localTime, report } = parts;
  const { reminders } = parts.store;
  for (const id of await reminders.finishLost(new Date(clock().getTime() - LOST_AFTER)))
    report('a reminder', `${id} was being sent when a server ended; it is not sent again`);
  for (let failures = 0; failures < MOST_FAILURES; ) {
    const now = clock();
    const { day, time } = localTime(now);
    const taken = await reminders.take(time >= FROM ? day : plusDays(day, -1), now);
    if (taken === null) return;
    failures = (await say(taken, day, now, parts, tell)) ? 0 : failures + 1;
  }
}

/** Whether the channel was there, as far as it was asked. */
async function say(
  taken: TakenReminder,
  today: Day,
  now: Date,
  parts: ReminderRoundParts,
  tell: Tell,
): Promise<boolean> {
  const { coverEnd, report } = parts;
  const { reminders } = parts.store;
  const giveUp = async (because: unknown) => {
    report(`the reminder ${taken.id} is not sent`, because);
    await reminders.finish(taken.id);
  };
  const end = coverEnd(taken.facts, today);
  if (end === null) {
    await giveUp('by the rules of today its device is not covered until a certain day');
    return true;
  }
  const told = await tell(taken.reference as Partial<ConversationReference>, activityOf(taken.facts, end));
  const pause = PAUSES[taken.attempts - 1];
  if (told.kind === 'said') await reminders.finish(taken.id);
  else if (told.kind !== 'not-said' || pause === undefined) await giveUp(told.because);
  else {
    report(`the reminder ${taken.id} is tried again in ${pause} h`, told.because);
    await reminders.giveBack(taken.id, new Date(now.getTime() + pause * HOUR));
  }
  return told.kind === 'said' || told.kind === 'gone';
}

function activityOf(facts: Facts, { until, verdict }: { until: Day; verdict: Verdict }): Partial<Activity> {
  const click = WORDING.reminder.cancelAll;
  return {
    type: 'message',
    // Reminders are kept for Teams alone.
    ...shownAs(dueText({ facts, until }, verdict), 'teams'),
    suggestedActions: { to: [], actions: [{ type: ActionTypes.ImBack, title: click, value: click }] },
  };
}
