import type { CitedSentence } from '../domain/citation.js';
import type { Facts } from '../domain/facts.js';
import { boundsOfDate, type PartialDate } from '../domain/partial-date.js';
import type { CardVerdict } from '../domain/reply.js';
import type { Verdict } from '../domain/verdict.js';
import { type Block, item, paragraph, plain } from './blocks.js';
import { dateWords } from './date-words.js';
import { capital, deviceWords, factsWords, listWords } from './fact-words.js';
import { WORDING } from './wording.js';

/** The sentence with its placeholders filled; a fact that is not known leaves no gap behind. */
function filled(sentence: CitedSentence, facts: Facts, verdict: Verdict): CitedSentence {
  const { family: _family, ...others } = facts;
  const details = factsWords(others, verdict.planName, verdict.asOf);
  const device = details === '' ? deviceWords(facts) : `${deviceWords(facts)} (${details})`;
  const text = sentence.text
    .replace('{device}', () => device)
    .replace('{until}', verdict.coveredUntil === null ? '' : WORDING.until(dateWords(verdict.coveredUntil)))
    .replace('{plan}', () => verdict.planName ?? 'its plan');
  return { ...sentence, text: capital(text) };
}

/** A decided verdict: what it is, why, what is assumed, what one can do. */
export function verdictBlocks(facts: Facts, verdict: Verdict): readonly Block[] {
  if (verdict.says === null) return undeterminedBlocks(facts, verdict);
  const blocks: Block[] = [paragraph(filled(verdict.says, facts, verdict), ...verdict.reasons, ...verdict.notes)];
  const extra = [...verdict.contradictions.map((c) => plain(c.text)), ...gapSentences(verdict)];
  if (extra.length > 0) blocks.push(paragraph(...extra));
  blocks.push(...verdict.actions.map(item));
  if (verdict.assumptions.length > 0) blocks.push(paragraph(plain(WORDING.assumption), ...verdict.assumptions));
  return blocks;
}

/** The date of the knowledge that a verdict rests on, where it is known and something is decided. */
export function knowledgeDate({ says, knowledgeDate: day }: Verdict): readonly CitedSentence[] {
  return says !== null && day ? [plain(WORDING.checked(dateWords(day as string as PartialDate)))] : [];
}

/** The days without cover between the included year and a contract, where there are any. */
export function gapSentences(verdict: Verdict): readonly CitedSentence[] {
  const { gap } = verdict;
  if (gap === null) return [];
  const oneDay = gap.from === gap.to && gap.from.length === 10;
  const isPast = boundsOfDate(gap.to).to < verdict.asOf;
  const [ofDay, ofDays] = isPast ? [WORDING.gapOneDayPast, WORDING.gapPast] : [WORDING.gapOneDay, WORDING.gap];
  return [plain(oneDay ? ofDay(dateWords(gap.from)) : ofDays(dateWords(gap.from), dateWords(gap.to)))];
}

/** A verdict that still needs facts: what is known, and what follows already. */
export function undeterminedBlocks(facts: Facts, verdict: Verdict): readonly Block[] {
  const known = factsWords(facts, verdict.planName, verdict.asOf);
  const already =
    verdict.covered === 'no' ? WORDING.notCoveredAnyway : verdict.covered === 'yes' ? WORDING.coveredAnyway : '';
  return [
    paragraph(
      known === '' ? '' : WORDING.noted(known),
      already,
      ...verdict.contradictions.map((c) => plain(c.text)),
      ...verdict.notes,
    ),
  ].filter((b) => b.sentences.length > 0);
}

/** What is known, and that it does not fit together: the verdict hangs on which of it is right. */
export function contradictionBlocks(facts: Facts, verdict: Verdict): readonly Block[] {
  const known = factsWords(facts, verdict.planName, verdict.asOf);
  const meanwhile = { text: WORDING.doesNotCount, citations: verdict.says?.citations ?? [] };
  return [paragraph(WORDING.noted(known), ...verdict.contradictions.map((c) => plain(c.text)), meanwhile)];
}

/** Undetermined, and nothing left that the asker could tell: what is missing and where to find it. */
export function stuckBlocks(facts: Facts, verdict: Verdict): readonly Block[] {
  const missing = listWords(
    verdict.missing.map((f) => WORDING.factNames[f]),
    'and',
  );
  return [
    ...undeterminedBlocks(facts, verdict),
    paragraph(WORDING.yetOpen(deviceWords(facts)), WORDING.missing(missing)),
    ...verdict.missing.map((f) => item(WORDING.howToFind[f])),
  ];
}

/** What would hold with each card; cards with the same result are named together. */
export function eachCardBlocks(verdicts: readonly CardVerdict[]): readonly Block[] {
  const cards = new Map<string, string[]>();
  for (const { nmc, verdict } of verdicts) {
    const { covered, coveredUntil } = verdict;
    const until = covered === 'yes' && coveredUntil !== null ? WORDING.until(dateWords(coveredUntil)) : '';
    const result = `${WORDING.outcomes[covered]}${until}.`;
    cards.set(result, [...(cards.get(result) ?? []), nmc]);
  }
  const items = [...cards].map(([result, names]) => item(WORDING.identify.each(listWords(names, 'or'), result)));
  return items.length > 0 ? [paragraph(WORDING.identify.withEach), ...items] : [];
}

/** The verdict in one sentence: of one of several devices, or as the head of its explanation. */
export function verdictSentence(facts: Facts, verdict: Verdict): CitedSentence {
  if (verdict.says !== null) return filled(verdict.says, facts, verdict);
  const missing = listWords(
    verdict.missing.map((f) => WORDING.factNames[f]),
    'and',
  );
  return plain(capital(`${deviceWords(facts)}: open until ${missing} is known.`));
}
