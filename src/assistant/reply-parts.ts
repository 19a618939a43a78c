import type { EntryId } from '../domain/ids.js';
import type { Answer, Question, Reply, Suggestion } from '../domain/reply.js';
import { currentDevice, type InterviewState } from '../interview/state.js';
import type { Entry, Knowledge } from '../knowledge/knowledge.js';

/** At most this many follow-ups are offered under an answer. */
const MOST_SUGGESTIONS = 3;

export type Common = Pick<
  Reply,
  'confidence' | 'suggestions' | 'facts' | 'verdict' | 'pending' | 'parts' | 'devices' | 'knowledgeVersion'
>;

/** The fields that every reply has, from the state after the turn. */
export function common(
  knowledge: Knowledge,
  interview: InterviewState,
  confidence: number,
  more: Partial<Common> = {},
): Common {
  return {
    confidence,
    suggestions: [],
    facts: currentDevice(interview)?.facts ?? {},
    verdict: null,
    pending: null,
    parts: [],
    devices: [],
    knowledgeVersion: knowledge.version,
    ...more,
  };
}

export const entryById = (knowledge: Knowledge, id: string): Entry | null =>
  knowledge.entries.find((e) => e.id === id) ?? null;

/** How many of a sentence's cues stand in the question as words of their own. */
const cuesIn = (question: string, cues: readonly string[]): number =>
  cues.filter((cue) =>
    new RegExp(`(?<![\\p{L}])${cue.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`, 'iu').test(question),
  ).length;

/** An entry's answer, with the sentence first that answers this way of asking, where one is marked so. */
export function answerOf(entry: Entry, question: string): Answer {
  const best = [...entry.sentences]
    .map((sentence) => ({ sentence, cues: cuesIn(question, sentence.cues) }))
    .sort((a, b) => b.cues - a.cues)[0];
  const first = best && best.cues > 0 ? best.sentence : null;
  const rest = entry.sentences.filter((s) => s !== first);
  // A plain yes or no stays in front; what was asked for comes right behind it.
  const keeps = /^(?:Yes|No)\b/.test(entry.sentences[0]?.text ?? '') && first !== entry.sentences[0];
  const sentences = !first
    ? entry.sentences
    : keeps
      ? [...rest.slice(0, 1), first, ...rest.slice(1)]
      : [first, ...rest];
  return { id: entry.id, title: entry.title, sentences };
}

/** Entries as clicks. */
export function suggest(knowledge: Knowledge, ids: readonly EntryId[]): readonly Suggestion[] {
  return ids
    .map((id) => entryById(knowledge, id))
    .filter((e) => e !== null)
    .slice(0, MOST_SUGGESTIONS)
    .map((e) => ({ label: e.short, says: e.short }));
}

/** The choices of an open question go before the follow-ups of an answer. */
export const withChoices = (pending: Question | null, suggestions: readonly Suggestion[]): readonly Suggestion[] =>
  pending ? pending.choices : suggestions;
