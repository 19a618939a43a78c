import type { Match } from '../answering/matcher.js';
import { type Day, day } from '../domain/day.js';
import type { Reply } from '../domain/reply.js';
import { spelledOut } from '../interview/spelled-out.js';
import { dayOrderShown } from '../understanding/dates/find-dates.js';
import type { Understood } from '../understanding/understand.js';
import { anotherDeviceTurn } from './another-device-turn.js';
import { commandIn } from './commands.js';
import { complaintReply } from './complaint.js';
import { dialogTurn } from './dialog-turn.js';
import { CHECK_ANOTHER } from './entitlement-turn.js';
import { askToErase, erasedReply, nothingErased, readErase } from './erase.js';
import { forgetTurn } from './forget-turn.js';
import { triedWith } from './hand-off.js';
import { isNod, readMessage } from './message.js';
import { LIST_QUESTIONS, missesWith, withWayOn } from './misses.js';
import { openTurn } from './open-turn.js';
import { anotherDevice, cancelReply, nothingToRead, questionList } from './plain-replies.js';
import { referredTurn } from './referred-turn.js';
import { inRefusedYear } from './refused-year.js';
import { reminderOrder, reminderReply } from './reminder-orders.js';
import { EMPTY_SESSION, lastTurn, type Session } from './session.js';
import { severalTurn } from './several-turn.js';
import { takesLeave } from './smalltalk.js';
import type { AssistantParts, TurnResult } from './turn.js';
import { verdictTalk } from './verdict-talk.js';

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
 * The whole flow of a turn on one page: make the message plain; obey commands; take note of complaints; answer several questions one by one; let an open
 * dialog read its answer; else find out what is asked and answer it, with the dialog's open question after it.
 */
export function createAssistant(parts: AssistantParts): Assistant {
  return {
    turn: async (session, message, today) => {
      const done = (result: TurnResult, text: string) => remembered(session, result, text);
      const { knowledge } = parts;
      const plain = readMessage(message.text);
      if (plain.kind !== 'text') return done(nothingToRead(plain.kind, session, knowledge, today), '');
      // 'Bye' at the end of a line is no signature where the line says little else.
      const text = takesLeave(message.text) ? message.text.trim() : plain.text;
      const erase = session.erasing ? readErase(text) : null;
      if (erase === 'yes') return { reply: erasedReply(knowledge), session: EMPTY_SESSION };
      if (erase === 'no') return done(nothingErased(session, knowledge, today), text);
      const command = commandIn(text);
      if (command === 'erase') return done(askToErase(session, knowledge), text);
      const order = reminderOrder(text);
      // Said beside the matter, so the turn before stays the one that is spoken of.
      if (order)
        return { session: { ...session, erasing: false }, reply: reminderReply(order, session, knowledge, today) };
      if (text === LIST_QUESTIONS) return done(questionList(session, knowledge, today), text);
      if (text === CHECK_ANOTHER) return done(anotherDevice(session, knowledge, today), text);
      const complaint = complaintReply(text, session, knowledge, today);
      if (complaint) return { session, reply: complaint };
      const around = {
        today,
        ...(message.locale === undefined ? {} : { locale: message.locale }),
        ...(session.dayFirst === null ? {} : { dayFirst: session.dayFirst }),
      };
      // Pieces of a message are looked at from several sides.
      const known = new Map<string, Understood>();
      const read = (said: string): Understood => {
        const understood = known.get(said) ?? parts.understand(said, around);
        known.set(said, understood);
        return understood;
      };
      const asWritten = read(text);
      // 'The first has an NMC3, the second an NMC4' tells of devices that were named before.
      const understood =
        asWritten.products.length === 0 && statesCardOrFact(asWritten)
          ? read(spelledOut(text, session.interview))
          : asWritten;
      // 'Never mind, we have no contract' tells something, and stops nothing.
      const states = understood.devices.some((d) => Object.keys(d.facts).length > 0);
      if (command === 'start-over' || (command === 'cancel' && !states))
        return done(cancelReply(command, session, parts.knowledge), text);
      const match = isNod(text) ? NOD : await parts.match(understood.text);
      const heard = { session, understood, read, match, today, parts, command };
      const turn = { ...heard, understood: inRefusedYear(heard) };
      return done(
        forgetTurn(turn) ??
          referredTurn(turn) ??
          anotherDeviceTurn(turn) ??
          verdictTalk(turn) ??
          (await severalTurn(turn)) ??
          dialogTurn(turn) ??
          (await openTurn(turn)),
        text,
      );
    },
  };
}

const IN_FIGURES = /\d\s?[./-]\s?\d/;

const statesCardOrFact = ({ devices, cards }: Understood): boolean =>
  cards.length > 0 || devices.some(({ facts }) => Object.keys(facts).length > 0);

/** Whether a message's dates in figures show which way round its writer puts them; null where there are none, or they do not. */
const dayFirstShown = (text: string): boolean | null =>
  IN_FIGURES.test(text) ? dayOrderShown(text, { today: ANY_DAY }) : null;

/** Figures of a date mean the same on every day. */
const ANY_DAY = day('2026-01-01');

/** The reply, and the session after it. */
function remembered(before: Session, { reply: said, interview, offered, asked }: TurnResult, text: string) {
  const misses = missesWith(before.misses, said);
  const reply = withWayOn(said, misses);
  const last = lastTurn(reply, asked ?? text);
  const handedOff = before.handedOff || last.kinds.includes('human');
  const tried = triedWith(before.tried, reply);
  const erasing = reply.kind === 'cancel' && reply.what === 'erase';
  const dayFirst = dayFirstShown(text) ?? before.dayFirst;
  return { reply, session: { ...before, interview, offered, last, misses, handedOff, tried, erasing, dayFirst } };
}

/** 'thumbs up' and the like need no matcher. */
const NOD: Match = {
  ranked: [{ label: 'kind:smalltalk', group: 'kind', score: 1 }],
  confidence: 1,
  decision: 'answer',
};
