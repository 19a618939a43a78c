// Measures one verdict with its trace and what would change it, in process: `npm run bench:verdict`. Facts are random, of every kind and
// every exactness, around every boundary of the rules; ends with code 1 where the slowest hundredth is over its budget.
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from '../../.config/prepare.mjs';
import { bundleSource } from './bundle.mjs';

const BUDGET_MILLIS = 2;
const DEVICES = 20_000;
const WARM_UP = 2_000;

const { decide, loadKnowledge, readFolder } = await bundleSource(`
  export { decide } from './src/entitlement/decide.js';
  export { loadKnowledge } from './src/knowledge/load.js';
  export { readFolder } from './src/knowledge/read-folder.js';`);
const loaded = loadKnowledge(readFolder(join(root, 'knowledge')));
if (!loaded.ok) throw new Error(loaded.problems.map((p) => p.message).join('\n'));
const { rules, plans, catalogue } = loaded.value;

/** Numbers in [0, 1) that are the same every time (a linear congruential generator). */
let state = 20261122;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const pick = (values) => values[Math.floor(random() * values.length)];
const dayAround = (on, days) =>
  new Date(Date.parse(on) + Math.round((random() - 0.5) * 2 * days) * 86_400_000).toISOString().slice(0, 10);
const ON = ['2026-11-22', '2024-02-29', '2025-02-28', '2027-01-01'];
const date = (on) => {
  const exact = dayAround(pick([on, `${Number(on.slice(0, 4)) - 1}-${on.slice(5, 7)}-15`]), pick([3, 40, 800]));
  const form = random();
  if (form < 0.6) return exact;
  if (form < 0.75) return exact.slice(0, 7);
  if (form < 0.8) return exact.slice(0, 4);
  const other = dayAround(exact, 60);
  if (form < 0.9) return `${exact}|${other}`;
  return exact < other ? `${exact}/${other}` : `${other}/${exact}`;
};
const families = [...catalogue.products.map((p) => p.name), 'Galaxy', 'a name that nobody knows'];
const device = () => {
  const on = pick(ON);
  const facts = {
    family: () => pick(families),
    nmc: () => pick(['NMC1', 'NMC2', 'NMC3', 'NMC4', 'NMC3', 'NMC4', 'none']),
    commissioned: () => (random() < 0.1 ? 'not-yet' : date(on)),
    plan: () => pick(plans).id,
    contractStart: () => (random() < 0.3 ? 'in-effect' : date(on)),
    contractEnd: () => date(on),
  };
  const known = Object.entries(facts).filter(() => random() < 0.7);
  return { on, facts: Object.fromEntries(known.map(([name, make]) => [name, make()])) };
};
const devices = Array.from({ length: DEVICES }, device);

const once = ({ facts, on }) => {
  const from = performance.now();
  decide(facts, on, rules);
  return performance.now() - from;
};
for (const d of devices.slice(0, WARM_UP)) once(d);
const millis = devices.map(once).sort((a, b) => a - b);
const quantile = (q) => millis[Math.min(millis.length - 1, Math.floor(millis.length * q))];

console.log(`${DEVICES} devices, Node ${process.version}`);
console.log(
  `one verdict   p50 ${quantile(0.5).toFixed(3)} ms   p99 ${quantile(0.99).toFixed(3)} ms   longest ${quantile(1).toFixed(1)} ms`,
);
if (quantile(0.99) > BUDGET_MILLIS) {
  console.error(`The slowest hundredth is over its budget of ${BUDGET_MILLIS} ms.`);
  process.exitCode = 1;
}
