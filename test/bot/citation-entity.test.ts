import fc from 'fast-check';
import { citationEntity } from '../../src/bot/citation-entity.js';
import type { MarkedSource } from '../../src/rendering/source-marks.js';
import { citationProblems } from '../support/teams-limits.js';

const source: MarkedSource = {
  mark: 1,
  question: 14,
  title: 'How do I renew the Secure NMC System?',
  sentences: [1, 3],
  bears: 'You renew it by a plan.',
};

const notAtHand = () => null;

test('a source is a claim with its title, what it says, and where', () => {
  const quoteOf = ({ question, sentence }: { question: number; sentence: number }) =>
    `What ${question}.${sentence < 4 ? 'early' : 'late'} says.`;
  expect(citationEntity([{ ...source, sentences: [1, 3, 5] }], quoteOf)).toEqual({
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    citation: [
      {
        '@type': 'Claim',
        position: 1,
        appearance: {
          '@type': 'DigitalDocument',
          name: 'FAQ 14: How do I renew the Secure NMC System?',
          abstract: 'What 14.early says. What 14.late says.',
          keywords: ['sentences 1, 3, 5'],
        },
      },
    ],
  });
});

test('where what it says is not at hand, it is said what rests on it', () => {
  const [claim] = citationEntity([source], notAtHand)?.citation ?? [];
  expect(claim.appearance.abstract).toBe('On it rests: You renew it by a plan.');
});

test('what is too long ends with a whole word', () => {
  const long = { ...source, title: 'word '.repeat(40), bears: 'A sentence, rather long. '.repeat(10) };
  const [claim] = citationEntity([long], notAtHand)?.citation ?? [];
  expect(claim.appearance.name).toMatch(/^FAQ 14: (?:word )+word…$/);
  expect(claim.appearance.abstract).toMatch(/(?:sentence|rather|long|A)…$/);
});

test.each([
  ['there are no sources', []],
  ['none has a mark', [{ ...source, mark: null }]],
])('there is none where %s', (_what, sources) => expect(citationEntity(sources, notAtHand)).toBeNull());

test('whatever the sources, Teams takes it', () => {
  const any = fc.record({
    question: fc.nat(99),
    title: fc.string({ unit: 'grapheme', maxLength: 300 }),
    sentences: fc.array(fc.nat(99), { minLength: 1, maxLength: 40 }),
    bears: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 500 }),
  });
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 40 }), fc.nat(1), (all, n) => {
      const sources = all.map((one, i) => ({ ...one, mark: i < 20 ? i + 1 : null }));
      expect(
        citationProblems(
          [
            citationEntity(sources, notAtHand),
            citationEntity(sources, ({ question }) => sources[question]?.title || null),
          ].slice(n, n + 1),
        ),
      ).toEqual([]);
    }),
  );
});
