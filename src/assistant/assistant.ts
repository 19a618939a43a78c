import type { Match } from '../answering/matcher.js';
import type { Day } from '../domain/day.js';
import type { Reply } from '../domain/reply.js';
import type { Understood } from '../understanding/understand.js';
import { commandIn } from './commands.js';
import { dialogTurn } from './dialog-turn.js';
import { CHECK_ANOTHER } from './entitlement-turn.js';
import { isNod, readMessage } from './message.js';
import { openTurn } from './open-turn.js';
import { anotherDevice, cancelReply, nothingToRead } from './plain-replies.js';
import { lastTurn, type Session } from './session.js';
import { severalTurn } from './several-turn.js';
import type { AssistantParts, TurnResult } from './turn.js';
import { forgetTurn, otherDeviceTurn } from './turning.js';

export interface IncomingMessage {
  readonly text: string;
  /** BCP 47, as the channel gives it. */
  readonly locale?: string;
}

export interface Assistant {
  /** One turn: pure but for the encoder. The same session, message and day give the same reply. */
  readonly turn: (
    session: Session,
    message: IncomingMessage,
    today: Day,
  ) => Promise<{ readonly session: Session; readonly reply: Reply }>;
}

/**
 * The whole flow of a turn on one page: make the message plain; obey commands; take back a fact, or turn to the device that is said to be
 * meant; answer several questions one by one; let an open dialog read its answer; else find out what is asked and answer it, with the
 * dialog's open question after it.
 */
export function createAssistant(parts: AssistantParts): Assistant {
  return {
    turn: async (session, message, today) => {
      const done = ({ reply, interview, offered, asked }: TurnResult, text: string) => ({
        reply,
        session: { ...session, interview, offered, last: lastTurn(reply, asked ?? text) },
      });
      const plain = readMessage(message.text);
      if (plain.kind !== 'text') return done(nothingToRead(plain.kind, session, parts.knowledge, today), '');
      const { text } = plain;
      const command = commandIn(text);
      if (command === 'cancel' || command === 'start-over')
        return done(cancelReply(command, session, parts.knowledge), text);
      if (text === CHECK_ANOTHER) return done(anotherDevice(session, parts.knowledge, today), text);
      const around = { today, ...(message.locale === undefined ? {} : { locale: message.locale }) };
      // Pieces of a message are looked at from several sides.
      const known = new Map<string, Understood>();
      const read = (said: string): Understood => {
        const understood = known.get(said) ?? parts.understand(said, around);
        known.set(said, understood);
        return understood;
      };
      const understood = read(text);
      const match = isNod(text) ? NOD : await parts.match(understood.text);
      const turn = { session, understood, read, match, today, parts, command };
      return done(
        forgetTurn(turn) ??
          otherDeviceTurn(turn) ??
          (await severalTurn(turn)) ??
          dialogTurn(turn) ??
          (await openTurn(turn)),
        text,
      );
    },
  };
}

/** 'thumbs up' and the like need no matcher. */
const NOD: Match = {
  ranked: [{ label: 'kind:smalltalk', group: 'kind', score: 1 }],
  confidence: 1,
  decision: 'answer',
};
