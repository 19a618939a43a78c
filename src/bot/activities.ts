import type { ContractReply } from '../domain/contract.js';
import { type ChannelKind, channelKind } from './channel-kind.js';
import { type Drawn, REPLY } from './drawn.js';
import { message, suggested } from './message-activity.js';
import type { Pictures } from './pictures.js';
import { type TeamsExtras, teamsActivities } from './teams-activities.js';

type Draw = (reply: ContractReply, pictures: Pictures | null, extras: TeamsExtras) => Promise<Drawn[]>;

/** How each kind of channel shows a reply. */
const DRAW: Readonly<Record<ChannelKind, Draw>> = {
  // The page draws sentences, sources and verdict itself, from the reply; pictures it gets ready.
  web: async (reply, pictures) => {
    const drawn = pictures?.forPage(reply) ?? [];
    const channelData = drawn.length > 0 ? { reply, pictures: drawn } : { reply };
    return [{ ...message(reply.text, 'web'), ...suggested(reply, 10), channelData }];
  },
  teams: teamsActivities,
  other: async (reply) => [{ ...message(reply.text, 'other'), ...suggested(reply, 5), [REPLY]: reply }],
};

/** Whether a channel draws cards that can be pressed: whoever sends it one remembers that it lies open. */
export const hasCards = (channelId: string | undefined): boolean => channelKind(channelId) === 'teams';

/**
 * What to send for a reply, in order. Text is shown as it is: no channel reads Markdown or HTML into it. `pictures`: null for none.
 * `extras`: for Teams.
 */
export const replyActivities = (
  reply: ContractReply,
  channelId: string | undefined,
  pictures: Pictures | null,
  extras: TeamsExtras = {},
): Promise<Drawn[]> => DRAW[channelKind(channelId)](reply, pictures, extras);
