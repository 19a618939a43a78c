import { FACT_NAMES, type FactName, type Facts } from '../../domain/facts.js';
import { decideOutcome } from '../../entitlement/outcomes.js';
import type { Check, CounterExample } from '../../entitlement/verify/check.js';
import { type DecidedSpace, decidedAt, partsAt, partsPlace } from '../../entitlement/verify/decided-space.js';
import { factsAt, type Places, type SpaceDay } from '../../entitlement/verify/space.js';
import { mergeFacts } from '../merge-facts.js';
import type { DeviceState } from '../state.js';

const NOTHING: DeviceState = { facts: {}, declined: [] };

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}

/** Combinations that know the same facts, one for each verdict that knowing just these can give. */
type ByKnown = ReadonlyMap<string, readonly Places[]>;

function differentVerdicts(decided: DecidedSpace, day: SpaceDay): ByKnown {
  const { space, table } = decided;
  const verdicts = decided.decided.map(({ outcome, covered, missing }) => [outcome, covered, missing].join(' '));
  const found = new Map<string, Map<string, Places>>();
  const axes = FACT_NAMES.map((fact) => [...day.values[fact].keys()]);
  const [families = [], cards = [], commissioned = [], plans = [], starts = [], ends = []] = axes;
  for (const family of families)
    for (const card of cards)
      for (const on of commissioned)
        for (const plan of plans)
          for (const start of starts)
            for (const end of ends) {
              const places: Places = [family, card, on, plan, start, end];
              const known = places.map((place) => (place > 0 ? 1 : 0)).join('');
              const verdict = verdicts[table[partsPlace(space.parts, partsAt(day, places))] ?? 0] ?? '';
              const same = found.get(known) ?? new Map<string, Places>();
              if (!same.has(verdict)) same.set(verdict, places);
              found.set(known, same);
            }
  return new Map([...found].map(([known, same]) => [known, [...same.values()]]));
}

/** The facts as a conversation holds them that heard them one by one. */
const told = (facts: Facts, order: readonly FactName[]): Facts =>
  order.reduce((device, fact) => mergeFacts(device, { [fact]: facts[fact] }), NOTHING).facts;

const sameFacts = (a: Facts, b: Facts): boolean => FACT_NAMES.every((fact) => a[fact] === b[fact]);

/** The verdict of these facts, in one line. */
function verdictOf(facts: Facts, day: SpaceDay, { rules }: DecidedSpace): string {
  const decided = decideOutcome(facts, day.asOf, rules);
  return decided.kind === 'decided'
    ? `${decided.row.outcome}, covered: ${decided.covered}`
    : `undetermined, covered: ${decided.covered}, missing: ${decided.missing.join(', ')}`;
}

/**
 * Facts give the same verdict in whatever order they are written, and a conversation that hears them one by one holds
 * the same in whatever order. Every order of every set of facts is tried, with a combination for each verdict; the
 * engine is asked for one of them.
 */
export function orderIsOfNoAccount(decided: DecidedSpace): Check {
  const [day] = decided.space.days;
  let cases = 0;
  let against: CounterExample | null = null;
  const byKnown: ByKnown = day ? differentVerdicts(decided, day) : new Map();
  for (const combinations of byKnown.values())
    for (const [i, places] of combinations.entries()) {
      if (!day) break;
      const facts = factsAt(day, places);
      const { row } = decidedAt(decided, partsAt(day, places));
      for (const order of permutations(FACT_NAMES.filter((fact) => facts[fact] !== undefined))) {
        cases++;
        const heard = told(facts, order);
        const same = sameFacts(heard, facts);
        if (same && (i > 0 || verdictOf(heard, day, decided) === verdictOf(facts, day, decided))) continue;
        against ??= {
          says: `Told in the order ${order.join(', ')}, these facts come to ${verdictOf(heard, day, decided)}; together they come to ${verdictOf(facts, day, decided)}.`,
          devices: [
            { asOf: day.asOf, facts },
            { asOf: day.asOf, facts: heard },
          ],
          rows: row ? [row.id] : [],
        };
      }
    }
  return { id: 'order', proves: 'The order in which facts are written or told is of no account.', cases, against };
}
