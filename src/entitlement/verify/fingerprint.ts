import { createHash } from 'node:crypto';
import { FACT_NAMES } from '../../domain/facts.js';
import { type DecidedSpace, partsPlace } from './decided-space.js';
import { type SpaceDay, sizeOf } from './space.js';

/**
 * A SHA-256 over the rules' content and over what is decided of every combination: the same wherever it is computed,
 * another as soon as one word of a rule or one verdict is. It covers, in this order: the rows, assumptions, contradictions
 * and what each plan gives, as JSON; for each day the values of the facts, as JSON, and for each combination (counted
 * up as the digits of a number, the last fact first) two bytes, low one first, that name its verdict; the verdicts
 * in the order of these numbers, as JSON, a line each.
 */
export function fingerprintOf(decided: DecidedSpace): string {
  const { rules, space } = decided;
  const hash = createHash('sha256');
  const plans = [...rules.plans.values()].map(({ id, gives }) => ({ id, gives }));
  const { rows, assumptions, contradictions } = rules;
  hash.update(JSON.stringify({ rows, assumptions, contradictions, plans }));
  const told = decided.decided.map(({ outcome, covered, missing }) => JSON.stringify({ outcome, covered, missing }));
  const numbers = new Map<string, number>();
  for (const day of space.days) {
    const values = FACT_NAMES.map((fact) => day.values[fact].map((v) => v.means));
    hash.update(JSON.stringify({ asOf: day.asOf, values }));
    hash.update(verdictsOf(day, decided, told, numbers));
  }
  hash.update([...numbers.keys()].join('\n'));
  return hash.digest('hex');
}

/** Two bytes for each combination of a day. `told`: what is decided, in words, by number; `numbers`: the same by words, as here; it grows. */
function verdictsOf(
  day: SpaceDay,
  { space, table }: DecidedSpace,
  told: readonly string[],
  numbers: Map<string, number>,
): Uint8Array {
  const known: (number | undefined)[] = [];
  const numberOf = (key: number): number => {
    const words = told[key] ?? '';
    const number = numbers.get(words) ?? numbers.size;
    numbers.set(words, number);
    known[key] = number;
    return number;
  };
  const bytes = new Uint8Array(sizeOf(day) * 2);
  let at = 0;
  for (const cls of day.classes)
    for (const card of day.cards)
      for (const year of day.years) {
        const base = partsPlace(space.parts, { cls, card, year, agreement: 0 });
        for (const agreement of day.agreements) {
          const key = table[base + agreement] ?? 0;
          const number = known[key] ?? numberOf(key);
          bytes[at++] = number & 0xff;
          bytes[at++] = number >> 8;
        }
      }
  return bytes;
}
