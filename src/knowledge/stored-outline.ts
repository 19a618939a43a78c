import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import type { Outline } from './source-outline.js';

/** An outline as it is kept in `knowledge/sources/`: titles as printed, every sentence as its hash only. */
export interface StoredOutline {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly StoredQuestion[];
}

export interface StoredQuestion {
  readonly number: number;
  readonly title: string;
  /** SHA-256 (lower-case hex) of each sentence, sentence 1 first. */
  readonly sentences: readonly string[];
}

/**
 * A text in the form that is compared: composed characters, one kind of quote and dash, white space
 * folded. What differs only by the way a copy was exported is thus the same; words and figures are not touched.
 */
export function normalised(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201f]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** SHA-256 of a sentence's normalised form in UTF-8, lower-case hex, 64 characters. */
export const sentenceHash = (sentence: string): string =>
  createHash('sha256').update(normalised(sentence), 'utf8').digest('hex');

/** An outline with its sentences replaced by their hashes. */
export function storedOutline(
  outline: Outline,
  source: { readonly id: string; readonly title: string },
): StoredOutline {
  return {
    id: source.id,
    title: source.title,
    questions: outline.questions.map(({ number, title, sentences }) => ({
      number,
      title,
      sentences: sentences.map(sentenceHash),
    })),
  };
}

/** The text of a file in `knowledge/sources/`, made from a copy of the document. It holds no sentence of it. */
export function outlineYaml(outline: Outline, source: { readonly id: string; readonly title: string }): string {
  const head = '# Made from the document: its titles, and the SHA-256 of each sentence in place of the sentence.\n';
  return head + stringify(storedOutline(outline, source), { lineWidth: 0 });
}
