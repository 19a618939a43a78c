import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { dataFolder, type RunningApp, startApp } from './running-app.js';

const FOLDER = join(__dirname, '../../cases/teams');

/** What an invoke is answered with: of a card its lines, of an error its code. Absent: an empty answer is expected. */
interface Answer {
  readonly statusCode: number;
  readonly type: string;
  readonly lines?: readonly string[];
  readonly code?: string;
}

interface Received {
  /** As Teams sends it, but for the address of its service. */
  readonly receives: { readonly type: string };
  readonly answers?: Answer;
}

/** `sends`: how what goes to Teams begins, in order, each as `wordsOf` puts it; absent: it is of no account. */
type Step = { readonly what: string; readonly sends?: readonly string[] } & (
  | Received
  | { readonly atOnce: readonly Received[] }
  | { readonly restarts: true }
);

interface Element {
  readonly inlines?: readonly { readonly text: string }[];
  readonly items?: readonly Element[];
  readonly actions?: readonly { readonly title: string }[];
}
interface Sent {
  readonly text?: string;
  readonly attachments?: readonly { readonly content: { readonly body: readonly Element[] } }[];
}

const linesOf = (body: readonly Element[]): readonly string[] =>
  body.flatMap(({ inlines, items, actions }) => {
    if (items) return linesOf(items);
    if (actions) return [actions.map(({ title }) => `[${title}]`).join(' ')];
    return inlines ? [inlines.map(({ text }) => text).join('')] : [];
  });

/** A call to Teams in a line: its method, the message that it changes, and the text or the card's lines. */
const wordsOf = (method: string, changed: string, { text, attachments = [] }: Sent): string =>
  [
    method,
    ...(method === 'PUT' ? [changed] : []),
    text ?? `card: ${attachments.flatMap(({ content }) => linesOf(content.body)).join(' | ')}`,
  ].join(' ');

const services = new Set<ReturnType<typeof createServer>>();
afterAll(() => {
  for (const service of services) service.close().closeAllConnections();
});

/** The side of Teams that the bot calls: takes what it says and names it r1, r2, … */
async function teams() {
  const calls: string[] = [];
  let named = 0;
  const server = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    const sent = body === '' ? {} : JSON.parse(body);
    const isMessage = sent.type === 'message';
    if (isMessage) calls.push(wordsOf(req.method ?? '', decodeURIComponent(req.url?.split('/').at(-1) ?? ''), sent));
    if (isMessage && req.method === 'POST') named += 1;
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end(JSON.stringify({ id: `r${named}` }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  services.add(server);
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** What has been called since the last time. */
    since: () => calls.splice(0),
  };
}

async function post({ receives }: Received, app: RunningApp, serviceUrl: string) {
  const response = await fetch(`${app.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...receives, serviceUrl }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

/** What an invoke was answered with, as a recording writes it down. */
function answered(body: { statusCode: number; type: string; value: { code?: string; body?: Element[] } }, as: Answer) {
  const { statusCode, type, value } = body;
  return {
    statusCode,
    type,
    ...(as.lines ? { lines: linesOf(value.body ?? []) } : {}),
    ...(as.code ? { code: value.code } : {}),
  };
}

const recordings = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file): { readonly it: string; readonly steps: readonly Step[] } =>
    JSON.parse(readFileSync(join(FOLDER, file), 'utf8')),
  );

test.each(recordings.map(({ it, steps }) => [it, steps] as const))(
  '%s',
  async (_it, steps) => {
    const folder = dataFolder();
    let app = await startApp(folder);
    const service = await teams();
    for (const step of steps) {
      if ('restarts' in step) {
        await app.stop();
        app = await startApp(folder);
        continue;
      }
      const all = 'atOnce' in step ? step.atOnce : [step];
      const got = await Promise.all(all.map((one) => post(one, app, service.serviceUrl)));
      expect([step.what, ...got.map(({ status }) => status)]).toEqual([step.what, ...all.map(() => 200)]);
      const answers = got.map(({ body }, i) => (all[i]?.answers ? answered(body, all[i].answers) : body));
      expect([step.what, ...answers]).toEqual([step.what, ...all.map((one) => one.answers ?? null)]);
      const sent = service.since();
      if (step.sends)
        expect([step.what, ...sent]).toEqual([step.what, ...step.sends.map((words) => expect.stringContaining(words))]);
    }
    await app.stop();
  },
  60_000,
);
