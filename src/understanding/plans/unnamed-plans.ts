import type { Plan } from '../../knowledge/knowledge.js';
import { literal } from '../literal.js';

/** A name's first word stands for it from this length on: 'Adv' and 'Eco' are said of other things. */
const SHORTEST_HEAD = 4;

/**
 * A text with 'plan' in place of each name of a plan that gives cover, every offset kept: what reads sentences needs to know that a plan
 * is spoken of, and not which. Build it once.
 */
export function unnamedPlans(plans: readonly Plan[]): (text: string) => string {
  const covering = plans.filter((plan) => plan.gives === 'cover');
  const names = new Set(covering.flatMap(spokenNames));
  const longestFirst = [...names].sort((a, b) => b.length - a.length).map(patternOf);
  if (longestFirst.length === 0) return (text) => text;
  const regex = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => text.replace(regex, (name) => asPlan(name.length));
}

/** The whole names, and the words by which they are known alone; not those that are ordinary words as well. */
const spokenNames = ({ names, short, items }: Plan): readonly string[] => {
  const heads = names.map((name) => name.split(/[\s.]/)[0] ?? '');
  const alone = heads.filter((head) => head.length >= SHORTEST_HEAD && !short.includes(head));
  return [...names.filter((name) => !short.includes(name)), ...alone, ...items];
};

const patternOf = (name: string): string => literal(name).replace(/\s+/g, '[\\s-]*');

/** 'plan' in as many signs as the name has: behind a word that says nothing, where it has more. */
function asPlan(length: number): string {
  if (length < 6) return 'plans'.slice(0, length);
  return `${'x'.repeat(length - 5)} plan`;
}
