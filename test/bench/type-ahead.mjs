// Measures one suggestion while typing, in process: `npm run bench:type-ahead`. Every third state of every held-out message, as it would
// be typed letter by letter, is asked for once; ends with code 1 where the median is over its budget.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from '../../.config/prepare.mjs';
import { bundleSource } from './bundle.mjs';

const BUDGET_MILLIS = 2;
const EVERY = 3;
/** The longest text that the API takes. */
const LONGEST = 300;

const { knowledgeTypeAhead, loadKnowledge, readFolder } = await bundleSource(`
  export { knowledgeTypeAhead } from './src/answering/knowledge-type-ahead.js';
  export { loadKnowledge } from './src/knowledge/load.js';
  export { readFolder } from './src/knowledge/read-folder.js';`);

const knowledge = loadKnowledge(readFolder(join(root, 'knowledge')));
if (!knowledge.ok) throw new Error(knowledge.problems.map((p) => p.message).join('\n'));
const begun = performance.now();
const { suggest } = knowledgeTypeAhead(knowledge.value);
const buildMillis = performance.now() - begun;

const typed = readFileSync(join(root, 'test/cases/held-out-utterances.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line).text.slice(0, LONGEST))
  .flatMap((text) => Array.from({ length: Math.floor(text.length / EVERY) }, (_, i) => text.slice(0, (i + 1) * EVERY)));

const measured = (text) => {
  const from = performance.now();
  suggest(text, 5);
  return performance.now() - from;
};
for (const text of typed.slice(0, 500)) measured(text);
const millis = typed.map(measured).sort((a, b) => a - b);
const quantile = (q) => millis[Math.min(millis.length - 1, Math.floor(millis.length * q))];

console.log(`${typed.length} texts as they are typed, Node ${process.version}`);
console.log(
  `one suggestion   p50 ${quantile(0.5).toFixed(2)} ms   p95 ${quantile(0.95).toFixed(2)} ms   longest ${quantile(1).toFixed(1)} ms`,
);
console.log(`to build it once ${buildMillis.toFixed(0)} ms`);
if (quantile(0.5) > BUDGET_MILLIS) {
  console.error(`The median is over its budget of ${BUDGET_MILLIS} ms.`);
  process.exitCode = 1;
}
