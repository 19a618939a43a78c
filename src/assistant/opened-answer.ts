import type { Opening } from '../answering/opener.js';
import type { Answer, Lead } from '../domain/reply.js';
import type { Entry } from '../knowledge/knowledge.js';
import { type QuestionForm, questionForm } from '../understanding/question-form.js';

/** An entry's answer in its own order. */
export const plainAnswer = ({ id, title, sentences }: Entry): Answer => ({ id, title, lead: null, sentences });

/** An entry's answer with the sentence first that answers the question, and yes or no in front of it where that is asked and sure. */
export function openedAnswer(entry: Entry, question: string, { sentence, says }: Opening): Answer {
  const first = sentence === null ? undefined : entry.sentences[sentence];
  if (!first) return plainAnswer(entry);
  return {
    id: entry.id,
    title: entry.title,
    lead: leadOf(questionForm(question), says),
    sentences: [first, ...entry.sentences.filter((s) => s !== first)],
  };
}

function leadOf(form: QuestionForm, says: Opening['says']): Lead | null {
  if (form.kind === 'open' || says === 'open') return null;
  if (!form.negated) return says;
  return says === 'no' ? 'right' : 'not-so';
}
