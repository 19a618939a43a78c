import type { InvokeResponse } from 'botbuilder';
import type { Day } from '../../domain/day.js';
import type { SearchHit } from '../../domain/search-hit.js';
import { MESSAGE_EXTENSION_WORDING } from '../../rendering/message-extension-wording.js';
import { type FoundWords, foundWords } from '../../rendering/search-words.js';
import { message, result } from './answers.js';
import { adaptiveCard, fitted, heading, paragraphs, preview, words } from './card-parts.js';
import type { QueryValue } from './invoke-values.js';

export interface SearchCommandParts {
  /** What the knowledge base has on a text, best first; on '' what is asked most. */
  readonly search: (typed: string, today: Day) => readonly SearchHit[];
  readonly today: () => Day;
}

const { search: SAYS, triage } = MESSAGE_EXTENSION_WORDING;

/** Teams asks for so many at once. */
const MOST_ON_PAGE = 25;
/** Longer words are not repeated, in characters. */
const LONGEST_REPEATED = 60;
/** So much of an answer is listed before it is chosen, in characters. */
const LONGEST_PREVIEW = 140;

/** The search of the knowledge base: a page of what is found, each with the card that goes into the message. */
export function searchKnowledge(
  { typed, queryOptions }: QueryValue,
  { search, today }: SearchCommandParts,
): InvokeResponse {
  const from = queryOptions?.skip ?? 0;
  const most = Math.min(queryOptions?.count ?? MOST_ON_PAGE, MOST_ON_PAGE);
  const hits = search(typed, today());
  if (hits.length === 0) return message(SAYS.nothing([...typed.trim()].slice(0, LONGEST_REPEATED).join('')));
  return result(hits.slice(from, from + most).map((hit) => found(foundWords(hit))));
}

function found({ title, kind, paragraphs: said, source }: FoundWords): object {
  const rests = source === '' ? [] : [words(source, { isSubtle: true })];
  const card = fitted(said.join('\n'), triage.draftCut, (text) =>
    adaptiveCard(title, [heading(title), ...paragraphs(text), ...rests], []),
  );
  return { ...card, preview: preview(title, `${kind}: ${beginningOf(said[0] ?? '')}`) };
}

function beginningOf(text: string): string {
  const letters = [...text];
  return letters.length <= LONGEST_PREVIEW ? text : `${letters.slice(0, LONGEST_PREVIEW).join('').trimEnd()} …`;
}
