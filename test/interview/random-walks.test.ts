import fc from 'fast-check';
import { projectKnowledge } from '../support/knowledge.js';
import { lexicalAssistant } from './walks/lexical-assistant.js';
import { people } from './walks/person.js';
import type { Intent, Step } from './walks/step.js';
import { walk } from './walks/walk.js';

/** So many conversations are had; `WALKS` sets another number. */
const WALKS = Number(process.env.WALKS ?? 2_000);

const WEIGHTS: Readonly<Record<Intent, number>> = {
  answer: 6,
  tell: 3,
  slip: 2,
  correct: 2,
  interrupt: 3,
  another: 2,
  back: 2,
  why: 1,
  forget: 1,
  cancel: 1,
  'start-over': 1,
};
const intents = Object.entries(WEIGHTS).map(([intent, weight]) => ({
  weight,
  arbitrary: fc.constant(intent as Intent),
}));
const steps: fc.Arbitrary<Step[]> = fc.array(fc.record({ intent: fc.oneof(...intents), pick: fc.nat() }), {
  minLength: 3,
  maxLength: 12,
  size: 'max',
});

/** What devices come to in the end, and how often at the least, so that the walks prove something of each. */
const LEAST_SHARE = 0.005;
const OUTCOMES = [
  'included',
  'covered-by-plan',
  'covered-by-visit',
  'expired',
  'not-started',
  'not-listed',
  'one-phase',
  'not-eligible-product',
  'not-eligible-nmc',
  'not-eligible-nmc2',
  'undetermined',
];

test(`in ${WALKS} conversations with people who answer, correct themselves, interrupt, and go from device to device, each device gets the verdict of what was said of it`, async () => {
  const assistant = lexicalAssistant();
  const { rules } = projectKnowledge();
  const ended: string[] = [];
  let turns = 0;
  await fc.assert(
    fc.asyncProperty(people, steps, async (person, intended) => {
      const walked = await walk(assistant, rules, person, intended);
      ended.push(...walked.outcomes);
      turns += walked.turns;
      if (walked.problem !== null) throw new Error([...walked.lines, walked.problem].join('\n'));
    }),
    { numRuns: WALKS },
  );
  const rare = OUTCOMES.filter((o) => ended.filter((e) => e === o).length < LEAST_SHARE * WALKS);
  expect(rare).toEqual([]);
  expect(turns).toBeGreaterThan(5 * WALKS);
}, 3_600_000);
