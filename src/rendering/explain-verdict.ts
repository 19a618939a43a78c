import type { CitedSentence } from '../domain/citation.js';
import type { Facts } from '../domain/facts.js';
import type { PartialDate } from '../domain/partial-date.js';
import type { Verdict } from '../domain/verdict.js';
import { type Block, item, paragraph, plain } from './blocks.js';
import { changeSentences } from './change-words.js';
import { dateWords } from './date-words.js';
import { traceSentences } from './trace-words.js';
import { gapSentences, knowledgeDate, verdictSentence } from './verdict-blocks.js';
import { WORDING } from './wording.js';

/**
 * A verdict explained: what it is, how it follows from the facts row by row, what would change it and in whose power that is, what is
 * taken for granted, and for which day and by which version of the rules it was decided. `facts`: those it was decided on.
 */
export function explanationBlocks(facts: Facts, verdict: Verdict): readonly Block[] {
  const how = traceSentences(facts, verdict);
  const changes = changeSentences(verdict);
  const beside = [...verdict.contradictions.map((c) => plain(c.text)), ...gapSentences(verdict), ...verdict.notes];
  return [
    paragraph(verdictSentence(facts, verdict)),
    ...(how.length > 0 ? [paragraph(WORDING.explain.how), ...how.map(item)] : []),
    ...(beside.length > 0 ? [paragraph(...beside)] : []),
    ...(changes.length > 0 ? [paragraph(WORDING.explain.changes), ...changes.map(item)] : []),
    ...(verdict.assumptions.length > 0 ? [paragraph(WORDING.assumption, ...verdict.assumptions)] : []),
    paragraph(
      ...knowledgeDate(verdict),
      WORDING.explain.basis(dateWords(verdict.asOf as string as PartialDate), verdict.knowledgeVersion),
    ),
  ];
}

/** What the asker can do, what time does, and what is nobody's to change; then what the rules advise. */
export function whatToDoBlocks(verdict: Verdict): readonly Block[] {
  const changes = changeSentences(verdict);
  return [
    ...(changes.length > 0 ? [paragraph(WORDING.explain.changes), ...changes.map(item)] : []),
    ...verdict.actions.map((action) => paragraph(action)),
  ];
}

/** The explanation as plain sentences in their order, each with what it rests on. */
export const explainVerdict = (facts: Facts, verdict: Verdict): readonly CitedSentence[] =>
  explanationBlocks(facts, verdict).flatMap((block) => block.sentences);
