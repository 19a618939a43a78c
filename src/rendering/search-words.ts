import type { CitedSentence } from '../domain/citation.js';
import type { SearchHit } from '../domain/search-hit.js';
import { UNDETERMINED } from '../domain/verdict.js';
import { type Block, paragraph } from './blocks.js';
import { capital, deviceWords } from './fact-words.js';
import { MESSAGE_EXTENSION_WORDING } from './message-extension-wording.js';
import { missingWords } from './missing-words.js';
import { answerBlocks } from './reply-blocks.js';
import { sourceLine } from './text.js';
import { verdictBlocks } from './verdict-blocks.js';

/** Something found, as it is read. */
export interface FoundWords {
  readonly title: string;
  /** What it is: a question or a product. */
  readonly kind: string;
  readonly paragraphs: readonly string[];
  /** What it rests on; empty: it claims nothing about the subject. */
  readonly source: string;
}

const { search: SAYS } = MESSAGE_EXTENSION_WORDING;

export function foundWords(hit: SearchHit): FoundWords {
  const blocks = hit.kind === 'question' ? answerBlocks(hit.answer) : productBlocks(hit);
  return {
    title: hit.kind === 'question' ? hit.answer.title : hit.name,
    kind: SAYS[hit.kind],
    paragraphs: blocks.map((block) => block.sentences.map((s) => s.text).join(' ')),
    source: sourceLine(blocks),
  };
}

/** A product whose name decides, as a verdict; of any other where it stands, and what it depends on. */
function productBlocks({ facts, verdict }: Extract<SearchHit, { kind: 'product' }>): readonly Block[] {
  if (verdict.outcome !== UNDETERMINED) return verdictBlocks(facts, verdict);
  // The last row that only looks at the kind of product says where it stands.
  const step = verdict.trace.findLast(
    ({ says, looked }) => says !== null && looked.every((l) => l.feature === 'class'),
  );
  const stands: readonly CitedSentence[] =
    step?.says == null
      ? []
      : [{ text: capital(step.says.replace('{device}', () => deviceWords(facts))), citations: step.citations }];
  return [paragraph(...stands, SAYS.depends(missingWords(verdict)))];
}
