import type { Plan } from '../../knowledge/knowledge.js';
import type { Span } from '../clauses.js';
import { literal } from '../literal.js';

/** Words before a short name after which it is the plan that somebody has, gets or had: 'we have …', 'now on …'. */
const HAVING =
  '(?:have|has|had|having|got|gets?|with|under|on|bought|buy|buys|buying|takes?|took|signed|ordered|renewed|purchased?|chose|add(?:ed)?|(?:plan|contract|agreement|cover)(?: is| was|[:=])?)\\s+(?:[^.;?!]{0,30}\\band\\s+)?(?:(?:the|an?|our|their|now|still|only|just|already)\\s+)?';
/** What may follow it: the end, a mark, or words that go on about a contract. */
const GOES_ON =
  '(?=\\s*(?:[,.;:!?)]|$|(?:plan|contract|agreement|service|since|from|until|till|as of|and|but|now|today|yet|in (?:effect|force|place)|valid|running|active|through|in \\d{4})\\b|(?:start|begin|began|end|expire|take|kick|run)\\w*\\b))';

/** A plan by its short name. */
export interface ShortName extends Span {
  readonly said: string;
  readonly plan: Plan;
}

/**
 * Finds plans by the short names that are ordinary words too: as all that is said, after words of having one ('we have …, since
 * May'), before 'contract', and, for those that the knowledge base names so, as an item of a list. Build it once.
 */
export function shortNames(plans: readonly Plan[]): (text: string) => readonly ShortName[] {
  const patterns = plans.flatMap((plan) =>
    plan.short.map((name) => {
      const said = literal(name);
      const item = plan.items.includes(name)
        ? `|(?<=[,;]\\s*)${said}(?=\\s*(?:[,.;!?)]|$|(?:(?:is |has been )?(?:running|active|valid|in (?:effect|force|place)) )?(?:since|from)\\b))`
        : '';
      const source = `(?<=\\b${HAVING})${said}${GOES_ON}|(?<![\\p{L}\\p{N}-])${said}(?=\\s+(?:contract|agreement|service plan)\\b)${item}`;
      return { plan, name: name.toLowerCase(), regex: new RegExp(source, 'giu') };
    }),
  );
  return (text) => {
    const lower = text.toLowerCase();
    const alone = lower.trim().replace(/[.!]+$/, '');
    return patterns.flatMap(({ plan, name, regex }) => {
      if (!lower.includes(name)) return [];
      if (alone === name) return [{ start: 0, end: text.length, said: text, plan }];
      return [...text.matchAll(regex)].map((m) => ({ start: m.index, end: m.index + m[0].length, said: m[0], plan }));
    });
  };
}
