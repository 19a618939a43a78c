import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { StoredOutline } from '../../src/knowledge/stored-outline.js';

interface Sentence {
  readonly text: string;
  readonly rests: readonly string[];
}

interface Entry {
  readonly id: string;
  readonly question: number;
  readonly title: string;
  readonly answer: readonly Sentence[];
  readonly followUps: readonly string[];
}

const KNOWLEDGE = join(__dirname, '../../knowledge');
const outline: StoredOutline = parse(readFileSync(join(KNOWLEDGE, 'sources/sns-3phase.yaml'), 'utf8'));
/** Ids in the document's order: the outside calls entries by them. */
const IDS = [
  'what-is-sns',
  'included-products',
  'subscription-required',
  'activate',
  'update-process-change',
  'how-firmware-applied',
  'other-update-ways',
  'dce-ite-catalogue',
  'no-service-plan',
  'contract-before-expiry',
  'nmc2-availability',
  'out-of-scope-devices-update',
  'identify-nmc',
  'renew',
  'learn-more',
];
const entries = IDS.map((id): Entry => parse(readFileSync(join(KNOWLEDGE, 'faq', `${id}.yaml`), 'utf8')));
const REFERENCE = /^(\d+)\.(\d+)$/;

const textOf = (id: string) =>
  entries
    .find((entry) => entry.id === id)
    ?.answer.map((sentence) => sentence.text)
    .join(' ') ?? '';
/** The ways of asking that an entry's sentences come first for. */
const asksOf = (id: string): Readonly<Record<string, readonly string[]>> =>
  parse(readFileSync(join(KNOWLEDGE, 'faq', `${id}.asks.yaml`), 'utf8'));
const each = entries.map((entry) => [entry.id, entry] as const);

describe('the entries', () => {
  test('are the fifteen of the document, in its order, each in a file of its name', () => {
    expect(entries.map((entry) => [entry.question, entry.id])).toEqual(IDS.map((id, i) => [i + 1, id]));
    expect(outline.questions.map((q) => q.number)).toEqual([0, ...IDS.map((_, i) => i + 1)]);
  });

  test.each(each)('%s has the title that the document prints', (_, entry) => {
    expect(entry.title).toBe(outline.questions[entry.question]?.title);
  });

  test.each(each)(
    '%s: every sentence cites sentences that the document has, its own question among them',
    (_, entry) => {
      const cited = entry.answer.map((sentence) => sentence.rests);
      for (const rests of cited) {
        expect(rests.length).toBeGreaterThan(0);
        for (const reference of rests) {
          const [, question, sentence] = REFERENCE.exec(reference) ?? [];
          expect(outline.questions[Number(question)]?.sentences[Number(sentence) - 1]).toMatch(/^[0-9a-f]{64}$/);
        }
        expect(new Set(rests).size).toBe(rests.length);
      }
      expect(cited[0]?.some((reference) => reference.startsWith(`${entry.question}.`))).toBe(true);
    },
  );

  test.each(each)('%s rests on every sentence of its question, save what other sentences repeat', (_, entry) => {
    const cited = new Set(entry.answer.flatMap((sentence) => sentence.rests));
    const own = outline.questions[entry.question]?.sentences.map((_hash, i) => `${entry.question}.${i + 1}`) ?? [];
    // Question 1 repeats question 2's lists, and how updates are done in maintenance: entries of their own.
    const elsewhere = entry.id === 'what-is-sns' ? /^1\.(6|8|9|1\d|2\d)$/ : /^$/;
    expect(own.filter((place) => !cited.has(place) && !elsewhere.test(place))).toEqual([]);
  });

  test.each(each)('%s is short enough for a chat', (_, entry) => {
    expect(entry.answer.length).toBeGreaterThanOrEqual(3);
    expect(entry.answer.length).toBeLessThanOrEqual(6);
    expect(textOf(entry.id).length).toBeLessThan(1100);
  });

  test.each(each)(
    '%s: every sentence can stand first: it points back at no other, and says neither yes nor no',
    (_, entry) => {
      for (const sentence of entry.answer)
        expect(sentence.text).not.toMatch(/^(It|They|These|Those|This|So|Nor|But|Yes|No)\b/);
    },
  );

  test.each(each)('%s offers follow-ups that exist, not itself', (_, entry) => {
    expect(entry.followUps.length).toBeGreaterThan(0);
    for (const id of entry.followUps) expect(IDS).toContain(id);
    expect(entry.followUps).not.toContain(entry.id);
  });
});

describe('the wording', () => {
  test('says No to a yes-or-no title that the document denies', () => {
    for (const id of [
      'subscription-required',
      'update-process-change',
      'other-update-ways',
      'dce-ite-catalogue',
      'nmc2-availability',
    ])
      expect(asksOf(id)['sentence-1-no']).toContain(entries.find((entry) => entry.id === id)?.title);
  });

  test('names every listed product and every exclusion', () => {
    const listed = [
      'Galaxy VS, VM, VL, VX and VXL',
      'Symmetra PX1, PX2 and PX250/500',
      'Easy UPS 3S, 3S Pro, 3M, 3M Advanced, 3L and 3-Phase Modular',
    ];
    const more = [
      'Galaxy 3L,',
      'Galaxy 3L Pro',
      'Galaxy PW 2nd Gen',
      'Galaxy PX',
      'Galaxy RPP',
      'Galaxy PDU',
      'Modular PDU',
      'Configurable PDU',
    ];
    const excluded = ['cooling units', 'Rack Automatic Transfer Switches (ATS)', 'any product that has an NMC2'];
    for (const name of [...listed, ...more, ...excluded]) expect(textOf('included-products')).toContain(name);
    expect(textOf('included-products')).toMatch(/NMC3 or NMC4, and only then/);
  });

  test('never says that firmware is updated in maintenance without the advisories that define it, where the document says both', () => {
    for (const id of [
      'what-is-sns',
      'subscription-required',
      'update-process-change',
      'how-firmware-applied',
      'out-of-scope-devices-update',
      'renew',
    ])
      expect(textOf(id)).toContain('all applicable field advisories and field modifications');
  });

  test('names every way of going on with its condition, and that it is bought', () => {
    for (const id of ['what-is-sns', 'subscription-required', 'no-service-plan', 'renew']) {
      for (const way of [
        'Plus, Prime or Ultra',
        'EcoCare Advanced+',
        'on-site maintenance activities under EcoCare membership',
      ])
        expect(textOf(id)).toContain(way);
      expect(textOf(id)).toMatch(/stand-alone (preventive )?maintenance visit/i);
      expect(textOf(id)).toMatch(/purchas/);
    }
  });

  test('speaks of maintenance mode for NMC2 alone', () => {
    expect(entries.filter((entry) => textOf(entry.id).includes('maintenance mode')).map((entry) => entry.id)).toEqual([
      'nmc2-availability',
    ]);
  });

  test.each([
    ['no-service-plan', ['no impact', 'critical vulnerability', 'visit', 'specific firmware version']],
    ['contract-before-expiry', ['takes effect', '1-year factory warranty', 'assumed']],
    ['out-of-scope-devices-update', ['no change', 'severity']],
    ['how-firmware-applied', ['qualified service personnel', 'service partner', 'IEC 62443-4-2']],
    [
      'identify-nmc',
      ['web user interface', 'above the top menu bar', 'logo', '“Network Management Card 2”', 'service personnel'],
    ],
    ['activate', ['activation', 'without the Secure NMC System Tool']],
    [
      'dce-ite-catalogue',
      ['DCE or ITE Catalogue', 'maintenance activities', 'stand-alone preventive maintenance visit'],
    ],
    ['learn-more', ['www.se.com/secure-nmc', '1-Phase']],
  ])('%s keeps the terms by which a reader knows the document', (id, terms) => {
    for (const term of terms) expect(textOf(id)).toContain(term);
  });
});
