import { asItStands } from '../../../src/answering/features.js';
import { createMatcher } from '../../../src/answering/matcher.js';
import type { Group } from '../../../src/answering/model.js';
import { shuffled } from '../../../src/answering/seeded.js';
import { train } from '../../../src/answering/train.js';
import type { Row } from './labelled-files.js';
import { bestThreshold, type Prediction } from './measures.js';
import { fitFuse, fitMiniSearch, fitNlpJs, type Peer } from './peers.js';
import type { Task } from './tasks.js';
import type { Vectors } from './vectors.js';

/** A system that has learned a task: what it says of a text, and from which confidence on it answers. */
export interface Fitted {
  readonly predict: (text: string) => Promise<Prediction>;
  readonly threshold: number;
}

export interface System {
  readonly name: string;
  readonly fit: (task: Task) => Promise<Fitted>;
}

/** What the rows of other worlds are learned as. */
const ELSEWHERE = 'elsewhere';
const SEED = 1;
const FOLDS = 5;

/** The project's matcher; its threshold comes from its own calibration, or from the task's validation split where there is one. */
export function ours(vectors: Vectors | null): System {
  return {
    name: vectors ? 'this matcher' : 'this matcher, lexical',
    fit: async (task) => {
      const examples = [
        ...task.train.map(({ text, label }) => ({ text, label: `faq:${label}`, voice: 'all' })),
        ...task.background.map((text) => ({ text, label: ELSEWHERE, voice: 'all' })),
      ];
      const groups = new Map<string, Group>(
        examples.map((e) => [e.label, e.label === ELSEWHERE ? 'boundary' : 'entry']),
      );
      const mix = { entry: 0.5, kind: 0, boundary: 0, unknown: 0.5 };
      const { model } = await train(
        examples,
        groups,
        vectors?.encoder ?? null,
        vectors?.cache ?? NO_CACHE,
        { mix },
        () => {},
      );
      const matcher = createMatcher(model, 'full', { kind: 'balance' });
      const predict = async (text: string): Promise<Prediction> => {
        const prepared = asItStands(text);
        const vector = vectors ? await vectors.of(prepared.semantic) : null;
        const { ranked, confidence } = matcher.match(prepared, vector);
        const entry = ranked.find((r) => r.group === 'entry');
        const sure = ranked[0]?.group === 'boundary' ? 1 - confidence : confidence;
        return { label: entry ? entry.label.slice('faq:'.length) : null, confidence: entry ? sure : 0 };
      };
      const threshold = matcher.measured(vectors ? 'full' : 'lexical')?.threshold ?? 1;
      return { predict, threshold: (await fromValidation(task, predict)) ?? threshold };
    },
  };
}

const NO_CACHE = { vectors: async () => [], toBytes: () => new Uint8Array() };

/** A library under the same protocol: threshold by five folds of the training rows, each with a fifth of the entries hidden whole. */
function peer(name: string, fit: Peer, atOwnWord = false): System {
  return {
    name,
    fit: async (task) => {
      const predict = await fit(task.train);
      if (atOwnWord) return { predict, threshold: Number.MIN_VALUE };
      return { predict, threshold: (await fromValidation(task, predict)) ?? (await fromFolds(task, fit)) };
    },
  };
}

export const PEERS: readonly System[] = [
  peer('fuse.js 7.5.0', fitFuse),
  peer('MiniSearch 7.2.0', fitMiniSearch({})),
  peer('MiniSearch, fuzzy', fitMiniSearch({ fuzzy: 0.2, prefix: true })),
  peer('nlp.js 4.27.0', fitNlpJs(false)),
  peer('nlp.js, at its word', fitNlpJs(true), true),
];

async function fromValidation(task: Task, predict: Fitted['predict']): Promise<number | null> {
  if (task.validation.length === 0) return null;
  // A few hundred in-scope rows fix the threshold well enough; every out-of-scope row is needed.
  const inside = shuffled(
    task.validation.filter((r) => r.label !== null),
    SEED,
  ).slice(0, 1500);
  const rows = [...inside, ...task.validation.filter((r) => r.label === null)];
  return bestThreshold(rows, await each(rows, predict));
}

async function fromFolds(task: Task, fit: Peer): Promise<number> {
  const labels = shuffled([...new Set(task.train.map((r) => r.label))].sort(), SEED);
  const mixed = shuffled(task.train, SEED);
  const far = shuffled(task.background, SEED);
  const rows: Row[] = [];
  const said: Prediction[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const hidden = new Set(labels.filter((_, i) => i % FOLDS === fold));
    const seen = mixed.filter((r, i) => !hidden.has(r.label) && i % FOLDS !== fold);
    const tried: Row[] = [
      ...mixed.filter((r, i) => !hidden.has(r.label) && i % FOLDS === fold),
      ...mixed.filter((r) => hidden.has(r.label)).map((r) => ({ text: r.text, label: null })),
      ...far.filter((_, i) => i % FOLDS === fold).map((text) => ({ text, label: null })),
    ];
    rows.push(...tried);
    said.push(...(await each(tried, await fit(seen))));
  }
  return bestThreshold(rows, said);
}

/** One after the other, since some peers are not made for more. */
export async function each(rows: readonly Row[], predict: Fitted['predict']): Promise<readonly Prediction[]> {
  const said: Prediction[] = [];
  for (const row of rows) said.push(await predict(row.text));
  return said;
}
