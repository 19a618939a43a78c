import fc from 'fast-check';
import { type Day, day, plusDays } from '../../../src/domain/day.js';
import type { Nmc } from '../../../src/domain/facts.js';

/** A day as exactly as somebody knows it. */
export interface KnownDate {
  readonly day: Day;
  readonly precision: 'day' | 'month' | 'year';
}

/** Whether and when a device was commissioned; null: he does not know. */
export type Commissioning = KnownDate | 'not-yet' | null;

export type PlanName = 'Advantage Plus' | 'Advantage Prime' | 'Advantage Ultra' | 'EcoCare' | 'EcoCare Advanced+';

/** The contract of a device; null: he does not know whether there is one. */
export type Contract =
  | { readonly kind: 'none' | 'other' | 'visit' | 'dce' | 'ite' }
  | { readonly kind: 'running'; readonly plan: PlanName; readonly since: Day | null; readonly until: Day | null }
  | { readonly kind: 'bought'; readonly plan: PlanName; readonly start: Day | null }
  | { readonly kind: 'over'; readonly plan: PlanName; readonly ended: Day | null }
  | null;

/** A device as it is, as far as its owner knows: all that he says of it in the end. */
export interface OwnDevice {
  /** The catalogue's name; null: he does not know what it is. */
  readonly product: string | null;
  /** A range that he names first, which several products belong to. */
  readonly range: string | null;
  readonly card: Nmc | null;
  readonly commissioned: Commissioning;
  readonly contract: Contract;
}

/** Somebody with devices, and what he takes each for at first where he is wrong. */
export interface Person {
  readonly today: Day;
  readonly devices: readonly { readonly true: OwnDevice; readonly mistaken: OwnDevice }[];
}

type Name = readonly [product: string, range: string | null];

/** Products that may be covered, with the range that some are called by. */
const LISTED: readonly Name[] = [
  ['Galaxy VS', null],
  ['Galaxy VX', null],
  ['Galaxy VL', 'Galaxy'],
  ['Galaxy PX', null],
  ['Galaxy RPP', null],
  ['Galaxy 3L', null],
  ['Modular PDU', null],
  ['Symmetra PX2', 'Symmetra'],
  ['Symmetra PX250/500', 'Symmetra'],
  ['Easy UPS 3M', 'Easy UPS'],
  ['Easy UPS 3S Pro', 'Easy UPS'],
];
/** Products that the document leaves out, or says nothing of. */
const OTHERS: readonly Name[] = [
  ['Galaxy 5500', null],
  ['Symmetra MW', null],
  ['Cooling unit', null],
  ['Rack ATS', null],
  ['Smart-UPS', null],
  ['Back-UPS', null],
];
/** Names that several products go by. */
export const RANGES = LISTED.flatMap(([, range]) => range ?? []);

const names = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...LISTED) },
  { weight: 1, arbitrary: fc.constantFrom(...OTHERS) },
);

const PLANS: readonly PlanName[] = [
  'Advantage Plus',
  'Advantage Prime',
  'Advantage Ultra',
  'EcoCare',
  'EcoCare Advanced+',
];

const unsure = <T>(known: fc.Arbitrary<T>) => fc.option(known, { nil: null, freq: 7 });
const days = (today: Day, min: number, max: number) => fc.integer({ min, max }).map((n) => plusDays(today, n));

const commissioning = (today: Day): fc.Arbitrary<Commissioning> =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        day: fc.oneof(days(today, -1500, 0), days(today, -380, -350)),
        precision: fc.constantFrom<KnownDate['precision']>('day', 'day', 'day', 'month', 'year'),
      }),
    },
    { weight: 1, arbitrary: days(today, 1, 500).map((d): KnownDate => ({ day: d, precision: 'day' })) },
    { weight: 1, arbitrary: fc.constant('not-yet' as const) },
  );

const contract = (today: Day): fc.Arbitrary<Contract> => {
  const plan = fc.constantFrom(...PLANS);
  const bare = (kind: 'none' | 'other' | 'visit' | 'dce' | 'ite') => fc.constant<Contract>({ kind });
  return fc.oneof(
    { weight: 4, arbitrary: bare('none') },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('running' as const),
        plan,
        since: fc.option(days(today, -800, 0), { nil: null }),
        until: fc.option(days(today, 0, 800), { nil: null }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('bought' as const),
        plan,
        start: fc.option(days(today, 1, 600), { nil: null }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('over' as const),
        plan,
        ended: fc.option(days(today, -600, -1), { nil: null }),
      }),
    },
    ...(['other', 'visit', 'dce', 'ite'] as const).map((kind) => ({ weight: 1, arbitrary: bare(kind) })),
  );
};

const ownDevice = (today: Day): fc.Arbitrary<OwnDevice> =>
  fc
    .record({
      name: fc.option(names, { nil: null, freq: 15 }),
      card: unsure(fc.constantFrom<Nmc>('NMC3', 'NMC3', 'NMC3', 'NMC4', 'NMC4', 'NMC4', 'NMC2', 'NMC1', 'none')),
      commissioned: unsure(commissioning(today)),
      contract: unsure(contract(today)),
    })
    .map(({ name, ...rest }) => ({ product: name?.[0] ?? null, range: name?.[1] ?? null, ...rest }));

/** People with one to three devices, on several days. */
export const people: fc.Arbitrary<Person> = fc
  .constantFrom(day('2026-11-22'), day('2027-02-28'), day('2028-02-29'), day('2026-12-31'))
  .chain((today) =>
    fc.record({
      today: fc.constant(today),
      devices: fc.array(fc.record({ true: ownDevice(today), mistaken: ownDevice(today) }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  );
