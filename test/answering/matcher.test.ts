import fc from 'fast-check';
import { asItStands } from '../../src/answering/features.js';
import { createMatcher, type Match } from '../../src/answering/matcher.js';
import type { Model } from '../../src/answering/model.js';
import { train } from '../../src/answering/train.js';
import { emptyVectorCache } from '../../src/answering/vector-cache.js';
import { examples, fakeEncoder, groups } from './library-knowledge.js';

const encoder = fakeEncoder();
// A promise for which this little knowledge has phrasings enough.
const goal = { kind: 'promise', rate: 0.05 } as const;
let model: Model;
beforeAll(async () => {
  ({ model } = await train(examples, groups, encoder, emptyVectorCache(), {}, () => undefined));
});

async function ask(text: string, mode: 'full' | 'lexical'): Promise<Match> {
  const prepared = asItStands(text);
  const vector = mode === 'full' ? ((await encoder.embed([prepared.semantic]))[0] ?? null) : null;
  return createMatcher(model, 'full', goal).match(prepared, vector);
}

describe.each(['full', 'lexical'] as const)('a matcher in %s mode', (mode) => {
  it.each([
    ['at what hours are you open', 'faq:opening-hours'],
    ['I want to extend the loan of my books', 'faq:renew-loan'],
    ['how do I sign up for a card', 'faq:library-card'],
    ['is there a fine if I am overdue', 'faq:late-fees'],
    ['could I put a dvd on hold', 'faq:reserve-book'],
    ['let me talk to staff please', 'kind:human'],
    ['where do I park the car', 'topic:parking'],
  ])('puts the right label on top of %p', async (text, label) => {
    expect((await ask(text, mode)).ranked[0]?.label).toBe(label);
  });

  it('answers what is close to a phrasing', async () => {
    const match = await ask('tell me about fines for overdue books', mode);
    expect(match.decision).toBe('answer');
    expect(match.ranked[0]).toMatchObject({ label: 'faq:late-fees', group: 'entry' });
    expect(match.confidence).toBeGreaterThan(0.8);
  });

  it.each(['replace the gearbox oil of a tractor', 'zxqv wmpf grrt', 'polynomial derivatives'])(
    'does not answer %p, of which it knows nothing',
    async (text) => {
      const match = await ask(text, mode);
      expect(match.decision === 'answer' && match.ranked[0]?.group === 'entry').toBe(false);
    },
  );

  it('never answers with a topic that is knowingly not answered', async () => {
    for (const text of ['wifi password', 'weather tomorrow', 'parking ticket']) {
      const match = await ask(text, mode);
      expect([match.decision, match.ranked[0]?.group]).toEqual(['decline', 'boundary']);
    }
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['emoji', '🙂🙃🎉'],
    ['signs', '?!… --- ***'],
  ])('declines %s', async (_, text) => {
    expect(await ask(text, mode)).toEqual({ ranked: [], confidence: 0, decision: 'decline' });
  });

  it('reads a message of 10,000 characters', async () => {
    const match = await ask('overdue fine and other words '.repeat(400).slice(0, 10_000), mode);
    expect(match.ranked.length).toBeGreaterThan(0);
  });

  it('gives scores and a confidence between 0 and 1, best first, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) => {
        const { ranked, confidence, decision } = await ask(text, mode);
        // What is answered stands first, even where a topic that speaks against it weighs more.
        const scores = ranked.slice(decision === 'answer' ? 1 : 0).map((r) => r.score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(scores.every((s) => s > 0 && s <= 1)).toBe(true);
        expect(confidence >= 0 && confidence <= 1).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('says the same of the same text, whatever was asked between', async () => {
    const matcher = createMatcher(model);
    const asked = (text: string) => matcher.match(asItStands(text), null);
    const first = asked('fine for books');
    asked('something else entirely');
    expect(asked('fine for books')).toEqual(first);
  });

  it('tells what calibration found', () => {
    const measured = createMatcher(model, 'full', goal).measured(mode);
    expect(measured?.wrong).toBeLessThanOrEqual(goal.rate);
    expect(measured?.answered).toBeGreaterThan(0.4);
  });
});

it('works without an encoder, and then takes no notice of vectors', async () => {
  const trained = await train(examples, groups, null, emptyVectorCache(), {}, () => undefined);
  const lexical = createMatcher(trained.model);
  const prepared = asItStands('how much is the fine when overdue');
  expect(lexical.match(prepared, null).ranked[0]?.label).toBe('faq:late-fees');
  expect(lexical.match(prepared, new Float32Array(64).fill(1))).toEqual(lexical.match(prepared, null));
  expect(lexical.measured('full')).toBeNull();
});

it('refuses a vector that is not of the trained size', () => {
  const run = () => createMatcher(model).match(asItStands('hello'), new Float32Array(3));
  expect(run).toThrow('a vector of 3 numbers, not 64');
});
