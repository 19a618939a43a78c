import { shuffled } from '../../../src/answering/seeded.js';
import type { PublicSet, Row } from './labelled-files.js';

/** One problem for all systems alike. */
export interface Task {
  readonly name: string;
  /** Rows to learn from; every label is an entry. */
  readonly train: readonly { readonly text: string; readonly label: string }[];
  /** Texts of other worlds, which a system may learn to refuse. */
  readonly background: readonly string[];
  /** Where the set has a split of its own to choose thresholds on; else each system parts its training rows. */
  readonly validation: readonly Row[];
  readonly test: readonly Row[];
  /** What a reader must know of the figure. */
  readonly note: string;
}

const SEEDS = [1, 2, 3];
const ENTRIES = 15;
const PHRASINGS = 20;
const BACKGROUND = 300;

type Labelled = { readonly text: string; readonly label: string };
const inScope = (rows: readonly Row[]): readonly Labelled[] =>
  rows.flatMap(({ text, label }) => (label === null ? [] : [{ text, label }]));
const some = <T>(rows: readonly T[], count: number, seed: number): readonly T[] => shuffled(rows, seed).slice(0, count);
const texts = (rows: readonly Row[]) => rows.map((r) => r.text);

/** All tasks that the sets of a folder allow. */
export function tasksOf(sets: ReadonlyMap<string, PublicSet>): readonly Task[] {
  const clinc = sets.get('clinc150');
  const banking = sets.get('banking77');
  const elsewhere = (set: PublicSet | undefined) => (set ? some(texts(set.train), BACKGROUND, 7) : []);
  const tasks: Task[] = [];
  for (const name of ['sofmattress', 'curekart', 'powerplay11']) {
    const set = sets.get(name);
    if (!set) continue;
    const note = set.test.length === 0 ? 'no test file in the folder' : '';
    tasks.push({ ...whole(set), background: [...(clinc?.background ?? []), ...elsewhere(clinc).slice(0, 200)], note });
  }
  for (const seed of SEEDS) {
    if (clinc) {
      const far = clinc.test.filter((r) => r.label === null);
      tasks.push(faqShaped('clinc-faq15x20', clinc, far, 500, elsewhere(banking), seed));
    }
    if (banking && clinc) {
      const far = some(
        clinc.test.filter((r) => r.label === null),
        400,
        seed,
      );
      tasks.push(faqShaped('banking-faq15x20', banking, far, 600, elsewhere(clinc), seed));
    }
  }
  if (clinc) tasks.push({ ...whole(clinc), background: [...clinc.background, ...elsewhere(banking)] });
  if (banking && banking.test.length > 0) tasks.push({ ...whole(banking), background: [] });
  return tasks;
}

const whole = (set: PublicSet): Task => ({
  name: set.name,
  train: inScope(set.train),
  background: [],
  validation: set.validation,
  test: set.test,
  note: '',
});

/**
 * A set in the shape of a small knowledge base: 15 entries of 20 phrasings by chance, judged on these entries' test rows
 * and on two kinds of out-of-scope rows, far (given) and near (test rows of other entries). Without a test file the training rows
 * that were not taken stand in for it.
 */
function faqShaped(
  name: string,
  set: PublicSet,
  far: readonly Row[],
  nearCount: number,
  background: readonly string[],
  seed: number,
): Task {
  const rows = inScope(set.train);
  const labels = [...new Set(rows.map((r) => r.label))].sort();
  const chosen = new Set(some(labels, ENTRIES, seed));
  const train = [...chosen].flatMap((label) =>
    some(
      rows.filter((r) => r.label === label),
      PHRASINGS,
      seed,
    ),
  );
  const used = new Set(train);
  const rest = rows.filter((r) => !used.has(r));
  const pool = set.test.length > 0 ? inScope(set.test) : evenly(rest, seed);
  const near = some(
    pool.filter((r) => !chosen.has(r.label)),
    nearCount,
    seed,
  );
  return {
    name,
    train,
    background,
    validation: [],
    test: [...pool.filter((r) => chosen.has(r.label)), ...near.map((r) => ({ text: r.text, label: null })), ...far],
    note: set.test.length > 0 ? '' : 'no test file in the folder: judged on training rows that were not taken',
  };
}

/** At most 40 rows a label, as the published test file has. */
function evenly(rows: readonly Labelled[], seed: number): readonly Labelled[] {
  const taken = new Map<string, number>();
  return shuffled(rows, seed).filter(({ label }) => {
    const count = taken.get(label) ?? 0;
    taken.set(label, count + 1);
    return count < 40;
  });
}
