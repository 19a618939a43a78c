import * as fc from 'fast-check';
import { MASKED, maskerOf } from '../../src/lessons/mask.js';
import { projectKnowledge } from '../support/knowledge.js';

const mask = maskerOf(projectKnowledge());

/** Words round what is generated, as people write them. */
const around = fc.constantFrom<readonly [string, string]>(
  ['', ''],
  ['please answer to ', ' today'],
  ['The card (', ') of our Galaxy VS does not answer.'],
  ['Our unit ', ', commissioned on 14 May 2024, is it covered?'],
  ['Row\nof\n', '\nof a list'],
  ['AP9641 ', ' AP9630'],
  ['it is: ', '.'],
);
const digits = (least: number, most: number) =>
  fc.array(fc.constantFrom(...'0123456789'), { minLength: least, maxLength: most }).map((d) => d.join(''));
const hex = (length: number) =>
  fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length }).map((d) => d.join(''));

/** Nothing of `said` that tells anything is left of the text with it. */
function expectGone(
  said: string,
  [before, after]: readonly [string, string],
  pieces = said.match(/[\p{L}\p{N}]{3,}/gu),
) {
  const masked = mask(`${before}${said}${after}`);
  expect(masked).toContain(MASKED);
  const rest = masked.replaceAll(MASKED, ' ');
  const own = mask(`${before} ${after}`);
  for (const piece of pieces ?? [])
    if (!own.toLowerCase().includes(piece.toLowerCase())) expect(rest.toLowerCase()).not.toContain(piece.toLowerCase());
}

test('nothing of a mail address is left', () => {
  fc.assert(
    fc.property(fc.emailAddress(), around, (said, words) => expectGone(said, words)),
    { numRuns: 300 },
  );
});

test('nothing of an IP address is left', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.ipV4(),
        fc.ipV4Extended().filter((ip) => /^\d+(\.\d+){3}$/.test(ip)),
      ),
      around,
      (said, words) => expectGone(said, words),
    ),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(
      fc.array(hex(4), { minLength: 8, maxLength: 8 }).map((groups) => groups.join(':')),
      around,
      (said, words) => expectGone(said, words),
    ),
  );
  for (const said of ['fe80::1ff:fe23:4567:890a', '2001:db8::1', '10.179.12.4/24', '192.168.1.20:8443'])
    expect(mask(`reach it at ${said} please`)).toBe(`reach it at ${MASKED} please`);
});

test('nothing of a MAC address is left', () => {
  const pairs = fc.array(hex(2), { minLength: 6, maxLength: 6 });
  const written = fc.oneof(
    fc.tuple(pairs, fc.constantFrom(':', '-')).map(([p, sign]) => p.join(sign)),
    fc.array(hex(4), { minLength: 3, maxLength: 3 }).map((g) => g.join('.')),
  );
  fc.assert(
    fc.property(written, fc.boolean(), around, (said, upper, words) =>
      expectGone(upper ? said.toUpperCase() : said, words),
    ),
    { numRuns: 300 },
  );
});

test('nothing of a telephone number is left', () => {
  const sign = fc.constantFrom(' ', '-', '.', '/', '');
  const written = fc
    .tuple(fc.constantFrom('+', '00', '0', '(0', ''), digits(2, 3), sign, digits(3, 4), sign, digits(3, 5))
    .map(([begin, area, s, one, t, two]) => `${begin}${area}${begin === '(0' ? ')' : ''}${s}${one}${t}${two}`)
    .filter((said) => (said.match(/\d/g)?.length ?? 0) >= 8);
  // What is a date through and through is taken for one.
  fc.assert(
    fc.property(written, around, (said, words) => {
      fc.pre(!/(?:19|20)\d\d/.test(said));
      expectGone(said, words);
    }),
    { numRuns: 1000 },
  );
});

test('nothing of a serial number is left, said to be one or not', () => {
  const maker = fc.constantFrom('AS', 'JS', 'QS', 'PS', '5A', '9B', '3S', 'VS', 'ZA');
  const bare = fc.tuple(maker, digits(8, 10)).map(([place, rest]) => `${place}${rest}`);
  fc.assert(
    fc.property(bare, around, (said, words) => expectGone(said, words)),
    { numRuns: 300 },
  );
  const short = fc.tuple(maker, digits(3, 6)).map(([place, rest]) => `${place}-${rest}`);
  const label = fc.constantFrom('serial number ', 'S/N: ', 'SN ', 'serial no. ', 'Serial# ', 'serial is ');
  fc.assert(
    fc.property(label, short, around, (says, said, [before, after]) => expectGone(said, [`${before}${says}`, after])),
    { numRuns: 300 },
  );
});

test('masking a masked text changes nothing', () => {
  fc.assert(
    fc.property(fc.emailAddress(), around, (said, [before, after]) => {
      const once = mask(`${before}${said}${after}`);
      expect(mask(once)).toBe(once);
    }),
  );
});

test.each([
  ['Hi Jane, is a Galaxy VS covered?', `Hi ${MASKED}, is a Galaxy VS covered?`],
  ['hello jane doe,\nis it covered?', `hello ${MASKED},\nis it covered?`],
  ['Ask Mr Doe or dr. roe about it', `Ask Mr ${MASKED} or dr. ${MASKED} about it`],
  ['How do I renew?\n\nBest regards\nJane Doe\nAcme Ltd\nTel. +49 89 1234567', 'How do I renew?'],
  ['How do I renew? Thanks, Jane Doe', `How do I renew? Thanks, ${MASKED}`],
  ['How do I renew?\nJane', `How do I renew?\n${MASKED}`],
  ['My name is Jane O’Neill and I want to renew', `My name is ${MASKED} and I want to renew`],
  ['This is Jane from Acme, how do I renew?', `This is ${MASKED} from Acme, how do I renew?`],
  ['From: Jane Doe\nHow do I renew?', `From: ${MASKED}\nHow do I renew?`],
  ['@jane.doe how do I renew?', `${MASKED} how do I renew?`.replace(MASKED, `@${MASKED}`)],
  ['see https://nmc.example.com/a?token=1 for it', `see ${MASKED} for it`],
  ['it is ups-01.site.example.com there', `it is ${MASKED} there`],
  ['jane (at) example.com asks', `${MASKED} asks`],
])('%j', (said, masked) => {
  expect(mask(said)).toBe(masked);
});

test.each([
  'Is the AP9641 in a Galaxy VS covered?',
  'AP9537SUM or AP9631CH, which one?',
  'Commissioned on 14 May 2024, plan from 2025-05-14 to 2026-05-13',
  'commissioned 03/04/2024 - 02/04/2025',
  'GVSUPS20KGS with NMC3, year 2023',
  'Galaxy VS 20 kW 400 V, AOS 3.1.2',
  'This is Secure NMC for a Galaxy VL',
  'Does Advantage Prime pay for 50 devices?',
])('stays as it is: %s', (said) => {
  expect(mask(said)).toBe(said);
});
