import { differenceInCalendarDays, format, parseISO, parse as parseWith } from 'date-fns';
import { de, es, fr, nl } from 'date-fns/locale';
import fc from 'fast-check';
import { day, parseDay, plusDays } from '../../../src/domain/day.js';
import { boundsOfDate } from '../../../src/domain/partial-date.js';
import type { DateContext } from '../../../src/understanding/dates/date-mention.js';
import { findDates } from '../../../src/understanding/dates/find-dates.js';

const TODAY = day('2026-11-22');
const context: DateContext = { today: TODAY };

const anyDay = fc.integer({ min: 0, max: 44_194 }).map((n) => plusDays(day('1980-01-01'), n));
const anyToday = fc.integer({ min: 0, max: 20_000 }).map((n) => plusDays(day('2000-01-01'), n));

/** Ways to write a day that leave no doubt, as date-fns writes and reads them. */
const FORMATS = [
  'yyyy-MM-dd',
  'yyyy/MM/dd',
  'yyyy-M-d',
  'dd.MM.yyyy',
  'd.M.yyyy',
  'd MMM yyyy',
  'd MMMM yyyy',
  'dd-MMM-yyyy',
  'do MMMM yyyy',
  "do 'of' MMMM yyyy",
  'MMM d, yyyy',
  'MMMM do, yyyy',
  'MMMM d yyyy',
  'MMM do yyyy',
  'yyyy MMM d',
  'yyyy-MMM-dd',
  'dMMMyyyy',
  "d MMM ''yy",
] as const;

/** Texts round a date, as in messages. */
const frames = [
  (date: string) => date,
  (date: string) => `Hall B: UPS with NMC4, start-up ${date}, report attached.`,
  (date: string) => `our Smart-UPS 2200 (${date}) with firmware 7.2.2`,
  (date: string) => `AP9640 since ${date}; may I ask what it covers?`,
  (date: string) => `EcoCare beginnt am ${date}.`,
];

describe('a day that is written out', () => {
  it.each(FORMATS)('is read back from the form %s in any sentence', (form) => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...frames), (d, frame) => {
        fc.pre(!form.endsWith("''yy") || d < '2080');
        const said = format(parseISO(d), form);
        fc.pre(!form.endsWith("''yy") || d >= '1980');
        expect(findDates(frame(said), context)).toEqual([
          expect.objectContaining({ said, value: d, precision: 'day', relative: false }),
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['German', de],
    ['Dutch', nl],
    ['French', fr],
    ['Spanish', es],
  ])('is read back with the month in %s', (_, locale) => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('d MMMM yyyy', 'd. MMMM yyyy', "d 'de' MMMM 'de' yyyy"), (d, form) => {
        expect(findDates(format(parseISO(d), form, { locale }), context).map(({ value }) => value)).toEqual([d]);
      }),
      { numRuns: 100 },
    );
  });

  it.each(['en-GB', 'en-US'])('is read back from figures with strokes where the locale %s is known', (locale) => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('/', '-'), (d, separator) => {
        const form = (locale === 'en-GB' ? ['dd', 'MM', 'yyyy'] : ['MM', 'dd', 'yyyy']).join(separator);
        const said = format(parseISO(d), form);
        expect(findDates(`commissioned ${said}`, { ...context, locale }).map(({ value }) => value)).toEqual([d]);
      }),
    );
  });

  it('is among the readings of figures whose order nothing shows, and no third day is', () => {
    fc.assert(
      fc.property(anyDay, (d) => {
        const date = parseISO(d);
        const [mention] = findDates(format(date, 'd/M/yyyy'), context);
        const swapped = parseDay(format(date, 'yyyy-dd-MM'));
        const expected = new Set(swapped ? [d, swapped] : [d]);
        expect(new Set(mention?.value?.split('|'))).toEqual(expected);
      }),
    );
  });
});

describe('beside date-fns, which knows nothing of this code', () => {
  const DATE_FNS_FORMS = ['yyyy-M-d', 'd.M.yyyy', 'd MMM yyyy', 'MMMM d, yyyy', 'yyyy-MMM-d'] as const;
  const figures = fc.record({
    year: fc.integer({ min: 1980, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 35 }),
    form: fc.constantFrom(...DATE_FNS_FORMS),
  });

  it('agrees which days exist and which they are', () => {
    fc.assert(
      fc.property(figures, ({ year, month, day: d, form }) => {
        const name = format(new Date(2024, month - 1, 1), form.includes('MMMM') ? 'MMMM' : 'MMM');
        const said = form
          .replace('yyyy', String(year))
          .replace('d', String(d))
          .replace(/M+/, (letters) => (letters.length > 1 ? name : String(month)));
        const oracle = parseWith(said, form, new Date(2000, 0, 1));
        const expected = Number.isNaN(oracle.getTime()) ? null : format(oracle, 'yyyy-MM-dd');
        expect(findDates(said, context).map(({ value }) => value)).toEqual([expected]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a date that counts from today', () => {
  const units = ['day', 'week', 'month', 'year'] as const;

  it('contains the day that is exactly so long ago, and nothing to come', () => {
    fc.assert(
      fc.property(anyToday, fc.integer({ min: 1, max: 15 }), fc.constantFrom(...units), (today, n, unit) => {
        const [mention] = findDates(`commissioned ${n} ${unit}s ago`, { today });
        const [exact] = findDates(`commissioned exactly ${n} ${unit}s ago`, { today });
        const { from, to } = boundsOfDate(mention?.value ?? ('' as never));
        const bounds = boundsOfDate(exact?.value ?? ('' as never));
        expect(bounds.from).toBe(bounds.to);
        expect(from <= bounds.from && bounds.to <= to && to <= today).toBe(true);
      }),
    );
  });

  it('is never narrower with about than without', () => {
    fc.assert(
      fc.property(
        anyToday,
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom('week', 'month', 'year'),
        (today, n, unit) => {
          const width = (text: string) => {
            const value = findDates(text, { today })[0]?.value;
            const { from, to } = boundsOfDate(value ?? ('' as never));
            return differenceInCalendarDays(parseISO(to), parseISO(from));
          };
          expect(width(`about ${n} ${unit}s ago`)).toBeGreaterThanOrEqual(width(`${n} ${unit}s ago`) - 1);
        },
      ),
    );
  });

  it('lies in the past for a month alone, within a year, and ahead where the tense is the future', () => {
    const months = 'January February March April May June July August September October November December'.split(' ');
    fc.assert(
      fc.property(anyToday, fc.constantFrom(...months), (today, month) => {
        const past = findDates(`commissioned in ${month}`, { today })[0]?.value ?? '';
        const future = findDates(`to be commissioned in ${month}`, { today, tense: 'future' })[0]?.value ?? '';
        const now = today.slice(0, 7);
        expect(past <= now && future >= now).toBe(true);
        expect(Number(now.slice(0, 4)) - Number(past.slice(0, 4))).toBeLessThanOrEqual(1);
        expect(Number(future.slice(0, 4)) - Number(now.slice(0, 4))).toBeLessThanOrEqual(1);
      }),
    );
  });
});
