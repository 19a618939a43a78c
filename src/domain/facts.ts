import type { PlanId } from './ids.js';
import { type PartialDate, parsePartialDate } from './partial-date.js';
import { failed, ok, type Problem, type Result } from './problem.js';

/** Which card is in the device; `none`: no card is fitted. */
export const NMC_VALUES = ['NMC1', 'NMC2', 'NMC3', 'NMC4', 'none'] as const;
export type Nmc = (typeof NMC_VALUES)[number];

/** In the order in which facts are listed everywhere. */
export const FACT_NAMES = ['family', 'nmc', 'commissioned', 'plan', 'contractStart', 'contractEnd'] as const;
export type FactName = (typeof FACT_NAMES)[number];

/**
 * What is known of one device. A fact that is not stated is absent, never defaulted.
 * `family` is the catalogue's name, or the words used where they are ambiguous or unknown.
 */
export interface Facts {
  readonly family?: string;
  readonly nmc?: Nmc;
  readonly commissioned?: PartialDate | 'not-yet';
  readonly plan?: PlanId;
  /** `in-effect`: it runs, since when is not known. */
  readonly contractStart?: PartialDate | 'in-effect';
  readonly contractEnd?: PartialDate;
}

const DATE_FORMS = 'write YYYY-MM-DD, YYYY-MM, YYYY, an interval A/B or two readings A|B';

/**
 * Facts as they come from outside, checked. `planIds` are the plans that the knowledge base knows.
 * Null and absent mean not known; unknown keys, wrong values and days that do not exist are problems.
 */
export function parseFacts(input: unknown, planIds: readonly string[]): Result<Facts> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return failed({ code: 'bad-facts', message: `facts: expected an object with any of ${FACT_NAMES.join(', ')}.` });
  }
  const problems: Problem[] = [];
  const facts: Record<string, string> = {};
  const wrong = (name: string, remedy: string) =>
    problems.push({ code: `bad-${name}`, message: `facts.${name}: ${remedy}.` });
  for (const [name, value] of Object.entries(input)) {
    if (value === null || value === undefined) continue;
    if (!FACT_NAMES.includes(name as FactName)) {
      wrong(name, `not a fact; use ${FACT_NAMES.join(', ')}`);
    } else if (typeof value !== 'string' || value.trim() === '' || value.length > 200) {
      wrong(name, 'expected a text of 1 to 200 characters');
    } else if (name === 'nmc' && !NMC_VALUES.includes(value as Nmc)) {
      wrong(name, `'${value}' is no card; use ${NMC_VALUES.join(', ')}`);
    } else if (name === 'plan' && !planIds.includes(value)) {
      wrong(name, `'${value}' is no plan; use ${planIds.join(', ')}`);
    } else if (isDateFact(name) && !isDateValue(name, value)) {
      wrong(name, `'${value}' is not a date that exists; ${DATE_FORMS}${extraValue(name)}`);
    } else facts[name] = value.trim();
  }
  return problems.length > 0 ? failed(...problems) : ok(facts as Facts);
}

const isDateFact = (name: string) => name === 'commissioned' || name === 'contractStart' || name === 'contractEnd';
const extraValue = (name: string) =>
  name === 'commissioned' ? ", or 'not-yet'" : name === 'contractStart' ? ", or 'in-effect'" : '';

function isDateValue(name: string, value: string): boolean {
  if (name === 'commissioned' && value === 'not-yet') return true;
  if (name === 'contractStart' && value === 'in-effect') return true;
  return parsePartialDate(value) !== null;
}
