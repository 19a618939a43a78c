import type { Day } from '../../../src/domain/day.js';
import type { Facts } from '../../../src/domain/facts.js';
import type { Commissioning, Contract, KnownDate, OwnDevice } from './person.js';

/** Words, and the facts that anybody would take from them. */
export interface Saying {
  readonly says: string;
  readonly facts: Facts;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A date in the spellings that people use. */
export function spellings({ day, precision }: KnownDate): readonly string[] {
  const [year = '', month = '', date = ''] = day.split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  const d = Number(date);
  if (precision === 'year') return [year];
  if (precision === 'month') return [`${name} ${year}`, `${name.slice(0, 3)} ${year}`, `${month}/${year}`];
  return [
    `${d} ${name} ${year}`,
    `${name} ${d}, ${year}`,
    `${year}-${month}-${date}`,
    `${date}.${month}.${year}`,
    `${d}-${name.slice(0, 3)}-${year}`,
    // With the month behind the day only where nobody can read it the other way round.
    ...(d > 12 ? [`${date}/${month}/${year}`] : []),
  ];
}

/** A date as facts hold it. */
export const dateValue = ({ day, precision }: KnownDate): string =>
  day.slice(0, { day: 10, month: 7, year: 4 }[precision]);

const exactly = (day: Day): KnownDate => ({ day, precision: 'day' });
const facts = (known: Readonly<Record<string, string>>): Facts => known as Facts;
const saying = (says: string, known: Readonly<Record<string, string>>): Saying => ({ says, facts: facts(known) });

export function cardSayings(card: NonNullable<OwnDevice['card']>): readonly Saying[] {
  const [number] = card.match(/\d/) ?? [];
  const ways = number
    ? [card, `it has an ${card}`, `there is an NMC ${number} in it`, `the card is an ${card}`, `nmc${number} card`]
    : ['there is no network management card in it', 'no network card fitted', 'without a network management card'];
  return ways.map((says) => saying(says, { nmc: card }));
}

export function commissioningSayings(known: NonNullable<Commissioning>, today: Day): readonly Saying[] {
  if (known === 'not-yet')
    return ['not commissioned yet', 'it has not been commissioned yet', 'not yet commissioned'].map((says) =>
      saying(says, { commissioned: 'not-yet' }),
    );
  const ahead = known.day > today;
  const on = known.precision === 'day' ? 'on' : 'in';
  return spellings(known).flatMap((date) =>
    (ahead
      ? [`it will be commissioned ${on} ${date}`, `commissioning is planned for ${date}`]
      : [`commissioned ${on} ${date}`, `it was commissioned ${on} ${date}`, `it went live ${on} ${date}`]
    ).map((says) => saying(says, { commissioned: dateValue(known) })),
  );
}

const PLAN_IDS: Readonly<Record<string, string>> = {
  'Advantage Plus': 'advantage-plus',
  'Advantage Prime': 'advantage-prime',
  'Advantage Ultra': 'advantage-ultra',
  EcoCare: 'ecocare',
  'EcoCare Advanced+': 'ecocare-advanced-plus',
};

export function contractSayings(contract: NonNullable<Contract>): readonly Saying[] {
  switch (contract.kind) {
    case 'none':
      return ['we have no service contract', 'no contract', 'without any service plan'].map((says) =>
        saying(says, { plan: 'none' }),
      );
    case 'other':
      return ['we have a maintenance contract', 'there is a service contract'].map((says) =>
        saying(says, { plan: 'other' }),
      );
    case 'visit':
      return ['we have ordered a stand-alone maintenance visit', 'a one-off maintenance visit is ordered'].map((says) =>
        saying(says, { plan: 'stand-alone-visit' }),
      );
    case 'dce':
      return ['we have Data Center Expert', 'we only have DCE'].map((says) => saying(says, { plan: 'dce' }));
    case 'ite':
      return ['we have IT Expert', 'we are on EcoStruxure IT Expert'].map((says) => saying(says, { plan: 'ite' }));
    case 'over':
      return over(contract.plan, contract.ended);
    case 'bought':
      return bought(contract.plan, contract.start);
    case 'running':
      return running(contract.plan, contract.since, contract.until);
  }
}

const dates = (day: Day | null): readonly string[] => (day === null ? [] : spellings(exactly(day)));

const over = (plan: string, ended: Day | null): readonly Saying[] =>
  [
    `our ${plan} has expired`,
    `${plan} is over`,
    ...dates(ended).flatMap((d) => [`${plan} ended on ${d}`, `we had ${plan} until ${d}`]),
  ].map((says) => saying(says, { plan: 'none' }));

function bought(plan: string, start: Day | null): readonly Saying[] {
  const id = PLAN_IDS[plan] ?? '';
  return [
    ...[`we bought ${plan}`, `we have signed ${plan}`].map((says) => saying(says, { plan: id })),
    ...dates(start).flatMap((d) =>
      [`we bought ${plan}, starting on ${d}`, `${plan} starts on ${d}`].map((says) =>
        saying(says, { plan: id, contractStart: start ?? '' }),
      ),
    ),
  ];
}

function running(plan: string, since: Day | null, until: Day | null): readonly Saying[] {
  const id = PLAN_IDS[plan] ?? '';
  const runs = { plan: id, contractStart: 'in-effect' };
  return [
    ...[`we have ${plan}`, `${plan} is in effect`, `it is under ${plan}`].map((says) => saying(says, runs)),
    ...dates(since).map((d) => saying(`${plan} since ${d}`, { plan: id, contractStart: since ?? '' })),
    ...dates(until).map((d) => saying(`we have ${plan} until ${d}`, { ...runs, contractEnd: until ?? '' })),
    ...(since && until
      ? dates(since).map((d, i) =>
          saying(`${plan} from ${d} until ${dates(until)[i] ?? until}`, {
            plan: id,
            contractStart: since,
            contractEnd: until,
          }),
        )
      : []),
  ];
}

/** What is known of a device, each fact in the ways in which it can be told. */
export function sayingsOf(device: OwnDevice, today: Day): readonly (readonly Saying[])[] {
  return [
    device.card === null ? [] : cardSayings(device.card),
    device.commissioned === null ? [] : commissioningSayings(device.commissioned, today),
    device.contract === null ? [] : contractSayings(device.contract),
  ].filter((ways) => ways.length > 0);
}
