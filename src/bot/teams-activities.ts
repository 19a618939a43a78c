import { type Activity, ActivityTypes, type Attachment } from 'botbuilder';
import type { ContractReply } from '../domain/contract.js';
import { canBeJudged } from '../domain/feedback.js';
import { markSources } from '../rendering/source-marks.js';
import { CITATION_LIMITS, citationEntity, type QuoteOf } from './citation-entity.js';
import { type Drawn, REPLY } from './drawn.js';
import { message, suggested } from './message-activity.js';
import { type CardOffer, offerCard } from './offer-card.js';
import { isVerdict, type Pictures } from './pictures.js';
import { verdictCard } from './verdict-card.js';

/** A card that is larger may not be delivered: Teams takes some 28 KB, pictures that it brings along and all around it included. */
const LARGEST_CARD = 26_000;
/** Teams shows no more under a message. */
const MOST_SUGGESTED = 3;

/** What Teams shows of a reply beside what every channel does. */
export interface TeamsExtras {
  /** What the reply gives its reader to choose from; absent or null: nothing. */
  readonly offer?: CardOffer | null;
  /** What cited sentences say; absent: not known. */
  readonly quoteOf?: QuoteOf;
}

/**
 * A reply as Teams shows it. What rests on sources goes as text, since only there Teams shows citations; a card follows where
 * there is something to press (`offer`) or to see (a verdict's facts and picture), in a message of its own, since Teams parts the two and
 * then names neither. A question that rests on nothing is one card. What merely leads on is suggested under the last of them.
 */
export async function teamsActivities(
  reply: ContractReply,
  pictures: Pictures | null,
  { offer = null, quoteOf = () => null }: TeamsExtras,
): Promise<Drawn[]> {
  const kept = { ...feedbackLoop(reply), [REPLY]: reply };
  const { text, sources } = markSources(reply, CITATION_LIMITS.citations);
  const entity = citationEntity(sources, quoteOf);
  if (offer !== null && entity === null) {
    const card = await smallEnough(pictures, reply, (picture) => offerCard(offer, text, picture));
    if (card !== null) return [{ ...card, ...kept }];
  }
  const said = {
    ...message(text, 'teams'),
    ...(entity === null ? {} : { entities: [entity] }),
    ...kept,
  };
  const card = await smallEnough(pictures, reply, (picture) => {
    if (offer !== null) return offerCard(offer, offer.asks, picture);
    return isVerdict(reply) ? verdictCard(reply, picture) : null;
  });
  // The choices are on the card.
  const leadsOn = offer !== null && card !== null ? {} : suggested(reply, MOST_SUGGESTED);
  return card === null ? [{ ...said, ...leadsOn }] : [said, { ...card, ...leadsOn }];
}

/** With its picture where it has room for it; null: it has none without it either, or there is no card. */
async function smallEnough(
  pictures: Pictures | null,
  reply: ContractReply,
  draw: (picture: Awaited<ReturnType<Pictures['forCard']>>) => Attachment | null,
): Promise<Partial<Activity> | null> {
  const picture = (await pictures?.forCard(reply)) ?? null;
  for (const shown of picture === null ? [null] : [picture, null]) {
    const card = draw(shown);
    if (card === null) return null;
    const sent = { type: ActivityTypes.Message, summary: card.content.fallbackText, attachments: [card] };
    if (Buffer.byteLength(JSON.stringify(sent)) <= LARGEST_CARD) return sent;
  }
  return null;
}

/**
 * Has Teams draw its two thumbs under an answer. The older `feedbackLoopEnabled` says the same; where both are set, Teams refuses the
 * message.
 */
const feedbackLoop = (reply: ContractReply): Pick<Partial<Activity>, 'channelData'> =>
  canBeJudged(reply) ? { channelData: { feedbackLoop: { type: 'default' } } } : {};
