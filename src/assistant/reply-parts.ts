import type { EntryId } from '../domain/ids.js';
import type { Question, Reply, Suggestion } from '../domain/reply.js';
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
