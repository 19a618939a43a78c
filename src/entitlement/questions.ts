import type { Day } from '../domain/day.js';
import type { FactName, Facts } from '../domain/facts.js';
import { boundsOfDate, dateFromRange, parsePartialDate } from '../domain/partial-date.js';
import { type Separation, UNDETERMINED, type Verdict } from '../domain/verdict.js';
import type { Rules } from '../knowledge/rules.js';
import { type ContractState, contractState } from './contract-state.js';
import { yearAt } from './included-year.js';
import { type ContractDays, commissioningDays, contractDays, type Open } from './open.js';
import { decideOpen } from './outcomes.js';
import { questionOrder } from './question-order.js';

/** The facts that are missing in the order in which they are best asked, each with what its answers come to. */
export function questionsOf(
  facts: Facts,
  open: Open,
  missing: readonly FactName[],
  asOf: Day,
  rules: Rules,
): Verdict['questions'] {
  return questionOrder(missing, open, rules).map((fact) => ({
    fact,
    separates: separationsOf(fact, answersOf(fact, facts, open, asOf, rules), rules),
  }));
}

interface Answers {
  readonly open: Open;
  readonly answers: readonly string[];
  readonly names: readonly string[];
}

/** What the answers to a question come to, those together that come to the same; days that follow each other as one interval. */
function separationsOf(fact: FactName, given: readonly Answers[], rules: Rules): readonly Separation[] {
  const groups = new Map<string, Separation>();
  let last = '';
  for (const { open, answers, names } of given) {
    const result = decideOpen(open, rules);
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

function answersOf(fact: FactName, facts: Facts, open: Open, asOf: Day, rules: Rules): readonly Answers[] {
  const plain = (answer: string, answered: Partial<Open>): Answers => ({
    open: { ...open, ...answered },
    answers: [answer],
    names: [answer],
  });
  const states = ({ starts, ends }: ContractDays) => starts.map((s) => ends.map((e) => contractState(s, e, asOf)));
  switch (fact) {
    case 'family':
      return open.class.map((cls) => plain(cls, { class: [cls] }));
    case 'nmc':
      return open.nmc.map((nmc) => plain(nmc, { nmc: [nmc] }));
    case 'commissioned': {
      const days = commissioningDays(facts.commissioned, asOf);
      return open.year.map((year) => plain(intervalOf(days.filter((d) => yearAt(d, asOf) === year)), { year: [year] }));
    }
    case 'plan':
      return open.plan.map((kind) => {
        const plans = [...rules.plans.values()].filter((plan) => plan.gives === kind);
        const answered = { ...open, plan: [kind] };
        return { open: answered, answers: plans.map((p) => p.id), names: plans.map((p) => p.name) };
      });
    case 'contractStart': {
      const days = contractDays(facts, asOf, rules);
      const lines = states(days);
      return together(days.starts, (at) => lines[at] ?? []).map(([line, starts]) =>
        plain(intervalOf(starts), { contract: [line] }),
      );
    }
    case 'contractEnd': {
      const days = contractDays(facts, asOf, rules);
      const lines = states(days);
      return together(days.ends, (at) => lines.map((line) => line[at] as ContractState)).map(([column, ends]) =>
        plain(intervalOf(ends), { contract: column.map((state) => [state]) }),
      );
    }
  }
}

/** Values that come to the same, in their order, with what they come to. */
function together<T, R>(
  values: readonly T[],
  come: (at: number) => readonly R[],
): readonly (readonly [come: readonly R[], values: readonly T[]])[] {
  const groups = new Map<string, readonly [readonly R[], T[]]>();
  for (const [at, value] of values.entries()) {
    const key = come(at).join();
    const group = groups.get(key);
    if (group) group[1].push(value);
    else groups.set(key, [come(at), [value]]);
  }
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
