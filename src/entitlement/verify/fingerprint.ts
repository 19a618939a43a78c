import { createHash } from 'node:crypto';
import { FACT_NAMES } from '../../domain/facts.js';
import { type DecidedSpace, partsPlace } from './decided-space.js';
import { type SpaceDay, sizeOf } from './space.js';

/**
 * A SHA-256 over the rules' content and over what is decided of every combination: the same wherever it is computed,
 * another as soon as one word of a rule or one verdict is. It covers, in this order: the rows, assumptions, contradictions
 * and what each plan gives, as JSON; for each day the values of the facts, as JSON, and for each combination (counted
 * up as the digits of a number, the last fact first) two bytes, low one first, that name its verdict; the verdicts
 * by that number, in the order in which they first come up, as JSON.
 */
export function fingerprintOf(decided: DecidedSpace): string {
  const { rules, space } = decided;
  const hash = createHash('sha256');
  const plans = [...rules.plans.values()].map(({ id, gives }) => ({ id, gives }));
  const { rows, assumptions, contradictions } = rules;
  hash.update(JSON.stringify({ rows, assumptions, contradictions, plans }));
  const numbers = new Map<number, number>();
  for (const day of space.days) {
    const values = FACT_NAMES.map((fact) => day.values[fact].map((v) => v.means));
    hash.update(JSON.stringify({ asOf: day.asOf, values }));
    hash.update(verdictsOf(day, decided, numbers));
  }
  const verdicts = [...numbers.keys()].map((key) => {
    const { outcome, covered, missing } = decided.decided[key] ?? {};
    return { outcome, covered, missing };
  });
  hash.update(JSON.stringify(verdicts));
  return hash.digest('hex');
}

/** Two bytes for each combination of a day. `numbers`: what is decided → its number here; it grows. */
function verdictsOf(day: SpaceDay, { space, table }: DecidedSpace, numbers: Map<number, number>): Uint8Array {
  const bytes = new Uint8Array(sizeOf(day) * 2);
  let at = 0;
  for (const cls of day.classes)
    for (const card of day.cards)
      for (const year of day.years) {
        const base = partsPlace(space.parts, { cls, card, year, agreement: 0 });
        for (const agreement of day.agreements) {
          const key = table[base + agreement] ?? 0;
          let number = numbers.get(key);
          if (number === undefined) {
            number = numbers.size;
            numbers.set(key, number);
          }
          bytes[at++] = number & 0xff;
          bytes[at++] = number >> 8;
        }
      }
  return bytes;
}
