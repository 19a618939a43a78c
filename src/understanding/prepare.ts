import { day } from '../domain/day.js';
import type { Catalogue } from '../knowledge/catalogue.js';
import { findDates } from './dates/find-dates.js';
import { type FindProducts, productFinder } from './products/find-products.js';

/** What stands for a product in a text that is matched: its class matters there, not its name. */
const CLASS_WORDS = {
  listed: 'xlisted',
  excluded: 'xexcluded',
  'one-phase': 'xonephase',
  unlisted: 'xunlisted',
} as const;
const AMBIGUOUS = 'xlisted';
const DATE = 'xdate';
/** Dates are only found here, never counted, so any day will do. */
const ANY_DAY = day('2026-01-01');

/** Generic names of devices that say by themselves what is meant; masking them would hide it. */
const isNamed = (said: string): boolean =>
  /\d|\b(?:galaxy|symmetra|easy|smart|back|inrow|uniflair|[a-z]{1,3}\d)/i.test(said);

/**
 * A text as the matcher learns and reads it: names of products replaced by their class, and dates by one word, so that
 * what was learned of one product holds for all.
 */
export function maskNames(
  catalogue: Catalogue,
  find: FindProducts = productFinder(catalogue),
): (text: string) => string {
  return (text) => {
    const spans = [
      ...find(text)
        .filter((m) => isNamed(m.said))
        .map((m) => ({ ...m, word: m.kind === 'product' ? CLASS_WORDS[m.product.class] : AMBIGUOUS })),
      ...findDates(text, { today: ANY_DAY })
        .filter((d) => d.precision === 'day' || /\d/.test(d.said))
        .map((d) => ({ ...d, word: DATE })),
    ].sort((a, b) => a.start - b.start);
    let masked = '';
    let end = 0;
    for (const span of spans) {
      if (span.start < end) continue;
      masked += `${text.slice(end, span.start)}${span.word}`;
      end = span.end;
    }
    return masked + text.slice(end);
  };
}
