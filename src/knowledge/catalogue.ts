import type { z } from 'zod';
import type { ProductClass } from './rules.js';
import type { productsSchema } from './schema.js';

export interface Product {
  readonly name: string;
  readonly class: ProductClass;
  readonly aliases: readonly string[];
  /** Names that mean the product only where a device is being spoken of. */
  readonly short: readonly string[];
  readonly orderNumbers: readonly string[];
  /** A word for a whole class: beside a real name of that class it is no second device. */
  readonly generic: boolean;
}

export interface AmbiguousName {
  readonly said: string;
  readonly aliases: readonly string[];
  readonly short: boolean;
  readonly options: readonly string[];
}

export interface Catalogue {
  readonly products: readonly Product[];
  readonly ambiguous: readonly AmbiguousName[];
  /** Words that are near to a name and are none, in small letters. */
  readonly ordinary: readonly string[];
  /** The product written so, whatever its case and hyphens; null where none or several are meant. */
  readonly byName: (name: string) => Product | null;
  readonly ambiguousName: (name: string) => AmbiguousName | null;
}

/** Case, hyphens, slashes and blanks do not tell two product names apart. */
export const foldName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9+]+/g, '');

/** The catalogue of the checked data; the first product that claims a name keeps it (the loader reports a second). */
export function catalogueOf(data: z.infer<typeof productsSchema>): Catalogue {
  const names = new Map<string, Product>();
  const ambiguous = new Map<string, AmbiguousName>();
  for (const a of data.ambiguous) for (const name of [a.said, ...a.aliases]) ambiguous.set(foldName(name), a);
  for (const p of data.products) {
    for (const name of [p.name, ...p.aliases, ...p.short]) {
      const key = foldName(name);
      if (!names.has(key) && !ambiguous.has(key)) names.set(key, p);
    }
  }
  return {
    products: data.products,
    ambiguous: data.ambiguous,
    ordinary: data.ordinary,
    byName: (name) => names.get(foldName(name)) ?? null,
    ambiguousName: (name) => ambiguous.get(foldName(name)) ?? null,
  };
}
