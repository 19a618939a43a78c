import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { day } from '../../../src/domain/day.js';
import type { DateContext } from '../../../src/understanding/dates/date-mention.js';
import { dayOrderShown, findDates } from '../../../src/understanding/dates/find-dates.js';

const FILE = join(__dirname, '../../cases/dates.yaml');
const SUNDAY = '2026-11-22';

const dateCase = z.strictObject({
  said: z.string(),
  expect: z.union([z.string(), z.null(), z.array(z.union([z.string(), z.null()]))]),
  today: z.string().optional(),
  locale: z.string().optional(),
  tense: z.enum(['past', 'future']).optional(),
  dayFirst: z.boolean().optional(),
});
const groups = z.record(z.string(), z.array(dateCase)).parse(parse(readFileSync(FILE, 'utf8')));

const contextOf = ({ today, locale, tense, dayFirst }: z.infer<typeof dateCase>): DateContext => ({
  today: day(today ?? SUNDAY),
  locale,
  tense,
  preferDayFirst: dayFirst,
});

/** The values found, written as the case file writes them. */
function shown(values: readonly (string | null)[]): string | null | readonly (string | null)[] {
  if (values.length === 0) return 'none';
  const [only = null] = values;
  return values.length === 1 ? only : values;
}

describe.each(Object.entries(groups))('%s', (_, cases) => {
  it.each(cases.map((one) => [`${one.said}${one.locale ? ` [${one.locale}]` : ''}`, one] as const))(
    '%s',
    (_said, one) => {
      const mentions = findDates(one.said, contextOf(one));
      expect(shown(mentions.map(({ value }) => value))).toEqual(one.expect);
    },
  );
});

it('has at least two hundred cases to read', () => {
  expect(Object.values(groups).flat().length).toBeGreaterThanOrEqual(200);
});

describe('a mention', () => {
  const context: DateContext = { today: day(SUNDAY) };
  const only = (text: string) => {
    const mentions = findDates(text, context);
    expect(mentions).toHaveLength(1);
    return mentions[0];
  };

  it('names the words that make the date, and where they stand', () => {
    expect(only('Commissioned around Christmas 2023, NMC3')).toEqual({
      start: 13,
      end: 34,
      said: 'around Christmas 2023',
      value: '2023-12-17/2024-01-02',
      precision: 'approximate',
      relative: false,
    });
  });

  it('leaves out what says what the date is a date of', () => {
    expect(only('covered since 6 Feb 2026')?.said).toBe('6 Feb 2026');
    expect(only('only in January')?.said).toBe('January');
  });

  it('tells a day that does not exist from no date', () => {
    expect(only('on 31 February 2025')).toMatchObject({
      value: null,
      problem: 'no-such-day',
      said: '31 February 2025',
    });
    expect(only('on 28 February 2025')).not.toHaveProperty('problem');
  });

  it.each([
    ['3 March 2025', 'day', false],
    ['March 2025', 'month', false],
    ['2025-03', 'month', false],
    ['Q1 2025', 'quarter', false],
    ['spring 2025', 'season', false],
    ['in 2025', 'year', false],
    ['between March and May 2025', 'range', false],
    ['early March 2025', 'approximate', false],
    ['FY25', 'approximate', false],
    ['3/4/2025', 'day', false],
    ['3 March', 'day', true],
    ['in March', 'month', true],
    ['last spring', 'season', true],
    ['last year', 'year', true],
    ['last month', 'month', true],
    ['yesterday', 'day', true],
    ['three weeks ago', 'approximate', true],
    ['March last year', 'month', true],
    ['between 2020 and this spring', 'range', true],
  ])('%s is of the precision %s, counted from today: %s', (said, precision, relative) => {
    expect(only(said)).toMatchObject({ precision, relative });
  });
});

describe('the order of day and month that figures show', () => {
  const context: DateContext = { today: day(SUNDAY) };
  it.each([
    ['13/4/2025', true],
    ['4/13/2025', false],
    ['3/4/2025', null],
    ['13/4/2025 and 4/13/2025', null],
    ['13.4.2025', null],
    ['3 April 2025', null],
  ])('%s: day first %s', (text, order) => {
    expect(dayOrderShown(text, context)).toBe(order);
  });
});
