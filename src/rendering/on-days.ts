import type { CitedSentence } from '../domain/citation.js';
import type { Facts } from '../domain/facts.js';
import type { PartialDate } from '../domain/partial-date.js';
import type { Reply } from '../domain/reply.js';
import type { Verdict } from '../domain/verdict.js';
import { type Block, item, paragraph, plain } from './blocks.js';
import { dateWords, onDate } from './date-words.js';
import { explanationBlocks } from './explain-verdict.js';
import { verdictSentence } from './verdict-blocks.js';
import { WORDING } from './wording.js';

type OnDays = NonNullable<Extract<Reply, { kind: 'entitlement' }>['onDays']>;

/** A verdict that was asked for other days than today: what holds then, and within a span from which day on. `why`: explained. */
export function onDaysBlocks(facts: Facts, { date, ahead, verdicts }: OnDays, why: boolean): readonly Block[] {
  const [first, ...later] = verdicts;
  if (first === undefined) return [];
  const when = date.length === 10 ? WORDING.asOf(dateWords(date)) : capital(onDate(date));
  const head = (ahead ? WORDING.onDayAhead : WORDING.onDay)(when);
  if (later.length === 0) {
    if (why) return [paragraph(head), ...explanationBlocks(facts, first)];
    const beside = [...first.contradictions.map((c) => plain(c.text)), ...first.notes];
    return [
      paragraph(head, sentenceOf(facts, first), ...beside),
      ...(first.assumptions.length > 0 ? [paragraph(WORDING.assumption, ...first.assumptions)] : []),
    ];
  }
  const each = verdicts.flatMap((verdict) => {
    const from = WORDING.fromDay(dateWords(verdict.asOf as string as PartialDate));
    const said = sentenceOf(facts, verdict);
    const line = item({ ...said, text: `${from} ${said.text}` });
    return why ? [line, ...explanationBlocks(facts, verdict).slice(1)] : [line];
  });
  return [paragraph(head), ...each];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Of another day nothing is said to be so now. */
function sentenceOf(facts: Facts, verdict: Verdict): CitedSentence {
  const said = verdictSentence(facts, verdict);
  return { ...said, text: said.text.replace(/\bcovered now\b/, 'covered') };
}
