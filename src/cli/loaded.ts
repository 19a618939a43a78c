import type { LoadedAssistant } from '../assistant/load-assistant.js';
import type { Day } from '../domain/day.js';
import type { Frame } from '../rendering/reply-blocks.js';
import type { Streams } from './batch.js';
import type { FeedbackPlace } from './feedback-list.js';
import type { Progress } from './progress.js';

/** What every subcommand is handed. */
export interface CommandContext {
  readonly streams: Streams;
  /** Loads the assistant; waits for the full model. Told once, on standard error, where it cannot. */
  readonly load: () => Promise<LoadedAssistant | null>;
  /** The same for the knowledge base of another folder, whose model is trained first where none is there. */
  readonly loadOther: (knowledgeFolder: string) => Promise<LoadedAssistant | null>;
  readonly frame: Frame;
  readonly today: Day;
  /** Milliseconds, from any fixed point. */
  readonly now: () => number;
  readonly knowledgeFolder: string;
  /** Where the server keeps feedback; absent: there is no such place. */
  readonly feedback?: FeedbackPlace;
  /** Shows how far a long command has come; absent where nobody watches. */
  readonly progress?: Progress;
}
