import type { CitedSentence } from '../domain/citation.js';
import type { Nmc } from '../domain/facts.js';
import type { PartialDate } from '../domain/partial-date.js';
import type { Change, Covered, Verdict } from '../domain/verdict.js';
import { plain } from './blocks.js';
import { dateWords } from './date-words.js';
import { cardWords, listWords } from './fact-words.js';
import { WORDING } from './wording.js';

/** From the worst to the best; where a question is left open nothing is won. */
const WORTH: Readonly<Record<Covered, number>> = { no: 0, unknown: 0, 'not-yet': 1, 'at-visit': 2, yes: 3 };

/**
 * What would change a decided verdict, told apart by whose it is: what the asker can do for the better, or that there is nothing,
 * which is so since all of it was tried; what time alone does; and what would make it better and is nobody's to change.
 */
export function changeSentences(verdict: Verdict): readonly CitedSentence[] {
  if (verdict.says === null) return [];
  const isBetter = (c: Change) => WORTH[c.covered] > WORTH[verdict.covered];
  const by = (whose: Change['by']) => verdict.whatWouldChange.filter((c) => c.by === whose);
  const yours = grouped(by('customer').filter(isBetter)).map((group) => customerWords(group, verdict));
  const nothing = yours.length === 0 && verdict.covered !== 'yes' ? [plain(WORDING.changes.nothing)] : [];
  const time = by('time').map(({ change, citations, ...to }) => ({
    text: WORDING.changes.time(dateWords((change.asOf ?? '') as PartialDate), resultWords(to)),
    citations,
  }));
  const isOpen = (c: Change) => c.missing.length > 0 && verdict.covered !== 'yes';
  return [...yours, ...nothing, ...time, ...nobodyWords(by('nobody').filter((c) => isBetter(c) || isOpen(c)))];
}

function resultWords({ covered, missing }: Pick<Change, 'covered' | 'missing'>): string {
  const { changes, factNames } = WORDING;
  if (missing.length === 0 || covered !== 'unknown') return changes.result[covered];
  return changes.depends(
    listWords(
      missing.map((fact) => factNames[fact]),
      'and',
    ),
  );
}

/** Changes of the same facts with the same outcome: the plans that one has the choice of. */
function grouped(changes: readonly Change[]): readonly (readonly [Change, ...Change[]])[] {
  const groups = new Map<string, [Change, ...Change[]]>();
  for (const change of changes) {
    const key = `${change.outcome} ${Object.keys(change.change).join()}`;
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  return [...groups.values()];
}

function customerWords(group: readonly [Change, ...Change[]], verdict: Verdict): CitedSentence {
  const [first] = group;
  const { changes } = WORDING;
  const { commissioned, plan, contractStart } = first.change;
  const names = listWords(
    group.flatMap((c) => (c.planName === null ? [] : [c.planName])),
    'or',
  );
  const parts: string[] = [];
  if (commissioned !== undefined) parts.push(changes.commission);
  if (plan !== undefined) parts.push(first.covered === 'at-visit' ? changes.visit(names) : changes.plan(names));
  else if (contractStart !== undefined) parts.push(changes.start(verdict.planName ?? ''));
  return { text: changes.yours(listWords(parts, 'and'), resultWords(first)), citations: first.citations };
}

/** The facts that would have to be others, once for each set of them; a set that holds a smaller one says no more than that. */
function nobodyWords(changes: readonly Change[]): readonly CitedSentence[] {
  const sets = new Map<string, Change[]>();
  for (const change of changes) {
    const key = Object.keys(change.change).join();
    const [best] = sets.get(key) ?? [];
    if (best?.outcome === change.outcome) sets.get(key)?.push(change);
    else if (!best || WORTH[best.covered] < WORTH[change.covered]) sets.set(key, [change]);
  }
  const keys = [...sets.keys()].map((key) => key.split(','));
  const isSmallest = (facts: readonly string[]) =>
    !keys.some((other) => other.length < facts.length && other.every((fact) => facts.includes(fact)));
  return [...sets].flatMap(([key, [first, ...more]]) => {
    if (!first || !isSmallest(key.split(','))) return [];
    const others = key.split(',').flatMap((fact) => otherWords(fact, [first, ...more]));
    const text = WORDING.changes.nobody(listWords(others, 'and'), resultWords(first));
    return [{ text: first.note ? `${text} ${first.note.text}` : text, citations: first.note?.citations ?? [] }];
  });
}

function otherWords(fact: string, changes: readonly Change[]): readonly string[] {
  const { other } = WORDING.changes;
  if (fact !== 'nmc') return fact in other ? [other[fact as keyof typeof other]] : [];
  const cards = [...new Set(changes.map((c) => cardWords(c.change.nmc as Nmc)))];
  return [listWords(cards, 'or')];
}
