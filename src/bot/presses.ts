import { type Activity, ActivityTypes, type InvokeResponse, type TurnContext } from 'botbuilder';
import { WORDING } from '../rendering/wording.js';
import { isGroup } from './group.js';
import { type CardEnd, type Chosen, endWords, quietCard } from './offer-card.js';
import type { OfferedCards } from './offered-cards.js';
import { type Press, pressOfInvoke, pressOfMessage } from './press.js';

/** A longer name is cut on a card, in characters. */
const LONGEST_NAME = 100;

/** Has a turn answered as if its button's words had been written. */
type Answer = () => Promise<void>;

/**
 * Buttons of cards, pressed. The first press on the card that is open is answered like a message; any other is told what became of
 * the card. Either way the card goes quiet, for everybody who sees it. The turns of a conversation come one after another, so of two
 * presses at the same moment the second finds the card answered.
 */
export class Presses {
  constructor(private readonly cards: OfferedCards) {}

  /** A press by `adaptiveCard/action`: the quiet card comes back with the invoke, an error of Teams' own form where it is none. */
  async invoked(context: TurnContext, answer: Answer): Promise<InvokeResponse> {
    const press = pressOfInvoke(context.activity.value);
    const end = 'code' in press ? press : await this.press(context, press, () => orSay(context, answer));
    if ('code' in end) return answerOf(400, 'application/vnd.microsoft.error', end);
    if (mayBeOfAnother(context, end))
      return answerOf(200, 'application/vnd.microsoft.activity.message', WORDING.pressed.another);
    // The response changes what the presser sees, and only until the chat is drawn anew; the update lasts.
    await update(context, end);
    const { contentType, content } = quietCard(end);
    return answerOf(200, contentType, content);
  }

  /** A press by a message of an older client; false where the message is no press. */
  async written(context: TurnContext, answer: Answer): Promise<boolean> {
    const press = pressOfMessage(context.activity.value);
    if (press === null) return false;
    let answered = false;
    const end = await this.press(context, press, async () => {
      answered = true;
      await answer();
    });
    const known: CardEnd = 'code' in end ? { kind: 'unknown' } : end;
    if (mayBeOfAnother(context, known)) {
      await context.sendActivity(WORDING.pressed.another);
      return true;
    }
    const isShown = await update(context, known);
    if (!answered && !isShown) await context.sendActivity(inWords(known));
    return true;
  }

  private async press(context: TurnContext, { card, says }: Press, answer: Answer) {
    const found = await this.cards.find(context, card);
    if (found.kind !== 'open') return found;
    const { asks, choices } = found.card;
    if (!choices.includes(says))
      return { code: 'unknown-choice', message: 'The card does not offer what its action says. Ask for a new card.' };
    const chosen: Chosen = { says, by: presser(context.activity) };
    await this.cards.choose(context, card, chosen);
    await answer();
    return { kind: 'chosen', asks, chosen } as const;
  }
}

/**
 * In a group each person has a conversation of their own, in which the card of another is not known. It stays as it is for the one whom it
 * asks.
 */
const mayBeOfAnother = ({ activity }: TurnContext, end: CardEnd): boolean =>
  end.kind === 'unknown' && isGroup(activity);

/** Null in a chat of two. */
function presser(activity: Activity): string | null {
  if (!isGroup(activity)) return null;
  const { from } = activity;
  return typeof from.name === 'string' && from.name.trim() !== ''
    ? from.name.slice(0, LONGEST_NAME)
    : WORDING.pressed.nameless;
}

/** An answer that breaks is an error of the invoke, too, so that the presser's client does not wait for the card. */
async function orSay(context: TurnContext, answer: Answer): Promise<void> {
  try {
    await answer();
  } catch (error) {
    const told = { code: 'not-answered', message: 'Something went wrong on our side. Press the button again.' };
    const value = answerOf(500, 'application/vnd.microsoft.error', told);
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
    throw error;
  }
}

const inWords = (end: CardEnd): string =>
  end.kind === 'chosen' ? WORDING.pressed.already(endWords(end)) : endWords(end);

/** HTTP 200 says that the bot has looked at it; what came of it is in the body. */
const answerOf = (statusCode: number, type: string, value: object | string): InvokeResponse => ({
  status: 200,
  body: { statusCode, type, value },
});

/** Puts the quiet card in place of the pressed one; false where the channel cannot, which is no error. */
async function update(context: TurnContext, end: CardEnd): Promise<boolean> {
  const { replyToId } = context.activity;
  if (typeof replyToId !== 'string' || replyToId === '') return false;
  const quiet = { type: ActivityTypes.Message, id: replyToId, attachments: [quietCard(end)] };
  try {
    await context.updateActivity(quiet);
    return true;
  } catch {
    return false;
  }
}
