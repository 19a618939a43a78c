import type { CitedSentence } from './citation.js';
import type { FactName, Facts, Nmc } from './facts.js';
import type { HandOffBrief } from './hand-off.js';
import type { EntryId, TopicId } from './ids.js';
import type { PartialDate } from './partial-date.js';
import type { ReminderOrder } from './reminder.js';
import type { DeviceVerdict, Verdict } from './verdict.js';

/** An entry of the knowledge base as it is shown: its sentences in the order that answers best. */
export interface Answer {
  readonly id: EntryId;
  readonly title: string;
  /**
   * What the first sentence says to a yes/no question, where that is sure: yes or no; to a denial put up for confirmation
   * ('so we need no …?'): right, or not so.
   */
  readonly lead: Lead | null;
  readonly sentences: readonly CitedSentence[];
}

export type Lead = 'yes' | 'no' | 'right' | 'not-so';

/** A short text that can be clicked, and what a click says in the user's name. */
export interface Suggestion {
  readonly label: string;
  readonly says: string;
}

/** The guided dialog's next question: one fact, with choices where there are few. */
export interface Question {
  readonly fact: FactName;
  /** Asked for the how-many-th time in a row without a usable answer, from 1. */
  readonly attempt: number;
  readonly choices: readonly Suggestion[];
  /** Why the plain question does not do here. */
  readonly because:
    | { readonly kind: 'unknown' }
    | { readonly kind: 'ambiguous-family'; readonly said: string; readonly options: readonly string[] }
    | { readonly kind: 'unknown-family'; readonly said: string }
    | { readonly kind: 'narrower'; readonly known: PartialDate }
    | { readonly kind: 'open-plan' }
    /** Both dates of the contract are known, and they contradict each other. */
    | {
        readonly kind: 'contradiction';
        readonly start: PartialDate | 'in-effect';
        readonly end: PartialDate;
      };
}

/** Something in the message that could not be taken as it was said; nothing of it is recorded. */
export type Notice =
  | { readonly kind: 'no-such-card'; readonly said: string }
  | { readonly kind: 'no-such-day'; readonly said: string }
  | { readonly kind: 'unknown-name'; readonly said: string }
  /** What follows holds for a device that is only supposed. */
  | { readonly kind: 'supposed' }
  | {
      readonly kind: 'implausible-date';
      readonly said: string;
      readonly why: 'too-early' | 'too-late' | 'past-tense-future';
      readonly date?: PartialDate;
    }
  | { readonly kind: 'not-understood'; readonly attempt: number }
  /** What the open question can be answered with. */
  | { readonly kind: 'choices'; readonly says: readonly string[] }
  /** Two things are said of the commissioning that cannot both be so; `other`: a second date, or null for 'not yet'. */
  | { readonly kind: 'commissioning-conflict'; readonly said: string; readonly other: string | null }
  /** `bothSaid`: the second card is said as well, and not shown by what was sent. */
  | { readonly kind: 'card-conflict'; readonly said: string; readonly shown: string; readonly bothSaid?: true };

/** What would hold with one card. */
export interface CardVerdict {
  readonly nmc: Nmc;
  readonly verdict: Verdict;
}

/** The ways to find out which card a device has; each leads on to the next. */
export type IdentifyStep = 'web-page' | 'other-evidence' | 'service-personnel' | 'known';

interface Common {
  /** 0 to 1: how sure the assistant is that this is what was asked. */
  readonly confidence: number;
  readonly suggestions: readonly Suggestion[];
  /** The device last spoken of: all that is known so far. */
  readonly facts: Facts;
  readonly verdict: Verdict | null;
  /** A question of the dialog that is still open and follows in the same text. */
  readonly pending: Question | null;
  /** Several questions in one message: a reply each, in the order asked; else empty. */
  readonly parts: readonly Reply[];
  /** How many more questions the message holds than are answered in parts. */
  readonly leftOut?: number;
  /** Several devices in one message, in the order named; else empty. */
  readonly devices: readonly DeviceVerdict[];
  readonly knowledgeVersion: string;
}

/** What the assistant answers to one message, before any wording of the frame. A channel draws each kind. */
export type Reply = Common &
  (
    | { readonly kind: 'faq'; readonly answers: readonly Answer[] }
    | { readonly kind: 'clarify'; readonly options: readonly { readonly id: EntryId; readonly title: string }[] }
    | {
        readonly kind: 'entitlement';
        readonly notices: readonly Notice[];
        /** Why the open question is asked, or, with none open, why the verdict is what it is. */
        readonly why: boolean;
        /** How things are, where facts and verdict are of what was only supposed; without a verdict where no device is known. */
        readonly known?: { readonly facts: Facts; readonly verdict: Verdict | null };
        /** What would change the verdict is asked. */
        readonly changes?: boolean;
        /** What holds with each card, where the card alone is missing and cannot be found out. */
        readonly withEachCard?: readonly CardVerdict[];
        /** The verdict was asked for other days: one for each day from which on another one holds, in their order. */
        readonly onDays?: {
          readonly date: PartialDate;
          readonly ahead: boolean;
          readonly verdicts: readonly Verdict[];
        };
      }
    | {
        readonly kind: 'identify';
        readonly step: IdentifyStep;
        readonly answer: Answer | null;
        readonly because: string | null;
        /** What would hold with each card, once every way to find out has been tried. */
        readonly withEachCard: readonly CardVerdict[];
      }
    | { readonly kind: 'one-phase'; readonly sentences: readonly CitedSentence[] }
    | {
        readonly kind: 'out-of-scope';
        /** The boundary that the message falls under, where it is known. */
        readonly topic: {
          readonly id: TopicId;
          readonly title: string;
          readonly says: CitedSentence;
          readonly ask: string;
        } | null;
        readonly reason: 'not-known' | 'language' | 'empty' | 'too-long';
        /** Entries that come nearest, offered and never claimed. */
        readonly near: readonly { readonly id: EntryId; readonly title: string }[];
        /** The how-many-th message in a row that was not understood, from 1; absent: the first, or one that was. */
        readonly attempt?: number;
      }
    | { readonly kind: 'human'; readonly brief: HandOffBrief }
    | {
        readonly kind: 'smalltalk';
        /** `complaint`: the person says that the answer before was wrong or of no help, and nothing else. */
        readonly which: 'welcome' | 'greeting' | 'thanks' | 'bye' | 'who' | 'other' | 'complaint';
        /** Of `other`, which may well be nothing at all: as above. */
        readonly attempt?: number;
      }
    /** All questions that are answered, by their titles. */
    | { readonly kind: 'smalltalk'; readonly which: 'questions'; readonly titles: readonly string[] }
    | { readonly kind: 'cancel'; readonly what: 'cancel' | 'start-over' | 'nothing' | 'erase' | 'erased' | 'kept' }
    /** What is ordered about reminders, for the device last spoken of. */
    | { readonly kind: 'reminder'; readonly order: ReminderOrder }
  );

export type ReplyKind = Reply['kind'];
export const REPLY_KINDS = [
  'faq',
  'clarify',
  'entitlement',
  'identify',
  'one-phase',
  'out-of-scope',
  'human',
  'smalltalk',
  'cancel',
  'reminder',
] as const satisfies readonly ReplyKind[];
