import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { Store } from '../../store/open-store.js';
import { checked } from '../checked.js';
import { allowOrigins } from '../cors.js';
import { sendJson } from '../send-json.js';
import type { ChannelSettings } from '../settings.js';
import { noAttachments, refuseUpload } from './attachments.js';
import type { DirectLine } from './direct-line.js';
import type { Gate } from './gate.js';
import { incomingActivity } from './incoming-activity.js';
import { streamUrl } from './stream-url.js';
import type { Pass } from './tokens.js';
import { readWatermark } from './watermark.js';

export const BASE = '/v3/directline';
/** Ids that begin so are kept for tokens: clients may not take one otherwise. Without blanks, as they stand in tokens and logs. */
const USER_ID = /^dl_[\x21-\x7e]{1,197}$/;
const generateBody = z.object({
  user: z
    .object({ id: z.string().regex(USER_ID, 'begin it with dl_; up to 200 signs, no blanks').nullish() })
    .nullish(),
});
const startBody = z.object({ locale: z.string().max(50).nullish() });

/** The routes of Direct Line 3.0 that its clients call. */
export function directLineRoutes(
  server: Server,
  directLine: DirectLine,
  gate: Gate,
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
  server.pre(async (req: Request, _res: Response) => {
    if (req.method !== 'OPTIONS' && req.path().startsWith(`${BASE}/`)) gate.admit(req);
  });

  server.post(`${BASE}/tokens/generate`, async (req: Request, res: Response) => {
    const { user } = checked(generateBody, req.body);
    gate.admitNew(req);
    sendJson(res, 200, opened(directLine.newPass(user?.id ?? null)));
  });
  server.post(`${BASE}/tokens/refresh`, async (req: Request, res: Response) => {
    sendJson(res, 200, opened(tokens.toRenew(req.headers.authorization)));
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
    gate.admitSaid(pass);
    const said = checked(incomingActivity, req.body);
    if ((said.attachments?.length ?? 0) > 0) throw noAttachments();
    sendJson(res, 200, { id: await directLine.receive(pass, said) });
  });
  server.post(`${BASE}/conversations/:id/upload`, async (req: Request, _res: Response) => {
    gate.admitSaid(await entered(req));
    await refuseUpload(req);
  });
  server.get(`${BASE}/conversations/:id/activities`, async (req: Request, res: Response) => {
    const watermark = readWatermark(req);
    const pass = await entered(req);
    const read = await activities.since(pass.conversationId, watermark);
    sendJson(res, 200, { activities: read.activities, watermark: String(read.watermark) });
  });
}
