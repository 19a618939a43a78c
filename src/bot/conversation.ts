import type { TurnContext } from 'botbuilder';

/** What the bot hands each message to: it loads the session, asks the assistant, draws the reply and sends it. */
export interface Conversation {
  run(context: TurnContext): Promise<void>;
}
