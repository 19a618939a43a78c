import type { CitedSentence } from '../domain/citation.js';
import { Footnotes } from './footnotes.js';
import { strings } from './strings.js';
import type { Entry, Transcript } from './transcript.js';

/** A conversation as plain text, to be pasted anywhere: who said what, and under each answer the sources that it rests on. */
export const transcriptText = (transcript: Transcript): string => `${transcript.map(entryText).join('\n\n')}\n`;

function entryText(entry: Entry): string {
  if (entry.kind === 'note') return `– ${entry.text} –`;
  if (entry.kind === 'user') {
    const isUnsent = entry.state !== 'sent' && entry.state !== 'sending';
    const unsent = isUnsent ? ` (${strings.waiting})` : '';
    return `${strings.you}${unsent} ${entry.text}`;
  }
  if (entry.kind === 'person') return `${entry.name}: ${entry.text}`;
  const sources = entry.reply ? sourceLines(entry.reply.sentences) : [];
  return [`${strings.assistant} ${entry.text.trim()}`, ...sources].join('\n');
}

/** One line a question of the document: 'FAQ 14, sentences 2 and 3: How do I renew it?'. */
const sourceLines = (sentences: readonly CitedSentence[]): readonly string[] =>
  new Footnotes(sentences).list.map(
    ({ question, sentences: used, title }) =>
      `  ${strings.sourceName(question)}, ${strings.sourceSentences(used)}: ${title}`,
  );
