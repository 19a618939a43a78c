import type { Day } from '../../../src/domain/day.js';
import type { FactName, Facts } from '../../../src/domain/facts.js';
import type { OwnDevice } from './person.js';
import { cardSayings, commissioningSayings, contractSayings, dateValue, type Saying, spellings } from './sayings.js';

/** What is asked or said in between and tells nothing of a device. */
export const INTERRUPTIONS: readonly string[] = [
  'who installs the firmware?',
  'how do I renew the Secure NMC System?',
  'is a subscription needed?',
  'where can I read more about it?',
  'do I have to activate anything?',
  'are firmware updates for NMC2 still published?',
  'can we get the firmware through Data Center Expert?',
  'what happens without a service plan?',
  'what does Advantage Prime cost?',
  'how do I reset the admin password?',
  'how long is the delivery time?',
  'hello there',
  'thanks a lot',
  'I want to speak to a person',
  'xyzzy',
  'blue',
  '👍',
  '   ',
];

export const WHY: readonly string[] = ['why do you ask?', 'what do you need that for?', 'why?'];

export const FORGETTING: readonly string[] = [
  'forget the contract',
  'forget about the contract',
  'please forget what I said about the contract',
];

export const OPENERS = (name: string): readonly string[] => [
  `is our ${name} covered?`,
  `please check my ${name}.`,
  `Is my ${name} entitled?`,
  `we have a ${name}, are we covered?`,
];

export const NAMING: readonly string[] = ['now another device.', 'a different device now:'];

/**
 * Turning to a device that has not been spoken of; `same`: one of that name has; `plainly`: it must be said to be another, since a
 * name alone would answer the question for the one before, or repeat a question of another kind for that name.
 */
export const LEADS = (name: string, same: boolean, plainly: boolean): readonly string[] =>
  same
    ? [`another ${name}:`, `now another ${name}.`]
    : plainly
      ? [`different device now: ${name}.`, `another one: ${name}.`]
      : [
          `different device now: ${name}.`,
          `next one: ${name}.`,
          `and our ${name}?`,
          `what about the ${name}?`,
          `another one: ${name}.`,
        ];

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
export const RETURNS = {
  byName: (name: string): readonly string[] => [
    `back to the ${name}`,
    `no, the other one, the ${name}`,
    `the ${name} again`,
    `now the ${name} again please`,
  ],
  byOrder: (at: number): readonly string[] => {
    const ordinal = ORDINALS[at];
    return ordinal ? [`the ${ordinal} one`, `back to the ${ordinal} one`, `the ${ordinal} device again`] : [];
  },
};

/** The facts that are right again once one of them is corrected. */
export const CORRECTED: Readonly<Record<'nmc' | 'commissioned' | 'plan' | 'family', readonly FactName[]>> = {
  family: ['family'],
  nmc: ['nmc'],
  commissioned: ['commissioned'],
  plan: ['plan', 'contractStart', 'contractEnd'],
};

const BEFORE = ['sorry, ', 'no, ', 'correction: ', 'actually '];
const led = (sayings: readonly Saying[]): readonly Saying[] =>
  sayings.flatMap(({ says, facts }) => BEFORE.map((before) => ({ says: `${before}${says}`, facts })));

/** Ways to put a fact right. */
export function corrections(
  fact: keyof typeof CORRECTED,
  known: Facts,
  device: OwnDevice,
  today: Day,
  /** Whether 'no, it was …' can only be the commissioning. */
  short: boolean,
): readonly Saying[] {
  if (fact === 'family' && device.product !== null) {
    const { product } = device;
    const ways = [
      `sorry, it is a ${product}, not a ${known.family}`,
      `I meant the ${product}`,
      `typo: it is a ${product}`,
    ];
    return ways.map((says): Saying => ({ says, facts: { family: product } }));
  }
  if (fact === 'nmc' && device.card !== null) {
    const { card } = device;
    const wrong = known.nmc?.match(/\d/)?.[0];
    const denied =
      wrong && card !== 'none'
        ? [`${card}, not ${wrong}`, `no, ${card}, not ${known.nmc}`, `it is an ${card}, not an ${known.nmc}`]
        : [];
    return [...denied.map((says): Saying => ({ says, facts: { nmc: card } })), ...led(cardSayings(card))];
  }
  if (fact === 'commissioned' && device.commissioned !== null) {
    const { commissioned } = device;
    const brief =
      !short || commissioned === 'not-yet' || commissioned.day > today
        ? []
        : spellings(commissioned).map(
            (d): Saying => ({ says: `no, it was ${d}`, facts: { commissioned: dateValue(commissioned) } as Facts }),
          );
    return [...brief, ...led(commissioningSayings(commissioned, today))];
  }
  return device.contract === null ? [] : led(contractSayings(device.contract));
}
