import { performance } from 'node:perf_hooks';
import MiniSearch from 'minisearch';
import { asItStands } from '../../../src/answering/features.js';
import { createMatcher } from '../../../src/answering/matcher.js';
import type { Group } from '../../../src/answering/model.js';
import { type Example, train } from '../../../src/answering/train.js';
import { emptyVectorCache } from '../../../src/answering/vector-cache.js';
import { syntheticExamples, syntheticMessages } from './synthetic.js';

const MESSAGES = 3_000;
const WARM_UP = 1_000;

interface Size {
  readonly system: string;
  readonly phrasings: number;
  readonly buildSeconds: number;
  readonly peakMegabytes: number;
  readonly p50: number;
  readonly p99: number;
}

const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? 0;

type System = (examples: readonly Example[]) => Promise<(text: string) => unknown>;

const matcher: System = async (examples) => {
  const groups = new Map(examples.map((e): [string, Group] => [e.label, 'entry']));
  const { model } = await train(examples, groups, null, emptyVectorCache(), {}, () => undefined);
  const ready = createMatcher(model, 'lexical');
  return (text) => ready.match(asItStands(text), null);
};

const miniSearch: System = async (examples) => {
  const search = new MiniSearch({ fields: ['text'], storeFields: ['label'] });
  search.addAll(examples.map((e, id) => ({ id, ...e })));
  return (text) => search.search(text, { fuzzy: 0.2, prefix: true })[0];
};

const SYSTEMS: Readonly<Record<string, System>> = { 'this matcher, lexical': matcher, 'MiniSearch, fuzzy': miniSearch };
export const systemNames = Object.keys(SYSTEMS);

/** One system at one size, to be run in a process of its own, since memory is that of the process. */
export async function measure(system: string, phrasings: number): Promise<Size> {
  const fit = SYSTEMS[system];
  if (!fit) throw new Error(`no system '${system}'`);
  const examples = syntheticExamples(phrasings);
  const messages = syntheticMessages(MESSAGES + WARM_UP);
  const started = performance.now();
  const ask = await fit(examples);
  const buildSeconds = (performance.now() - started) / 1000;
  for (const text of messages.slice(0, WARM_UP)) ask(text);
  const millis = messages.slice(WARM_UP).map((text) => {
    const from = performance.now();
    ask(text);
    return performance.now() - from;
  });
  return {
    system,
    phrasings,
    buildSeconds,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    p50: quantile(millis, 0.5),
    p99: quantile(millis, 0.99),
  };
}

export function line(size: Size): string {
  const { system, phrasings, buildSeconds, peakMegabytes, p50, p99 } = size;
  return `${system.padEnd(24)}${String(phrasings).padStart(9)}${buildSeconds.toFixed(1).padStart(10)}${peakMegabytes.toFixed(0).padStart(10)}${p50.toFixed(3).padStart(10)}${p99.toFixed(3).padStart(10)}`;
}
export const HEAD = `${''.padEnd(24)}phrasings   build s   peak MB    p50 ms    p99 ms`;
