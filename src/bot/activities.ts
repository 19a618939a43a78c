import { ActionTypes, type Activity, ActivityTypes, InputHints } from 'botbuilder';
import type { ContractReply } from '../domain/contract.js';
import { canBeJudged } from '../domain/feedback.js';
import { type ChannelKind, channelKind } from './channel-kind.js';
import type { CardPicture, Pictures } from './pictures.js';
import { verdictCard } from './verdict-card.js';

/**
 * Under it an activity carries its reply as far as the transcript, so that feedback on it can be told what it was about. A symbol, since
 * JSON leaves symbols out: no channel gets it.
 */
export const REPLY = Symbol('reply');
export type Drawn = Partial<Activity> & { readonly [REPLY]?: ContractReply };

type Draw = (reply: ContractReply, pictures: Pictures | null) => Promise<Drawn>;

/** A card that is larger may not be delivered: Teams takes some 28 KB, pictures that it brings along and all around it included. */
const LARGEST_CARD = 26_000;

/** How each kind of channel shows a reply. */
const DRAW: Readonly<Record<ChannelKind, Draw>> = {
  // The page draws sentences, sources and verdict itself, from the reply; pictures it gets ready.
  web: async (reply, pictures) => {
    const drawn = pictures?.forPage(reply) ?? [];
    const channelData = drawn.length > 0 ? { reply, pictures: drawn } : { reply };
    return { ...message(reply), ...suggested(reply, 10), channelData };
  },
  // A card carries its suggestions as buttons of its own; Teams shows three under a text.
  teams: async (reply, pictures) => {
    const kept = { ...feedbackLoop(reply), [REPLY]: reply };
    if (reply.verdict === null) return { ...message(reply), ...suggested(reply, 3), ...kept };
    const withPicture = { ...cardMessage(reply, (await pictures?.forCard(reply)) ?? null), ...kept };
    return sizeOf(withPicture) <= LARGEST_CARD ? withPicture : { ...cardMessage(reply, null), ...kept };
  },
  other: async (reply) => ({ ...message(reply), ...suggested(reply, 5), [REPLY]: reply }),
};

/** What to send for a reply, in order. Text goes out plain: no channel reads Markdown or HTML into it. `pictures`: null for none. */
export async function replyActivities(
  reply: ContractReply,
  channelId: string | undefined,
  pictures: Pictures | null,
): Promise<Drawn[]> {
  return [await DRAW[channelKind(channelId)](reply, pictures)];
}

function message(reply: ContractReply): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    text: reply.text,
    textFormat: 'plain',
    inputHint: InputHints.AcceptingInput,
  };
}

const cardMessage = (reply: ContractReply, picture: CardPicture | null): Partial<Activity> => ({
  type: ActivityTypes.Message,
  summary: reply.text,
  attachments: [verdictCard(reply, picture)],
});

/**
 * Has Teams draw its two thumbs under an answer. The older `feedbackLoopEnabled` says the same; where both are set, Teams refuses the
 * message.
 */
const feedbackLoop = (reply: ContractReply): Pick<Partial<Activity>, 'channelData'> =>
  canBeJudged(reply) ? { channelData: { feedbackLoop: { type: 'default' } } } : {};

const sizeOf = (activity: Partial<Activity>) => Buffer.byteLength(JSON.stringify(activity));

function suggested({ suggestions }: ContractReply, most: number): Pick<Partial<Activity>, 'suggestedActions'> {
  if (suggestions.length === 0) return {};
  const actions = suggestions.slice(0, most).map((title) => ({ type: ActionTypes.ImBack, title, value: title }));
  return { suggestedActions: { to: [], actions } };
}
