import type { Problem, Result } from '../domain/problem.js';
import type { Knowledge } from '../knowledge/knowledge.js';

/** What keeping up with a knowledge base that changes rests on. */
export interface LiveKnowledgeParts {
  /** Takes up what lies on disk, or tells why it cannot; nothing has changed then. */
  readonly reload: () => Result<Knowledge>;
  /** Trains what the knowledge on disk needs; resolves when that is done, rejects where it failed. */
  readonly train: () => Promise<void>;
  readonly onTaken: (knowledge: Knowledge) => void;
  readonly onTraining: () => void;
  readonly onProblems: (problems: readonly Problem[]) => void;
}

export interface LiveKnowledge {
  /** To be called when a file has changed; settles when all changes up to then are taken up or told as problems. */
  readonly changed: () => Promise<void>;
}

/**
 * Keeps the assistant up with its knowledge while it runs: answers are taken up at once, phrasings once they are trained, and
 * until then, or where there is a problem, the knowledge before goes on. Changes that come during a round lead to one more round.
 */
export function liveKnowledge(parts: LiveKnowledgeParts): LiveKnowledge {
  let running: Promise<void> | null = null;
  let again = false;
  const round = async (): Promise<void> => {
    const first = parts.reload();
    if (first.ok) return parts.onTaken(first.value);
    if (!needsTraining(first.problems)) return parts.onProblems(first.problems);
    parts.onTraining();
    try {
      await parts.train();
    } catch (error) {
      return parts.onProblems([{ code: 'not-trained', message: `the training failed: ${messageOf(error)}` }]);
    }
    const second = parts.reload();
    if (second.ok) return parts.onTaken(second.value);
    // What changed during the training has a round of its own.
    if (!again) parts.onProblems(second.problems);
  };
  const rounds = async (): Promise<void> => {
    do {
      again = false;
      try {
        await round();
      } catch (error) {
        // A file that went away while it was read: the change that follows has a round of its own.
        parts.onProblems([{ code: 'not-read', message: `the knowledge could not be read: ${messageOf(error)}` }]);
      }
    } while (again);
    running = null;
  };
  return {
    changed: () => {
      again = true;
      // Begun a moment later, so that several files saved together are one change.
      running ??= Promise.resolve().then(rounds);
      return running;
    },
  };
}

const needsTraining = (problems: readonly Problem[]) => problems.every((p) => p.code === 'no-model');
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
