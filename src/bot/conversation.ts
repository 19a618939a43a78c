import type { TurnContext } from 'botbuilder';

/** What the bot hands each message to: it loads the session, asks the assistant, draws the reply and sends it. */
export interface Conversation {
  run(context: TurnContext): Promise<void>;
  /** A message reads differently now. Absent: nothing follows from it. */
  edited?(context: TurnContext): Promise<void>;
  /** A message is gone. */
  deleted?(context: TurnContext): Promise<void>;
  /** The bot is no longer where the conversation was. */
  ended?(context: TurnContext): Promise<void>;
}
