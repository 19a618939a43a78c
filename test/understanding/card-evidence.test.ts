import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { type CardKnowledge, cardSchema } from '../../src/knowledge/card-schema.js';
import { identifyCard } from '../../src/understanding/card-evidence.js';
import { cardHint } from '../../src/understanding/card-pieces.js';

interface Case {
  readonly evidence: string;
  readonly nmc: string;
  readonly why: string;
}

const root = join(__dirname, '..', '..');
const yaml = (path: string): unknown => parse(readFileSync(join(root, path), 'utf8'));
const cards: CardKnowledge = cardSchema.parse(yaml('knowledge/nmc-cards.yaml'));
const cases = yaml('test/cases/card-evidence.yaml') as readonly Case[];
const identify = (evidence: string) => identifyCard(evidence, cards);

describe('the quick look for card evidence', () => {
  const mayShow = cardHint(cards);

  test('passes over nothing that tells a card or why none', () => {
    const told = cases.filter(({ evidence }) => identify(evidence).spans.length > 0);
    expect(told.length).toBeGreaterThan(cases.length / 2);
    expect(told.filter(({ evidence }) => !mayShow(evidence))).toEqual([]);
  });

  test('spares what holds nothing the long one', () => {
    for (const text of ['who may load the firmware?', 'we renewed our plan in May', ''])
      expect(mayShow(text)).toBe(false);
  });
});

describe('the card that a text shows', () => {
  test.each(cases)('$nmc: $why', ({ evidence, nmc }) => {
    const finding = identify(evidence);
    expect(finding.nmc).toBe(nmc);
    expect(finding.confidence === null).toBe(nmc === 'unknown');
  });

  test.each(cases)('is no other inside a mail: $nmc, $why', ({ evidence, nmc }) => {
    const before = 'Dear support,\n\nplease see below what we found on site.\n\n';
    const after = '\n\nWe look forward to your answer.\nBest regards\nJordan, phone 555 0100';
    const alone = identify(evidence);
    const inMail = identify(before + evidence + after);
    expect(inMail.nmc).toBe(nmc);
    expect({ ...inMail, spans: [] }).toEqual({ ...alone, spans: [] });
    expect(inMail.spans).toEqual(
      alone.spans.map(({ start, end, said }) => ({ start: start + before.length, end: end + before.length, said })),
    );
  });

  test('is the same whatever prose stands round the evidence', () => {
    const word = fc.constantFrom(
      'we',
      'found',
      'this',
      'on',
      'the',
      'rack',
      'in',
      'hall',
      'seven',
      'today',
      'thanks',
      'please',
    );
    const prose = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => `${words.join(' ')}.`);
    const gap = fc.constantFrom('\n', '\n\n', '\r\n', ' \n\t');
    fc.assert(
      fc.property(fc.constantFrom(...cases), prose, prose, gap, ({ evidence }, before, after, between) => {
        const wrapped = identify(`${before}${between}${evidence}${between}${after}`);
        const alone = identify(evidence);
        expect([wrapped.nmc, wrapped.because, wrapped.source]).toEqual([alone.nmc, alone.because, alone.source]);
      }),
      { numRuns: 400 },
    );
  });
});

describe('the reason given', () => {
  test('names the piece that decided it, and one of another kind that agrees', () => {
    const finding = identify('PF:v2.4.0.6 PN:apc_hw21_aos_2.4.0.6.bin MN:AP9640');
    expect(finding.because).toBe(
      'The firmware name apc_hw21_aos_2.4.0.6.bin belongs to an NMC3. “AP9640” says the same.',
    );
    expect(finding.source).toBe('Public SNMP recordings of monitoring projects.');
    expect(finding.confidence).toBe('A');
  });

  test('quotes the text as it was written', () => {
    expect(identify('card is an ap964o').because).toBe('ap964o is the part number of an NMC3.');
  });

  test('names both cards where the text holds two, and surer evidence is not silently preferred', () => {
    expect(identify('AP9537AV, heading: Network Management Card 3')).toMatchObject({
      nmc: 'unknown',
      confidence: null,
      because:
        'The text points to different cards: “Network Management Card 3” to an NMC3, “AP9537AV” to an NMC2. It does not settle which one the device has.',
      spans: [{ said: 'AP9537AV' }, { said: 'Network Management Card 3' }],
    });
  });

  test('says so where a card that is none of the four stands beside another', () => {
    expect(identify('AP9606 replaced by AP9641').because).toBe(
      'AP9606 is a card older than the NMC1. Yet other parts of the text point to an NMC: “AP9641” to an NMC3.',
    );
  });

  test('tells a version that is cut short from one that is not known', () => {
    expect(identify('AOS 2.5').because).toBe(
      'AOS 2.5 leaves parts of the version out; only the whole number, such as 6.9.6 or 2.5.0.8, tells the card.',
    );
    expect(identify('AOS 4.4.0').because).toBe('AOS 4.4.0 is no version known of NMC1, NMC2 or NMC3.');
  });

  test('says that a text holds nothing', () => {
    expect(identify('')).toEqual({
      nmc: 'unknown',
      because: 'Nothing in the text shows which card it is.',
      source: 'No finding, so no source.',
      confidence: null,
      spans: [],
    });
  });

  test('is as sure as its source', () => {
    expect(identify('AP9644').confidence).toBe('B');
    expect(identify('AP9537AV').confidence).toBe('C');
    expect(identify('AP9537AV with AOS 6.0.1').confidence).toBe('A');
  });
});

describe('any text', () => {
  const scraps = fc.constantFrom(
    'AOS',
    'NMC',
    'v3.',
    '4',
    '.',
    ' ',
    '\n',
    'apc_hw',
    '05',
    '_aos_',
    'AP96',
    '41',
    'O',
    'pre-2022',
    'AP84XX',
    'not an ',
    'Network Management Card',
    'PF:v',
    '6.5.0',
    '-',
    '66102',
    '\u2013',
    '😀',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(scraps, { maxLength: 40 }).map((parts) => parts.join('')),
  );

  test('gives a finding whose spans are what stands there, in order', () => {
    fc.assert(
      fc.property(text, (evidence) => {
        const { nmc, because, source, confidence, spans } = identify(evidence);
        expect(because).not.toMatch(/^$|\{\w+\}/);
        expect(source).not.toBe('');
        expect(confidence === null).toBe(nmc === 'unknown');
        expect(nmc !== 'unknown' && spans.length === 0).toBe(false);
        spans.forEach(({ start, end, said }, i) => {
          expect(evidence.slice(start, end)).toBe(said);
          expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.start ?? 0);
        });
      }),
      { numRuns: 1000 },
    );
  });

  // Each would take hours if the work grew with the square of the length: the test then ends by its time limit.
  test.each([
    'NMC3 ',
    'not an NMC3 ',
    'AOS ',
    'AOS - ',
    ' ',
    '\n',
    'apc_hw05_',
    'pre-2022 AP8886 ',
    'AP8886 ',
    'a',
    '0',
    '-',
    'network management card ',
  ])('of 100,000 characters of %j gets a finding', (unit) => {
    const long = unit.repeat(Math.ceil(100_000 / unit.length));
    expect(identify(`${long}\nAPDU9941`).because).toMatch(/\.$/);
  });
});
