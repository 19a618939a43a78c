import { day } from '../../src/domain/day.js';
import type { FactName, Facts } from '../../src/domain/facts.js';
import type { Question } from '../../src/domain/reply.js';
import { contractState } from '../../src/entitlement/contract-state.js';
import { decide } from '../../src/entitlement/decide.js';
import { yearAt } from '../../src/entitlement/included-year.js';
import { commissioningDays, contractDays, openOf, plansOpen } from '../../src/entitlement/open.js';
import { bestQuestion, type QuestionCost } from '../../src/entitlement/question-order.js';
import { nextQuestion } from '../../src/interview/next-question.js';
import { projectKnowledge } from '../support/knowledge.js';
import { states } from '../support/states-of-knowledge.js';

const knowledge = projectKnowledge();
const { rules } = knowledge;
const TODAY = day('2026-11-22');

/** One value for each of those that come to the same. */
function oneEach<T>(values: readonly T[], comesTo: (value: T) => string): readonly T[] {
  return [...new Map(values.map((value) => [comesTo(value), value])).values()];
}

/** Days that stand for the distant past and future, as a day that can be said. */
const sayable = (value: string | null): string | null =>
  value === null || !/^\d/.test(value)
    ? value
    : value < '1900'
      ? '1900-01-01'
      : value > '2999-12-31'
        ? '2999-12-31'
        : value;

/** The answers to a question that the rules tell apart, as people would give them. */
function answersTo(fact: FactName, facts: Facts): readonly (string | null)[] {
  const { starts, ends } = contractDays(facts, TODAY, rules);
  switch (fact) {
    case 'family':
      return ['Galaxy VS', 'Cooling unit', 'Smart-UPS', 'Galaxy 5500'];
    case 'nmc':
      return ['NMC1', 'NMC2', 'NMC3'];
    case 'commissioned':
      return oneEach(commissioningDays(facts.commissioned, TODAY), (d) => yearAt(d, TODAY));
    case 'plan': {
      const kinds = plansOpen(facts.plan, rules);
      return ['none', 'stand-alone-visit', 'advantage-plus'].filter((id) => {
        const gives = rules.plans.get(id)?.gives;
        return gives !== 'open' && gives !== undefined && kinds.includes(gives);
      });
    }
    case 'contractStart':
      return oneEach(starts, (s) => ends.map((e) => contractState(s, e, TODAY)).join());
    case 'contractEnd':
      return oneEach(ends, (e) => starts.map((s) => contractState(s, e, TODAY)).join());
  }
}

/** What the dialog asks next of a device of which so much is known; null: nothing, or only which of two contradicting dates is right. */
function asked(facts: Facts): Question | null {
  const question = nextQuestion({ facts, declined: [] }, decide(facts, TODAY, rules), 1, knowledge);
  return question?.because.kind === 'contradiction' ? null : question;
}

const known = new Map<string, QuestionCost>();

/** How many questions the dialog puts until nothing is left to ask, each answer being as likely as the others. */
function questionsPut(facts: Facts): QuestionCost {
  const key = JSON.stringify(openOf(facts, TODAY, rules));
  const before = known.get(key);
  if (before) return before;
  const question = asked(facts);
  const costs = question
    ? answersTo(question.fact, facts).map((a) => questionsPut({ ...facts, [question.fact]: sayable(a) }))
    : [];
  const cost =
    costs.length === 0
      ? { most: 0, mean: 0 }
      : {
          most: 1 + Math.max(...costs.map((c) => c.most)),
          mean: 1 + costs.reduce((sum, c) => sum + c.mean, 0) / costs.length,
        };
  known.set(key, cost);
  return cost;
}

const rounded = (n: number) => Math.round(n * 10_000) / 10_000;
const open = states(TODAY, rules).filter((facts) => bestQuestion(openOf(facts, TODAY, rules), rules).first !== null);

describe('the questions that the dialog really puts', () => {
  test('are from nothing known 1.37 on average and 5 at the most', () => {
    const { most, mean } = questionsPut({});
    expect([most, rounded(mean)]).toEqual([5, 1.3704]);
  });

  test(`are from each of ${open.length} states of knowledge as few as any order can take`, () => {
    const put = open.map(questionsPut);
    const least = open.map((facts) => bestQuestion(openOf(facts, TODAY, rules), rules).cost);
    const more = open.filter((_, i) => {
      const [a, b] = [put[i], least[i]];
      return a === undefined || b === undefined || a.most !== b.most || Math.abs(a.mean - b.mean) > 1e-9;
    });
    expect(more).toEqual([]);
    const mean = rounded(put.reduce((sum, c) => sum + c.mean, 0) / put.length);
    expect([put.length, Math.max(...put.map((c) => c.most)), mean]).toEqual([2462, 6, 1.2311]);
  });
});
