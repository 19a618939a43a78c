import { shuffled } from './seeded.js';

/**
 * Some rows that stand for all, in ascending order: by chance, but as evenly over the labels as their sizes allow. The same rows
 * for the same labels and seed.
 */
export function landmarksOf(rowLabels: Uint16Array, count: number, seed: number): Uint32Array {
  const byLabel = new Map<number, number[]>();
  for (const row of shuffled([...rowLabels.keys()], seed)) {
    const label = rowLabels[row] as number;
    byLabel.set(label, [...(byLabel.get(label) ?? []), row]);
  }
  const queues = [...byLabel.entries()].sort(([a], [b]) => a - b).map(([, rows]) => rows);
  const chosen: number[] = [];
  for (let round = 0; chosen.length < count; round++) {
    const turn = queues.flatMap((rows) => rows.slice(round, round + 1));
    if (turn.length === 0) break;
    chosen.push(...turn.slice(0, count - chosen.length));
  }
  return Uint32Array.from(chosen).sort();
}
