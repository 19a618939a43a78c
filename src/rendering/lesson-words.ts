import type { LessonProposal, LessonReason } from '../domain/lesson.js';

const REASONS: Readonly<Record<LessonReason, string>> = {
  refused: 'not answered',
  'judged-wrong': 'judged wrong',
  'facts-corrected': 'facts put right at the desk',
  'draft-edited': 'draft changed at the desk',
};

/** Why a proposal is one, in a few words. */
export const lessonReasons = ({ reasons }: Pick<LessonProposal, 'reasons'>): string =>
  reasons.map((reason) => REASONS[reason]).join(', ');

/** What a proposal says, in one sentence. */
export function lessonSentence({ people, weeks, text, texts, belongs }: LessonProposal): string {
  const when = weeks === 1 ? 'in one week' : `in ${weeks} weeks`;
  // What ends a sentence by itself is followed by no full stop.
  const asked = `${people} people asked ${when}: “${text}”${/[.?!…]$/.test(text) ? '' : '.'}`;
  if (belongs === null) return `${asked} Nothing in the knowledge base is clearly like it.`;
  const these = texts.length === 1 ? 'This belongs' : `These ${texts.length} ways of asking belong`;
  return `${asked} ${these} to ${belongs.label.replace(/^\w+:/, '')} (${belongs.title}).`;
}

/** What is said of a topic that was found to be asked about, until somebody words it better. */
export const unansweredTopic = (title: string): string => `The FAQ says nothing about this: ${title}.`;
