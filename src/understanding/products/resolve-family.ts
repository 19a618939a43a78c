import type { Day } from '../../domain/day.js';
import type { Facts } from '../../domain/facts.js';
import type { Understand } from '../understand.js';

/** Facts with the family's name as the catalogue writes it, where it is one product, misspelt or abbreviated as it may be. */
export function withResolvedFamily(facts: Facts, understand: Understand, today: Day): Facts {
  if (facts.family === undefined) return facts;
  const { products } = understand(facts.family, { today });
  const [only, second] = products;
  return only?.kind === 'product' && second === undefined ? { ...facts, family: only.product.name } : facts;
}
