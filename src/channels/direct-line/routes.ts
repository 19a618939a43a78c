import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { Store } from '../../store/open-store.js';
import { checked } from '../checked.js';
import { allowOrigins } from '../cors.js';
import { sendJson } from '../send-json.js';
import type { ChannelSettings } from '../settings.js';
import type { DirectLine } from './direct-line.js';
import { incomingActivity } from './incoming-activity.js';
import { streamUrl } from './stream-url.js';
import type { Pass } from './tokens.js';
import { readWatermark } from './watermark.js';

export const BASE = '/v3/directline';
const startBody = z.object({ locale: z.string().max(50).nullish() });

/** The routes of Direct Line 3.0 that its clients call, less the upload. */
export function directLineRoutes(
  server: Server,
  directLine: DirectLine,
  activities: Store['activities'],
  settings: ChannelSettings,
): void {
  const { tokens } = directLine;
  const passOf = (req: Request) => tokens.fromHeader(req.headers.authorization);
  const opened = (pass: Pass) => ({
    conversationId: pass.conversationId,
    token: tokens.issue(pass),
    expires_in: tokens.seconds,
  });
  const withStream = (req: Request, pass: Pass, watermark: number) => ({
    ...opened(pass),
    streamUrl: streamUrl(req, settings.publicUrl, `${BASE}/conversations/${pass.conversationId}/stream`, {
      watermark: String(watermark),
      t: tokens.issue(pass, 'stream'),
    }),
    referenceGrammarId: '',
  });
  /** The conversation that the address names, entered with the caller's token. */
  const entered = async (req: Request): Promise<Pass> => {
    const pass = passOf(req);
    await directLine.enter(pass, String(req.params.id));
    return pass;
  };

  allowOrigins(server, BASE, settings.directLine.allowedOrigins);

  server.post(`${BASE}/tokens/generate`, async (_req: Request, res: Response) => {
    sendJson(res, 200, opened(directLine.newPass()));
  });
  server.post(`${BASE}/tokens/refresh`, async (req: Request, res: Response) => {
    sendJson(res, 200, opened(passOf(req)));
  });
  server.post(`${BASE}/conversations`, async (req: Request, res: Response) => {
    const pass = passOf(req);
    const started = await directLine.start(pass, checked(startBody, req.body).locale ?? undefined);
    sendJson(res, started ? 201 : 200, withStream(req, pass, 0));
  });
  server.get(`${BASE}/conversations/:id`, async (req: Request, res: Response) => {
    const watermark = readWatermark(req);
    sendJson(res, 200, withStream(req, await entered(req), watermark));
  });
  server.post(`${BASE}/conversations/:id/activities`, async (req: Request, res: Response) => {
    const pass = await entered(req);
    sendJson(res, 200, { id: await directLine.receive(pass, checked(incomingActivity, req.body)) });
  });
  server.get(`${BASE}/conversations/:id/activities`, async (req: Request, res: Response) => {
    const watermark = readWatermark(req);
    const pass = await entered(req);
    const read = await activities.since(pass.conversationId, watermark);
    sendJson(res, 200, { activities: read.activities, watermark: String(read.watermark) });
  });
}
