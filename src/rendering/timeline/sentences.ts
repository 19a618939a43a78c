import type { FactName, Facts } from '../../domain/facts.js';
import { boundsOfDate, exactDay, type PartialDate } from '../../domain/partial-date.js';
import type { Stretch, Timeline } from '../../domain/timeline.js';
import { dateWords, onDate } from '../date-words.js';
import { capital, deviceWords, listWords } from '../fact-words.js';
import { TIMELINE_WORDING as WORDS } from './wording.js';

/** What the picture is of: 'Cover of the device over time'. */
export const timelineTitle = (facts: Facts): string => WORDS.title(deviceWords(facts));

/**
 * Everything that the picture shows, as plain sentences in the order of days: what is known, how it stands when, and how it
 * stands on the day asked about. They stand alone where no picture can be shown.
 */
export function timelineSentences(timeline: Timeline): readonly string[] {
  return [
    commissionedSentence(timeline),
    ...yearSentences(timeline),
    ...contractSentences(timeline),
    ...timeline.stretches.filter((s) => s.covered !== 'not-yet').map((s) => stretchSentence(s, timeline)),
    WORDS.asOfSentence[timeline.covered](dateWords(asDate(timeline.asOf))),
  ];
}

const isContractDate = (fact: FactName) => fact === 'contractStart' || fact === 'contractEnd';
const asDate = (day: string) => day as PartialDate;
const words = (day: string) => dateWords(asDate(day));

function commissionedSentence({ commissioned, asOf }: Timeline): string {
  if (commissioned === null) return WORDS.commissioningUnknown;
  const ahead = boundsOfDate(commissioned).from > asOf;
  const exact = exactDay(commissioned) !== null;
  const say = ahead
    ? exact
      ? WORDS.toBeCommissionedSentence
      : WORDS.toBeCommissionedInSentence
    : exact
      ? WORDS.commissionedSentence
      : WORDS.commissionedInSentence;
  return say(onDate(commissioned));
}

/** Where the day of commissioning is known, the stretch that it covers says when the year ends. */
function yearSentences({ year }: Timeline): readonly string[] {
  if (year === null || exactDay(year.last) !== null) return [];
  return [WORDS.yearEnds(dateWords(year.last))];
}

function contractSentences({ contract, contradictory, asOf }: Timeline): readonly string[] {
  if (contract === null) return contradictory ? [WORDS.contradictory] : [];
  const name = capital(contract.name ?? WORDS.aContract);
  const { start, end } = contract;
  const tense = (date: PartialDate) => (boundsOfDate(date).to < asOf ? 'past' : 'to-come');
  if (start === 'in-effect')
    return [`${WORDS.inEffectSentence(name)}${end === null ? WORDS.inEffectNoEnd : WORDS.inEffectEnds(onDate(end))}`];
  if (start !== null)
    return [
      `${WORDS.starts(name, tense(start), onDate(start))}${end === null ? WORDS.noEnd : WORDS.andEnds(tense(end), onDate(end))}`,
    ];
  return end === null ? [] : [WORDS.endsOnly(name, tense(end), onDate(end))];
}

function stretchSentence(stretch: Stretch, timeline: Timeline): string {
  const days = daysOf(stretch, timeline);
  switch (stretch.covered) {
    case 'yes':
      return WORDS.coveredBy(days, WORDS.source(stretch.by, timeline.contract?.name ?? ''));
    case 'no':
      if (isGap(stretch, timeline)) return WORDS.inTheGap(days);
      return stretch.from === stretch.to ? WORDS.noPlanKnownOnDay(days) : WORDS.noPlanKnown(days);
    case 'at-visit':
      return WORDS.atVisit(days);
    default: {
      // Without a plan there is no contract whose dates one could know.
      const { missing } = stretch;
      const asked = missing.includes('plan') ? missing.filter((fact) => !isContractDate(fact)) : missing;
      const facts = listWords(
        asked.map((fact) => WORDS.dependsOn[fact]),
        'and',
      );
      return facts === '' ? WORDS.unknown(days) : WORDS.unknownUntil(days, facts);
    }
  }
}

/** Whether a stretch without cover lies within the verdict's gap. */
function isGap({ from, to }: Stretch, { gap }: Timeline): boolean {
  if (gap === null) return false;
  return boundsOfDate(gap.from).from <= from && to <= boundsOfDate(gap.to).to;
}

/** When a stretch is; at the ends of the scale it goes on beyond what is drawn. */
function daysOf({ from, to }: Stretch, { scale }: Timeline): string {
  if (from === scale.from && to === scale.to) return WORDS.throughout;
  if (to === scale.to) return WORDS.fromOn(words(from));
  if (from === scale.from) return WORDS.upTo(words(to));
  return from === to ? WORDS.onDay(words(from)) : WORDS.during(words(from), words(to));
}
