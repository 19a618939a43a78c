import type { Match, Ranked } from '../answering/matcher.js';
import type { Opening } from '../answering/opener.js';
import type { Day } from '../domain/day.js';
import type { EntryId } from '../domain/ids.js';
import type { Reply } from '../domain/reply.js';
import type { InterviewState } from '../interview/state.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Understand, Understood } from '../understanding/understand.js';
import type { Command } from './commands.js';
import type { Session } from './session.js';

/** What the assistant rests on; all of it replaceable in tests. */
export interface AssistantParts {
  readonly knowledge: Knowledge;
  readonly understand: Understand;
  /** Ranks what a message is like; asynchronous since the sentence encoder is. */
  readonly match: (text: string) => Promise<Match>;
  /** The label that a text is most like by its words alone, where it is one of those given, else null: at a twentieth of the cost, and at once. */
  readonly likest: (text: string, labels: ReadonlySet<string>) => Ranked | null;
  /** Which sentence of an entry's answer comes first for a text, and whether it says yes or no to it. */
  readonly opening: (entry: EntryId, text: string) => Opening;
  /** Words that the knowledge base itself uses, which are no sign of another language. */
  readonly isEnglishWord: (word: string) => boolean;
}

/** One message with all that was found out about it. */
export interface TurnInput {
  readonly session: Session;
  readonly understood: Understood;
  /** Reads a piece of the message as the whole was read. */
  readonly read: (text: string) => Understood;
  readonly match: Match;
  readonly today: Day;
  readonly parts: AssistantParts;
  readonly command: Command | null;
}

/** What a turn leaves behind and says. */
export interface TurnResult {
  readonly interview: InterviewState;
  readonly offered: readonly EntryId[];
  readonly reply: Reply;
  /** What was asked, in words that stand by themselves; the message itself where it is left out. */
  readonly asked?: string;
}
