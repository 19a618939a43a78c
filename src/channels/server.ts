import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Request, Response } from 'restify';
import * as restify from 'restify';
import type { Tell } from '../bot/reminder-round.js';
import type { Say } from '../bot/talk-round.js';
import type { OpenDesk } from '../helpdesk/open-desk.js';
import { type ApiFunctions, apiRoutes } from './api/routes.js';
import type { LessonFunctions } from './desk/lessons.js';
import { deskRoutes } from './desk/routes.js';
import { isUpload } from './direct-line/attachments.js';
import { BOT, DirectLine, type DirectLineParts } from './direct-line/direct-line.js';
import { Gate } from './direct-line/gate.js';
import { directLineRoutes } from './direct-line/routes.js';
import { streamUpgrade } from './direct-line/stream-upgrade.js';
import { tokenRoute } from './direct-line/token-route.js';
import { Tokens } from './direct-line/tokens.js';
import { answerErrors } from './error-answers.js';
import { FLEET, type FleetFunctions, fleetRoutes } from './fleet/routes.js';
import { healthRoutes, type Readiness } from './health.js';
import { readJsonBody } from './json-body.js';
import { KeyedQueue } from './keyed-queue.js';
import { messagesRoute } from './messages.js';
import { Metrics } from './metrics.js';
import { refuseUnreadable } from './readable-requests.js';
import { sayThrough } from './say.js';
import type { ChannelSettings } from './settings.js';
import { filesApart, type StaticFiles, staticRoutes } from './static.js';
import { WEBHOOKS, webhookRoutes } from './webhooks/routes.js';

/** How long callers who are still sending or reading at the end are waited for. */
const GRACE_MILLIS = 2000;

export interface ServerParts extends Omit<DirectLineParts, 'tokens' | 'queue'> {
  readonly settings: ChannelSettings;
  readonly api: ApiFunctions;
  readonly fleet: FleetFunctions;
  readonly helpdesk: Pick<OpenDesk, 'desk' | 'mapping' | 'choices'>;
  readonly lessons: LessonFunctions;
  readonly ready: () => Readiness;
  /** The page and its assets; null: none is served. */
  readonly page: StaticFiles | null;
}

export interface RunningServer {
  /** For turns that the bot begins on the web page. */
  readonly directLine: DirectLine;
  /** For what the bot says by itself on channels of the Bot Framework. */
  readonly tell: Tell;
  /** For what it says by itself wherever a conversation is held. */
  readonly say: Say;
  /** Starts to listen, takes up what was left unanswered, and answers the port. Rejects where the port is taken. */
  listen(): Promise<{ readonly port: number }>;
  /** Takes no more, lets what has been accepted be answered, and ends. The store is the caller's to close after it. */
  close(): Promise<void>;
}

/** Puts the channels together; listens to nothing yet. */
export async function createServer(parts: ServerParts): Promise<RunningServer> {
  const { settings, store, report, clock } = parts;
  const secret =
    settings.directLine.secret ??
    (await store.secrets.keep('direct-line', () => randomBytes(32).toString('base64url')));
  const queue = new KeyedQueue();
  const directLine = new DirectLine({
    ...parts,
    queue,
    tokens: new Tokens(secret, settings.directLine.tokenSeconds, settings.directLine.renewSeconds, clock),
  });
  const metrics = new Metrics({ streams: () => directLine.streams.count, waiting: () => store.turns.waiting() });

  const server = restify.createServer({ name: BOT.name, ignoreTrailingSlash: true });
  answerErrors(server, report);
  metrics.watch(server);
  server.use(async (req: Request, _res: Response) => {
    const path = req.path();
    const readByRoute = path === FLEET || path.startsWith(WEBHOOKS) || isUpload(path);
    if (req.method === 'POST' && !readByRoute) req.body = await readJsonBody(req, settings.bodyLimit);
  });
  const tell = messagesRoute(server, { ...parts, queue });
  const gate = new Gate(settings, clock);
  directLineRoutes(server, directLine, gate, store.activities, settings);
  tokenRoute(server, directLine, gate, settings, report);
  apiRoutes(server, parts.api, settings);
  webhookRoutes(server, { ...parts.helpdesk, clock }, settings);
  const page = filesApart(parts.page ?? new Map(), '/desk');
  deskRoutes(server, { ...parts, page: page.below }, settings);
  const fleet = fleetRoutes(server, parts.fleet, settings, parts.api.today);
  healthRoutes(server, { ready: parts.ready, ping: () => store.ping(), metrics }, settings);
  staticRoutes(server, page.others, settings);
  server.server.on('upgrade', streamUpgrade(directLine, gate, report));
  refuseUnreadable(server.server);

  return {
    directLine,
    tell,
    say: sayThrough(directLine, tell, store),
    listen: async () => {
      await new Promise<void>((listening, failed) => {
        server.once('error', failed);
        server.listen(settings.port, settings.host, () => {
          server.off('error', failed);
          server.on('error', (error: unknown) => report('the HTTP server', error));
          listening();
        });
      });
      await directLine.resume();
      return { port: (server.server.address() as AddressInfo).port };
    },
    close: async () => {
      const closed = new Promise<void>((done) => server.server.close(() => done()));
      await queue.idle();
      directLine.streams.close();
      server.server.closeIdleConnections();
      const cut = setTimeout(() => server.server.closeAllConnections(), GRACE_MILLIS);
      await closed;
      clearTimeout(cut);
      await queue.idle();
      fleet.close();
      metrics.close();
    },
  };
}
