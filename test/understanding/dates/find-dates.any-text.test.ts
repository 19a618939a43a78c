import fc from 'fast-check';
import { day, plusDays } from '../../../src/domain/day.js';
import { boundsOfDate, parsePartialDate } from '../../../src/domain/partial-date.js';
import type { DateContext } from '../../../src/understanding/dates/date-mention.js';
import { findDates } from '../../../src/understanding/dates/find-dates.js';

const context: DateContext = { today: day('2026-11-22') };
const anyToday = fc.integer({ min: 0, max: 20_000 }).map((n) => plusDays(day('2000-01-01'), n));

/** Pieces that dates are made of, and pieces that look like it: put together at random. */
const pieces = fc.constantFrom(
  ...(
    '3 31 32 12 25 2025 1850 2200 03.08.2025 3/4/2025 2025-02-03 2024-13 7.2.2 24/7 march May febuary Sept. of the , . - / ' +
    "' '25 and or to between from in since before after around about early mid end last next this year month week spring winter " +
    'Christmas Q2 H1 FY25 weeks months years ago old a two half couple 3rd first second yesterday until not NMC3 AP9640 kVA KW W12 T \n \n\n'
  )
    .split(' ')
    .filter((piece) => piece !== ''),
);
const collages = fc
  .array(fc.tuple(pieces, fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 14 })
  .map((parts) => parts.flat().join(''));
const unicode = fc.string({ unit: 'binary', maxLength: 200 });
const loneSurrogates = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((codes) => String.fromCharCode(...codes));

describe('any text at all', () => {
  const contexts = fc.record(
    {
      today: anyToday,
      tense: fc.constantFrom('past' as const, 'future' as const, null),
      locale: fc.constantFrom('en-GB', 'en-US', 'en-AU', 'de', '', 'nonsense'),
      preferDayFirst: fc.constantFrom(true, false, null),
    },
    { requiredKeys: ['today'] },
  );

  it('gives mentions that are cut from it, in order, apart, and of a form that the rest of the program reads', () => {
    fc.assert(
      fc.property(fc.oneof(collages, collages, unicode, loneSurrogates), contexts, (text, { today, ...rest }) => {
        let last = 0;
        for (const { start, end, said, value, problem } of findDates(text, { today, ...rest })) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(said);
          expect(problem).toBe(value === null ? 'no-such-day' : undefined);
          if (value !== null) {
            expect(parsePartialDate(value)).toBe(value);
            const { from, to } = boundsOfDate(value);
            expect(from >= '1979' && to <= '2101').toBe(true);
          }
          last = end;
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('gives none without figures and without words for time', () => {
    const words = (
      'the card of our ups is covered and nobody knows which plan it has so please call back when you can does galaxy vs ' +
      'need a contract for firmware updates who may renew march along fall under spring water second hand first aid old new'
    ).split(' ');
    const plain = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((list) => list.join(' '));
    const letters = fc.string({ unit: fc.constantFrom(...'bkxzqßłжλ漢 .,;:!?()/-%+\n'), maxLength: 80 });
    fc.assert(
      fc.property(fc.oneof(letters, plain), (said) => {
        const text = `our card ${said}`;
        fc.pre(!/\b(?:march|may|spring|fall|second|first)\W*$/.test(text));
        // 'march the second' is a date, whatever the verb may have meant.
        fc.pre(
          !/\b(?:march|may)\s+(?:the\s+)?(?:second|first)\b|\b(?:second|first)\s+(?:of\s+)?(?:march|may)\b/.test(text),
        );
        fc.pre(!/\b(?:march|may) (?:first|second)\b/.test(text));
        fc.pre(!/\b(?:of|in|for|is|first|second) (?:march|may|spring)\b/.test(text));
        expect(findDates(text, context)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives none for numbers of products, versions and addresses', () => {
    const number = fc.integer({ min: 0, max: 9999 });
    const names = fc.oneof(
      number.map((n) => `Galaxy ${n}`),
      number.map((n) => `SMT${n}`),
      number.map((n) => `Smart-UPS ${n}`),
      number.map((n) => `AP${n}`),
      fc.tuple(number, number).map(([a, b]) => `PX${a}/${b}`),
      fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 4, maxLength: 5 }).map((list) => list.join('.')),
      fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 3 }).map((list) => `v${list.join('.')}`),
      fc.tuple(fc.nat(23), fc.nat(59)).map(([h, m]) => `at ${h}:${String(m).padStart(2, '0')}`),
      fc.tuple(fc.nat(99), fc.nat(99)).map(([a, b]) => `${a}/${b}`),
    );
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 4 }), (list) => {
        expect(findDates(`Is there an update for ${list.join(' and ')} please`, context)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is read to its end however long and hostile it is', () => {
    for (const piece of [
      '3 ',
      '2025-',
      '1.',
      'mid-',
      "'25",
      'between ',
      'in the last ',
      '\n',
      ' \n ',
      'may ',
      '3/4/',
      'a half ',
    ]) {
      const text = piece.repeat(Math.ceil(10_000 / piece.length));
      const mentions = findDates(`${text} and then on 3 March 2025.`, context);
      expect(mentions.at(-1)).toMatchObject({ value: '2025-03-03' });
    }
  });
});
