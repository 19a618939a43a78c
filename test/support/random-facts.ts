import fc from 'fast-check';
import { day, plusDays } from '../../src/domain/day.js';

/** A day up to a year and a half before or after this one. */
const DAY = day('2026-11-22');
const someDay = fc.integer({ min: -550, max: 550 }).map((n): string => plusDays(DAY, n));
const someDays = fc.oneof(
  { weight: 3, arbitrary: someDay },
  { weight: 1, arbitrary: someDay.map((d) => d.slice(0, 7)) },
  { weight: 1, arbitrary: someDay.map((d) => d.slice(0, 4)) },
  { weight: 1, arbitrary: fc.tuple(someDay, someDay).map(([a, b]) => (a === b ? a : `${a}|${b}`)) },
  { weight: 1, arbitrary: fc.tuple(someDay, someDay).map(([a, b]) => (a <= b ? `${a}/${b}` : `${b}/${a}`)) },
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 4 });

const factsWith = (date: fc.Arbitrary<string>) =>
  fc.record({
    family: fc.constant('Galaxy VS'),
    nmc: fc.constantFrom('NMC3', 'NMC3', 'NMC4', undefined),
    commissioned: maybe(date),
    plan: fc.constantFrom(
      undefined,
      'none',
      'advantage-prime',
      'ecocare',
      'advantage-plus',
      'stand-alone-visit',
      'dce',
      'other',
    ),
    contractStart: maybe(fc.oneof(date, fc.constant('in-effect'))),
    contractEnd: maybe(date),
  });

/** Facts of a device that may be covered, with dates known to the day or not at all. */
export const exactFacts = factsWith(someDay);
/** The same with dates of every form. */
export const anyFacts = factsWith(someDays);
/** A day to look from. */
export const anyAsOf = someDay;
