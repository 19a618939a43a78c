import { type Activity, ActivityTypes } from 'botbuilder';
import { TALK } from '../rendering/talk-wording.js';
import type { SaidFor } from '../store/activities.js';
import type { TalkMessage } from '../store/talk-messages.js';
import { channelKind } from './channel-kind.js';

/**
 * Under it an activity carries the person in whose name it is said as far as the transcript. A symbol, since JSON leaves symbols out: Teams,
 * which shows the name in the text, gets nothing of it.
 */
export const PERSON = Symbol('person');

export type SaidActivity = Partial<Activity> & { readonly [PERSON]?: SaidFor };

/** What the asker is told by whoever talks with them, or of it; `channelId`: where. */
export function talkActivity({ kind, who, text }: Pick<TalkMessage, 'kind' | 'who' | 'text'>, channelId?: string) {
  const name = TALK.name(who);
  if (kind !== 'said') return noticeActivity(TALK[kind](name), kind === 'joined' ? 'joined' : 'ended', channelId);
  const person: SaidFor = { name, says: text };
  return { ...plain(`${name}: ${text}`), ...forPage({ person }, channelId), [PERSON]: person };
}

/** A line between what people say. `talk`: whether a person answers from here on. */
export const noticeActivity = (text: string, talk: 'joined' | 'ended' | null, channelId?: string): SaidActivity => ({
  ...plain(text),
  ...forPage(talk === null ? {} : { talk }, channelId),
});

const plain = (text: string): Partial<Activity> => ({ type: ActivityTypes.Message, text, textFormat: 'plain' });

/** What our page draws it by. */
const forPage = (channelData: object, channelId: string | undefined): Partial<Activity> =>
  channelKind(channelId) === 'web' ? { channelData } : {};
