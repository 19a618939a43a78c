import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ActivityHandler, type TurnContext } from 'botbuilder';
import { lessonFunctions } from '../../src/app/lesson-functions.js';
import { BotStorage } from '../../src/bot/storage.js';
import type { ApiFunctions } from '../../src/channels/api/routes.js';
import { CLOUDS } from '../../src/channels/bot-framework/clouds.js';
import { createServer, type RunningServer, type ServerParts } from '../../src/channels/server.js';
import { BOT_FRAMEWORK_LIMITS, type ChannelSettings } from '../../src/channels/settings.js';
import type { ContractReply } from '../../src/domain/contract.js';
import { day } from '../../src/domain/day.js';
import { ok } from '../../src/domain/problem.js';
import { type OpenDesk, openDesk } from '../../src/helpdesk/open-desk.js';
import type { ContractTriage } from '../../src/rendering/ticket-contract.js';
import type { Store } from '../../src/store/open-store.js';
import { assistantParts } from '../helpdesk/assistant-parts.js';
import { opened } from '../store/open.js';
import { KNOWLEDGE_FOLDER, projectKnowledge } from '../support/knowledge.js';

export const APOLOGY = 'Something broke.';

export const settings: ChannelSettings = {
  port: 0,
  host: '127.0.0.1',
  production: false,
  publicUrl: null,
  proxies: 0,
  bodyLimit: 256 * 1024,
  botFramework: {
    appId: null,
    appPassword: null,
    appType: 'MultiTenant',
    tenantId: null,
    otherTenants: [],
    cloud: CLOUDS.public,
    serviceHosts: [],
    limits: BOT_FRAMEWORK_LIMITS,
  },
  directLine: {
    secret: 'of the tests',
    tokenSeconds: 1800,
    renewSeconds: 7 * 24 * 3600,
    perMinute: { messages: 120, conversations: 600, calls: 12_000 },
    allowedOrigins: '*',
  },
  azureDirectLine: null,
  fleet: { key: null, limit: 1024 * 1024 },
  metrics: { key: null },
  triage: { key: null },
  helpdesks: new Map(),
  desk: { triagers: [] },
  frameAncestors: [],
};

export const reply = (text: string): ContractReply => ({
  kind: 'smalltalk',
  ids: [],
  confidence: 1,
  text,
  sentences: [],
  suggestions: [],
  facts: {},
  verdict: null,
  citations: [],
  parts: [],
  devices: [],
  knowledgeVersion: 'k',
  millis: 0,
});

/** Greets, says 'echo' and 'again' to each message, counts them in its state, and breaks at 'break'. */
export function echoBot(storage: BotStorage): ActivityHandler {
  const bot = new ActivityHandler();
  bot.onMembersAdded(async (context, next) => {
    await context.sendActivity('welcome');
    await next();
  });
  bot.onMessage(async (context, next) => {
    const { text } = context.activity;
    const key = `directline/${context.activity.conversation.id}`;
    const state = (await storage.read([key]))[key] ?? { count: 0 };
    await storage.write({ [key]: { ...state, count: state.count + 1 } });
    await context.sendActivities([
      { type: 'typing' },
      { type: 'message', text: `echo ${state.count + 1}: ${text}` },
      { type: 'trace' },
      { type: 'message', text: `again: ${text}` },
    ]);
    if (text === 'break') throw new Error('as asked');
    await next();
  });
  return bot;
}

export interface Started extends RunningServer {
  readonly url: string;
  readonly store: Store;
  /** It has not begun: what waits is done when a test asks for it. */
  readonly helpdesk: OpenDesk;
  readonly reported: string[];
  stop(): Promise<void>;
}

type Wanted = Partial<Omit<ServerParts, 'settings' | 'api'>> & {
  readonly api?: Partial<ServerParts['api']>;
  readonly file?: string;
  readonly settings?: Partial<ChannelSettings>;
  readonly botOf?: (storage: BotStorage, store: Store) => { run(context: TurnContext): Promise<void> };
};

const started = new Set<Started>();
afterEach(async () => {
  for (const server of started) await server.stop();
});

/** A server of its own on a free port, stopped after the test. */
export async function start(wanted: Wanted = {}): Promise<Started> {
  const { api, ...others } = wanted;
  const store = await opened(wanted.file ?? ':memory:');
  const storage = new BotStorage(store.sessions);
  const reported: string[] = [];
  const clock = wanted.clock ?? (() => new Date());
  const helpdesk = openDesk({
    store,
    assistant: assistantParts,
    frame: { contact: 'us' },
    access: (source) => wanted.settings?.helpdesks?.get(source)?.access ?? null,
    dayOf: (instant) => day(instant.toISOString().slice(0, 10)),
    newId: randomUUID,
    clock,
    report: (where, error) => reported.push(`${where}: ${error instanceof Error ? error.message : error}`),
    fetch,
  });
  const server = await createServer({
    store,
    storage,
    bot: (wanted.botOf ?? echoBot)(storage, store),
    api: {
      ask: async (text, today) => reply(`${today}: ${text}`),
      entitle: (facts, asOf) => ({ outcome: 'seen', facts, asOf }) as unknown as ReturnType<ApiFunctions['entitle']>,
      identify: (evidence) => ({ nmc: 'unknown', because: evidence, source: '', confidence: null }),
      triage: async (ticket) => ({ seen: ticket }) as unknown as ContractTriage,
      suggest: (typed) => [{ kind: 'product', label: 'Seen', says: `${typed} seen` }],
      today: () => day('2026-11-22'),
      planIds: () => ['none', 'advantage-prime'],
      ...api,
    },
    fleet: { decide: async () => ok({ devices: 0 }) },
    helpdesk,
    lessons: lessonFunctions({
      store,
      knowledge: projectKnowledge,
      knowledgeFolder: KNOWLEDGE_FOLDER,
      modelFolder: join(__dirname, '../../.sns/model'),
      contact: 'us',
    }),
    ready: () => ({ mode: 'full', knowledgeVersion: 'test' }),
    page: null,
    apology: APOLOGY,
    // The real time: tokens are checked by clients too.
    clock,
    newId: randomUUID,
    report: (where, error) => reported.push(`${where}: ${error instanceof Error ? error.message : error}`),
    ...others,
    settings: { ...settings, ...wanted.settings },
  });
  const { port } = await server.listen();
  const running: Started = {
    ...server,
    url: `http://127.0.0.1:${port}`,
    store,
    helpdesk,
    reported,
    stop: async () => {
      if (!started.delete(running)) return;
      await helpdesk.stop();
      await server.close();
      await store.close();
    },
  };
  started.add(running);
  return running;
}

/** The fields of answers that tests read; which of them are there is what they test. */
export interface Body {
  readonly id: string;
  readonly code: string;
  readonly message: string;
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
  readonly streamUrl: string;
}

/** Posts JSON and reads the JSON that comes back. */
export async function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}

export async function get(url: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, { headers });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}
