import type { CitedSentence } from '../domain/citation.js';
import type { Day } from '../domain/day.js';
import type { Facts } from '../domain/facts.js';
import type { Change } from '../domain/verdict.js';
import type { Row, Rules } from '../knowledge/rules.js';
import { openResult, rowResult } from './change-result.js';
import { type FeatureSets, sharedRow } from './features.js';
import { type Move, movesOf } from './moves.js';
import { timeChanges } from './time-changes.js';

/**
 * The smallest changes that give another outcome than `row`'s, told apart by whose they are. For each other outcome that the
 * customer can bring about: every way to it with the fewest facts. For each that time alone brings about: its first day. For each
 * other: the ways with the fewest facts that nobody can change, where one plan stands for all that give the same. Every
 * combination of moves is tried, so what is not listed cannot be had by any of them.
 */
export function changesFrom(row: Row, facts: Facts, sets: FeatureSets, asOf: Day, rules: Rules): readonly Change[] {
  const ways = waysFrom(row, sets, movesOf(facts, sets, asOf, rules), rules);
  const customer = fewest(ways.filter((w) => w.by === 'customer' && w.row !== null));
  const reached = new Set(customer.map((w) => w.row?.outcome));
  const nobody = fewest(ways.filter((w) => w.by === 'nobody' && !reached.has(w.row?.outcome)));
  return [
    ...customer.flatMap((way) => changesOf(way, facts, asOf, rules)),
    ...timeChanges(row, facts, asOf, rules),
    ...nobody.flatMap((way) => changesOf(way, facts, asOf, rules)),
  ];
}

/** Facts after a change. A plan that is had anew drops the dates of the contract before it. */
export function withChange(facts: Facts, change: Change['change']): Facts {
  const { asOf: _day, ...changed } = change;
  const { contractStart: _start, contractEnd: _end, ...withoutContract } = facts;
  return { ...(changed.plan === undefined ? facts : withoutContract), ...changed } as Facts;
}

/** Moves, at most one for a feature, that together lead to another outcome; no row: to one that is open. */
interface Way {
  readonly by: 'customer' | 'nobody';
  readonly made: readonly Move[];
  /** How many facts it changes. */
  readonly size: number;
  readonly row: Row | null;
}

function waysFrom(from: Row, sets: FeatureSets, moves: readonly (readonly Move[])[], rules: Rules): readonly Way[] {
  const ways: Way[] = [];
  const go = (feature: number, after: FeatureSets, made: readonly Move[]): void => {
    const alternatives = moves[feature];
    if (alternatives === undefined) {
      if (made.length === 0) return;
      const row = sharedRow(after, rules);
      if (row?.outcome === from.outcome) return;
      const by = made.every((move) => move.by === 'customer') ? 'customer' : 'nobody';
      ways.push({ by, made, row, size: made.reduce((n, move) => n + move.size, 0) });
      return;
    }
    go(feature + 1, after, made);
    for (const move of alternatives) go(feature + 1, { ...after, ...move.gives }, [...made, move]);
  };
  go(0, sets, []);
  return ways;
}

/** For each outcome the ways with the fewest facts. */
function fewest(ways: readonly Way[]): readonly Way[] {
  const least = new Map<string | undefined, number>();
  for (const { row, size } of ways) least.set(row?.outcome, Math.min(size, least.get(row?.outcome) ?? size));
  return ways.filter(({ row, size }) => size === least.get(row?.outcome));
}

/** A way in facts: once for each card that does, and for each plan that the customer has the choice of. */
function changesOf({ by, made, row }: Way, facts: Facts, asOf: Day, rules: Rules): readonly Change[] {
  const isPlan = (move: Move) => move.gives.cover !== undefined;
  const choices = made.map((move) => (by === 'nobody' && isPlan(move) ? move.changes.slice(0, 1) : move.changes));
  const chosen = choices.reduce<readonly (readonly Move['changes'][number][])[]>(
    (all, some) => all.flatMap((before) => some.map((one) => [...before, one])),
    [[]],
  );
  return chosen.map((parts): Change => {
    const change: Change['change'] = Object.assign({}, ...parts.map((p) => p.change));
    return {
      by,
      change,
      ...(row ? rowResult(row) : openResult(withChange(facts, change), asOf, rules)),
      planName: parts.find((p) => p.planName !== null)?.planName ?? null,
      ...(by === 'nobody' ? { note: noteOf(change, rules), citations: [] } : { note: null }),
    };
  });
}

function noteOf(change: Change['change'], rules: Rules): CitedSentence | null {
  const notes = Object.keys(change).flatMap((fact) => rules.fixed[fact as keyof Rules['fixed']] ?? []);
  return notes.length === 0
    ? null
    : { text: notes.map((n) => n.text).join(' '), citations: notes.flatMap((n) => n.citations) };
}
