import type { Match } from '../answering/matcher.js';
import { sentencesOf } from '../understanding/clauses.js';

/** One of several questions in a message, with what it is like by itself. */
export interface AskedPart {
  readonly text: string;
  readonly match: Match;
}

/** More than this is no chat message any more, but a letter. */
const MOST_PARTS = 4;

/** The questions of a message, as texts: sentences that end so. */
function questionsIn(text: string): readonly string[] {
  return sentencesOf(text)
    .map((s) => text.slice(s.start, s.end).trim())
    .filter((s) => s.endsWith('?') && s.split(/\s+/).length >= 3);
}

/** An answer that would be given to it alone: an entry for sure, or a topic that is knowingly not answered. */
function settled({ decision, ranked, confidence }: Match): string | null {
  const [top] = ranked;
  if (!top) return null;
  if (top.group === 'entry') return decision === 'answer' ? top.label : null;
  return top.group === 'boundary' && confidence > 0.8 ? top.label : null;
}

/**
 * The questions of a message where it holds several that each ask for something else and can each be settled by itself;
 * null where it is one question, however many sentences it takes.
 */
export async function severalQuestions(
  text: string,
  match: (text: string) => Promise<Match>,
): Promise<readonly AskedPart[] | null> {
  const questions = questionsIn(text);
  if (questions.length < 2 || questions.length > MOST_PARTS) return null;
  const parts: AskedPart[] = [];
  for (const question of questions) parts.push({ text: question, match: await match(question) });
  const labels = parts.map((p) => settled(p.match));
  return labels.includes(null) || new Set(labels).size < labels.length ? null : parts;
}
