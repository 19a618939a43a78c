import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { loadEncoder } from '../../../src/answering/encoder.js';
import { shuffled } from '../../../src/answering/seeded.js';
import { readSets } from './labelled-files.js';
import { type Judged, judge } from './measures.js';
import { each, ours, PEERS, type System } from './systems.js';
import { type Task, tasksOf } from './tasks.js';
import { openVectors } from './vectors.js';

const HELP = `usage: npm run bench:answering -- --data FOLDER [--only NAME[,NAME]] [--systems ours|all] [--json]
FOLDER holds public question sets in their published form, under any of these names:
  hint3-NAME-train.csv, hint3-NAME-test.csv (or NAME_train.csv, NAME_test.csv; NAME: sofmattress, curekart, powerplay11)
  banking77-train.csv, banking77-test.csv (or train.csv, test.csv)
  clinc150-small.json (or data_small.json)`;

/** Libraries that need seconds a query, or minutes to learn, on the large sets get a part of the rows there. */
const SLOW = new Set(['fuse.js 7.5.0']);
const PART = 600;

interface Run {
  readonly task: string;
  readonly system: string;
  readonly note: string;
  readonly figures: Judged;
  readonly fitSeconds: number;
  readonly queryMillis: number;
}

async function run(task: Task, system: System): Promise<Run> {
  const cut = SLOW.has(system.name) && task.train.length > 2000;
  const some = <T>(rows: readonly T[]) => (cut ? shuffled(rows, 1).slice(0, PART) : rows);
  const started = performance.now();
  const { predict, threshold } = await system.fit({ ...task, validation: some(task.validation) });
  const fitted = performance.now();
  const rows = some(task.test);
  const said = await each(rows, predict);
  const done = performance.now();
  return {
    task: task.name,
    system: system.name,
    note: [task.note, cut ? `${PART} rows by chance` : ''].filter(Boolean).join('; '),
    figures: judge(rows, said, threshold),
    fitSeconds: (fitted - started) / 1000,
    queryMillis: (done - fitted) / Math.max(1, rows.length),
  };
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const percent = (value: number) => (Number.isNaN(value) ? '    –' : (100 * value).toFixed(1).padStart(5));

/** Runs of the same task and system under other seeds, as one. */
function averaged(runs: readonly Run[]): readonly Run[] {
  const groups = new Map<string, Run[]>();
  for (const r of runs) {
    const key = `${r.task}\n${r.system}`;
    groups.set(key, [...(groups.get(key) ?? []), r]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [Run, ...Run[]];
    const names = Object.keys(first.figures) as (keyof Judged)[];
    const figures = Object.fromEntries(
      names.map((n) => [n, mean(group.map((r) => r.figures[n]))]),
    ) as unknown as Judged;
    return {
      ...first,
      figures,
      fitSeconds: mean(group.map((r) => r.fitSeconds)),
      queryMillis: mean(group.map((r) => r.queryMillis)),
    };
  });
}

function show(run: Run): string {
  const { figures: f } = run;
  const cells = [f.top1, f.auroc, f.accuracy, f.recall, f.mean, f.mcc].map(percent).join('  ');
  const speed = `${run.fitSeconds.toFixed(1).padStart(7)} ${run.queryMillis.toFixed(2).padStart(8)}`;
  return `${run.task.padEnd(18)}${run.system.padEnd(23)}${cells}  ${speed}${run.note ? `   (${run.note})` : ''}`;
}

export async function main(argv: readonly string[], folder: string): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      data: { type: 'string' },
      only: { type: 'string' },
      systems: { type: 'string', default: 'all' },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.data === undefined) {
    console.error(HELP);
    return 2;
  }
  const sets = readSets(values.data);
  if (sets.size === 0) {
    console.error(`${values.data}: no set is here that this benchmark knows.\n${HELP}`);
    return 2;
  }
  const only = values.only?.split(',');
  const all = tasksOf(sets);
  const tasks = all.filter((t) => t.test.length > 0 && (!only || only.includes(t.name)));
  for (const { name, test } of sets.values()) {
    if (test.length === 0 && name !== 'banking77')
      console.error(`${name}: left out, since its test file is not in the folder.`);
  }
  const encoder = await loadEncoder();
  const runs: Run[] = [];
  for (const task of tasks) {
    const vectors = openVectors(join(folder, `${all.indexOf(task)}-${task.name}.vectors`), encoder);
    for (const system of [ours(vectors), ours(null), ...(values.systems === 'all' ? PEERS : [])]) {
      process.stderr.write(`${task.name}: ${system.name} …\n`);
      runs.push(await run(task, system));
    }
    vectors.save();
  }
  const table = averaged(runs);
  if (values.json) console.log(JSON.stringify(table, null, 2));
  else {
    const head = ' top-1  AUROC  accur recall   mean    MCC    fit s  ms/query';
    console.log(`${''.padEnd(41)}${head}\n${table.map(show).join('\n')}`);
  }
  return 0;
}
