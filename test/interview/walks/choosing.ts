import type { Saying } from './sayings.js';

/** Chooses among ways as often as wanted, by one number: the same number, the same choices. */
export function chooser(seed: number) {
  let state = seed;
  return <T>(ways: readonly T[]): T => {
    const way = ways[state % ways.length] as T;
    state = state < ways.length ? state : Math.floor(state / ways.length);
    return way;
  };
}
export type Choose = ReturnType<typeof chooser>;

/** One or several facts in one message. */
export function some(ways: readonly (readonly Saying[])[], choose: Choose): Saying {
  const count = choose([1, 2, 3]);
  const order = choose([ways, [...ways].reverse(), [...ways.slice(1), ...ways.slice(0, 1)]]);
  const parts = order.slice(0, count).map((w) => choose(w));
  const joint = choose([', ', '. ', ' and ']);
  return {
    says: parts.map((p) => p.says).join(joint),
    facts: Object.assign({}, ...parts.map((p) => p.facts)),
  };
}
