import type { FactName } from '../../domain/facts.js';
import type { CoverSource } from '../../domain/timeline.js';
import type { Covered } from '../../domain/verdict.js';

/** The words of the timeline picture and of the sentences that say the same. */
export const TIMELINE_WORDING = {
  title: (device: string) => `Cover of ${device} over time`,
  /** Inside the bar and in the legend. */
  covered: {
    yes: 'Covered',
    no: 'Not covered',
    'at-visit': 'At the visit only',
    'not-yet': 'Before commissioning',
    unknown: 'Not known',
  } satisfies Record<Covered, string>,
  asOf: (day: string) => `As of ${day}:`,
  standing: {
    yes: 'covered',
    no: 'not covered',
    'at-visit': 'covered at the visit only',
    'not-yet': 'not commissioned yet',
    unknown: 'not known',
  } satisfies Record<Covered, string>,
  asOfSentence: {
    yes: (day: string) => `As of ${day} it is covered.`,
    no: (day: string) => `As of ${day} it is not covered.`,
    'at-visit': (day: string) => `As of ${day} only the visit that is ordered brings the update.`,
    'not-yet': (day: string) => `As of ${day} it is not commissioned yet.`,
    unknown: (day: string) => `As of ${day} it is not known whether it is covered.`,
  } satisfies Record<Covered, (day: string) => string>,

  commissioned: 'Commissioned',
  toBeCommissioned: 'To be commissioned',
  dayNotKnown: (date: string) => `${date}, day not known`,
  includedYear: 'Included year',
  fromCommissioning: 'from commissioning',
  ends: (date: string) => `ends ${date}`,
  gap: 'Gap',
  contract: 'Contract',
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  firstLast: (from: string, to: string) => `first day ${from}, last day ${to}`,
  startsEnds: (from: string, to: string) => `starts ${from}, ends ${to}`,
  startsRunsOn: (from: string) => `starts ${from}, runs on`,
  runsOn: (from: string) => `from ${from}, runs on`,
  inEffect: 'in effect',
  startNotKnown: 'start not known, runs on',
  until: (end: string) => `until ${end}, start not known`,

  commissionedSentence: (onDate: string) => `Commissioned ${onDate}.`,
  toBeCommissionedSentence: (onDate: string) => `To be commissioned ${onDate}.`,
  commissionedInSentence: (onDate: string) => `Commissioned ${onDate}; the exact day is not known.`,
  toBeCommissionedInSentence: (onDate: string) => `To be commissioned ${onDate}; the exact day is not known.`,
  commissioningUnknown: 'When it was commissioned is not known.',
  yearEnds: (onDate: string) => `The last day of the included year is ${onDate}.`,
  aContract: 'A contract',
  contradictory: 'The dates of the contract do not fit together, so it is left out here.',
  starts: (name: string, when: 'past' | 'to-come', onDate: string) =>
    `${name} ${when === 'past' ? 'started' : 'starts'} ${onDate}`,
  andEnds: (when: 'past' | 'to-come', onDate: string) => ` and ${when === 'past' ? 'ended' : 'ends'} ${onDate}.`,
  noEnd: '; no end is known, so it is taken to run on.',
  inEffectSentence: (name: string) => `${name} is in effect; since when is not known`,
  inEffectEnds: (onDate: string) => `. It ends ${onDate}.`,
  inEffectNoEnd: ', and no end is known, so it is taken to run on.',
  endsOnly: (name: string, when: 'past' | 'to-come', onDate: string) =>
    `${name} ${when === 'past' ? 'ended' : 'ends'} ${onDate}; its start is not known.`,

  onDay: (day: string) => `on ${day}`,
  fromOn: (day: string) => `from ${day} on`,
  upTo: (day: string) => `up to ${day}`,
  during: (from: string, to: string) => `from ${from} to ${to}`,
  throughout: 'throughout',
  coveredBy: (days: string, source: string) => `Covered ${days} by ${source}.`,
  source: (by: CoverSource | null, contract: string) =>
    by === 'included-year'
      ? 'the included year'
      : by === 'contract'
        ? contract
        : `the included year or ${contract === '' ? 'a contract' : contract}`,
  inTheGap: (days: string) => `Not covered ${days}: this is the gap before the contract.`,
  noPlanKnown: (days: string) => `Not covered ${days}, as no plan that brings the firmware is known for these days.`,
  noPlanKnownOnDay: (days: string) => `Not covered ${days}, as no plan that brings the firmware is known for that day.`,
  atVisit: (days: string) => `Covered ${days} at the visit only; its day is not known.`,
  /** What an open stretch depends on. */
  dependsOn: {
    family: 'the product',
    nmc: 'the network management card',
    commissioned: 'the exact day of commissioning',
    plan: 'the service plan',
    contractStart: 'the start of the contract',
    contractEnd: 'the end of the contract',
  } satisfies Record<FactName, string>,
  unknownUntil: (days: string, facts: string) => `Not known ${days}: that depends on ${facts}.`,
  unknown: (days: string) => `Not known ${days}.`,
} as const;
