import { type Activity, ActivityTypes } from 'botbuilder';
import { TALK } from '../rendering/talk-wording.js';
import type { SaidFor, TalkMark } from '../store/activities.js';
import type { TalkMessage } from '../store/talk-messages.js';
import { channelKind } from './channel-kind.js';
import { shownAs } from './message-activity.js';

/**
 * Under it an activity carries as far as the transcript in whose name it is said, or that somebody comes or goes. A symbol, since JSON
 * leaves symbols out: Teams, which shows it in the text, gets nothing of it.
 */
export const TALK_MARK = Symbol('talk');

export type SaidActivity = Partial<Activity> & { readonly [TALK_MARK]?: TalkMark };

/** What the asker is told by whoever talks with them, or of it; `channelId`: where. */
export function talkActivity(
  { kind, who, text }: Pick<TalkMessage, 'kind' | 'who' | 'text'>,
  channelId?: string,
): SaidActivity {
  const name = TALK.name(who);
  if (kind !== 'said') return noticeActivity(TALK[kind](name), kind === 'joined' ? 'joined' : 'ended', channelId);
  const person: SaidFor = { name, says: text };
  return marked(`${name}: ${text}`, { person }, channelId);
}

/** A line between what people say. `talk`: whether a person answers from here on, or none; `goes-on`: as before. */
export const noticeActivity = (text: string, talk: NonNullable<TalkMark['talk']>, channelId?: string): SaidActivity =>
  marked(text, { talk }, channelId);

/** Our page draws it by its mark. */
const marked = (text: string, mark: TalkMark, channelId: string | undefined): SaidActivity => ({
  type: ActivityTypes.Message,
  ...shownAs(text, channelKind(channelId)),
  ...(channelKind(channelId) === 'web' ? { channelData: mark } : {}),
  [TALK_MARK]: mark,
});
