import { day } from '../../src/domain/day.js';
import type { FactName } from '../../src/domain/facts.js';
import { type Open, openOf } from '../../src/entitlement/open.js';
import { bestQuestion, type Choose, questionOrder } from '../../src/entitlement/question-order.js';
import { projectKnowledge } from '../support/knowledge.js';
import { states } from '../support/states-of-knowledge.js';

const { rules } = projectKnowledge();
const TODAY = day('2026-11-22');

/** Every state of knowledge that leaves something open, each once. */
const spaces: readonly Open[] = states(TODAY, rules)
  .map((facts) => openOf(facts, TODAY, rules))
  .filter((space) => bestQuestion(space, rules).first !== null);
const costs = (choose?: Choose) => spaces.map((space) => bestQuestion(space, rules, [], choose).cost);
const rounded = (n: number) => Math.round(n * 10_000) / 10_000;
const summary = (all: ReturnType<typeof costs>) => ({
  most: Math.max(...all.map((c) => c.most)),
  mean: rounded(all.reduce((sum, c) => sum + c.mean, 0) / all.length),
});

describe(`the order of questions, over ${spaces.length} states of knowledge`, () => {
  const best = costs();
  const inUse = costs((missing, space) => questionOrder(missing, space, rules)[0] as FactName);

  test('takes as few as any order can, at the most and on average', () => {
    expect({ states: spaces.length, ...summary(best) }).toEqual({ states: 2462, most: 6, mean: 1.2311 });
    expect(summary(inUse)).toEqual(summary(best));
    expect(inUse.filter((cost, i) => cost.mean > (best[i]?.mean ?? 0) + 1e-9 || cost.most !== best[i]?.most)).toEqual(
      [],
    );
  });

  test('is the order of the rules, save where both dates of a contract are known in part', () => {
    const ofRules = costs(([first]) => first as FactName);
    expect(summary(ofRules)).toEqual({ most: 6, mean: 1.2321 });
    const worse = spaces.filter((_, i) => (ofRules[i]?.mean ?? 0) > (best[i]?.mean ?? 0) + 1e-9);
    expect(worse.length).toBe(80);
    expect(worse.filter(({ contract }) => contract.length < 2 || (contract[0]?.length ?? 0) < 2)).toEqual([]);
  });

  test('has the product first', () => {
    const { first, cost } = bestQuestion(openOf({}, TODAY, rules), rules);
    expect([first, cost.most, rounded(cost.mean)]).toEqual(['family', 5, 1.3704]);
    const order = questionOrder(
      ['family', 'nmc', 'commissioned', 'plan', 'contractStart'],
      openOf({}, TODAY, rules),
      rules,
    );
    expect(order).toEqual(['family', 'nmc', 'commissioned', 'plan', 'contractStart']);
  });

  test('goes on with the next best where something is not known', () => {
    for (const space of spaces) {
      const { first } = bestQuestion(space, rules);
      expect(first && bestQuestion(space, rules, [first]).first).not.toBe(first);
    }
  });
});
