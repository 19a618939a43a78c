import type { Day } from '../domain/day.js';
import type { FactName, Facts } from '../domain/facts.js';
import { boundsOfDate, dateFromRange, parsePartialDate } from '../domain/partial-date.js';
import { type Separation, UNDETERMINED, type Verdict } from '../domain/verdict.js';
import type { Rules } from '../knowledge/rules.js';
import { contractState } from './contract-state.js';
import { type Domains, domainsOf } from './domains.js';
import { outcomeOf } from './outcomes.js';
import { questionOrder } from './question-order.js';
import { spaceIn, yearOf } from './space.js';

/** The facts that are missing in the order in which they are best asked, each with what its answers come to. */
export function questionsOf(facts: Facts, missing: readonly FactName[], asOf: Day, rules: Rules): Verdict['questions'] {
  const domains = domainsOf(facts, asOf, rules);
  return questionOrder(missing, spaceIn(domains, asOf), rules).map((fact) => ({
    fact,
    separates: separationsOf(fact, domains, asOf, rules),
  }));
}

interface Answers {
  readonly domains: Domains;
  readonly answers: readonly string[];
  readonly names: readonly string[];
}

/** What the answers to a question come to, those together that come to the same; days that follow each other as one interval. */
function separationsOf(fact: FactName, domains: Domains, asOf: Day, rules: Rules): readonly Separation[] {
  const groups = new Map<string, Separation>();
  let last = '';
  for (const { domains: answered, answers, names } of answersOf(fact, domains, asOf, rules)) {
    const result = outcomeOf(spaceIn(answered, asOf), rules);
    const outcome = result.kind === 'decided' ? result.row.outcome : UNDETERMINED;
    const missing = result.kind === 'decided' ? [] : result.missing;
    const key = `${outcome} ${missing.join()}`;
    const before = groups.get(key);
    const joined = isDate(fact) && key === last ? joinedTo(before?.answers ?? [], answers) : null;
    groups.set(key, {
      answers: joined ?? [...(before?.answers ?? []), ...answers],
      names: joined ?? [...(before?.names ?? []), ...names],
      outcome,
      covered: result.covered,
      missing,
      citations: result.kind === 'decided' ? result.row.says.citations : [],
    });
    last = key;
  }
  return [...groups.values()];
}

const isDate = (fact: FactName): boolean =>
  fact === 'commissioned' || fact === 'contractStart' || fact === 'contractEnd';

/** Dates with one more behind them, as one interval with the last of them; null where one of the two is none. */
function joinedTo(before: readonly string[], [added]: readonly string[]): readonly string[] | null {
  const [from, to] = [parsePartialDate(before.at(-1) ?? ''), parsePartialDate(added ?? '')];
  if (from === null || to === null) return null;
  return [...before.slice(0, -1), dateFromRange({ from: boundsOfDate(from).from, to: boundsOfDate(to).to })];
}

function answersOf(fact: FactName, domains: Domains, asOf: Day, rules: Rules): readonly Answers[] {
  const plain = (answer: string, answered: Partial<Domains>): Answers => ({
    domains: { ...domains, ...answered },
    answers: [answer],
    names: [answer],
  });
  switch (fact) {
    case 'family':
      return domains.class.map((cls) => plain(cls, { class: [cls] }));
    case 'nmc':
      return domains.nmc.map((nmc) => plain(nmc, { nmc: [nmc] }));
    case 'commissioned':
      return together(domains.commissioned, (day) => yearOf(day, asOf)).map((days) =>
        plain(intervalOf(days), { commissioned: days }),
      );
    case 'plan':
      return domains.plan.map((kind) => {
        const plans = [...rules.plans.values()].filter((plan) => plan.gives === kind);
        const answered = { ...domains, plan: [kind] };
        return { domains: answered, answers: plans.map((p) => p.id), names: plans.map((p) => p.name) };
      });
    case 'contractStart':
      return together(domains.contractStart, (start) =>
        domains.contractEnd.map((end) => contractState(start, end, asOf)).join(),
      ).map((days) => plain(intervalOf(days), { contractStart: days }));
    case 'contractEnd':
      return together(domains.contractEnd, (end) =>
        domains.contractStart.map((start) => contractState(start, end, asOf)).join(),
      ).map((days) => plain(intervalOf(days), { contractEnd: days }));
  }
}

/** Values that come to the same, in their order. */
function together<T>(values: readonly T[], come: (value: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(come(value), [...(groups.get(come(value)) ?? []), value]);
  return [...groups.values()];
}

const FIRST = '1900-01-01' as Day;
const LAST = '2999-12-31' as Day;

/** Days that come to the same as one interval: what comes of a day never returns to what came of an earlier one. */
function intervalOf(values: readonly (Day | 'not-yet' | 'in-effect' | null)[]): string {
  const days = values.filter((v): v is Day => v !== null && v !== 'not-yet' && v !== 'in-effect').sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return String(values[0]);
  return dateFromRange({ from: from < FIRST ? FIRST : from, to: to > LAST ? LAST : to });
}
