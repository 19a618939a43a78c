// Measures what the widget costs a page before it is opened: `npm run bench:widget`. The work of the page's main thread, from Chromium's
// own trace, on an empty page with the script tag beside the same page without it, each loaded anew 15 times; medians. Ends with code 1
// where the difference is over its budget.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../.config/browser.mjs';
import { bundleWidget } from '../../.config/bundle-widget.mjs';

const BUDGET_MILLIS = 50;
const LOADS = 15;
/** What the page's main thread does at its outermost; all other work lies within. */
const TASK = 'RunTask';

const folder = mkdtempSync(join(tmpdir(), 'widget-bench-'));
await bundleWidget(folder);
const page = (tag) => `<!doctype html><html lang="en"><title>Page</title><h1>Page</h1><p>Text</p>${tag}</html>`;
const PAGES = { '/empty': page(''), '/widget': page('<script src="/widget.js" defer></script>') };
const server = createServer((request, response) => {
  const body = PAGES[request.url] ?? (request.url === '/widget.js' ? readFileSync(join(folder, 'widget.js')) : null);
  const type = request.url === '/widget.js' ? 'text/javascript' : 'text/html';
  response.writeHead(body === null ? 404 : 200, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body ?? '');
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });

/** Milliseconds of work on the page's main thread until it is quiet. */
async function work(path) {
  const tab = await browser.newPage();
  await tab.goto('about:blank');
  await browser.startTracing(tab, {
    categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  await tab.goto(origin + path, { waitUntil: 'networkidle' });
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  await tab.close();
  // The thread that has parsed the page.
  const { pid, tid } = traceEvents.find((e) => e.name === 'ParseHTML' && e.args?.beginData?.url?.startsWith(origin));
  const tasks = traceEvents.filter((e) => e.name === TASK && e.pid === pid && e.tid === tid && e.dur > 0);
  const longest = Math.max(...tasks.map((e) => e.dur));
  return { total: tasks.reduce((sum, e) => sum + e.dur, 0) / 1000, longest: longest / 1000 };
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const measured = { '/empty': [], '/widget': [] };
for (const path of Object.keys(measured)) await work(path);
for (let i = 0; i < LOADS; i++) for (const path of Object.keys(measured)) measured[path].push(await work(path));
await browser.close();
server.close();
rmSync(folder, { recursive: true });

const of = (path, what) => median(measured[path].map((load) => load[what]));
const more = of('/widget', 'total') - of('/empty', 'total');
for (const path of Object.keys(measured))
  console.log(
    `${path}: ${of(path, 'total').toFixed(1)} ms in all, ${of(path, 'longest').toFixed(1)} ms the longest task`,
  );
console.log(`The widget, before it is opened: ${more.toFixed(1)} ms of the main thread (budget ${BUDGET_MILLIS} ms)`);
if (more > BUDGET_MILLIS) process.exitCode = 1;
