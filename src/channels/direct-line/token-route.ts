import type { Request, Response, Server } from 'restify';
import { allowOrigins } from '../cors.js';
import { sendJson } from '../send-json.js';
import type { ChannelSettings, Report } from '../settings.js';
import { azureAddress, azureToken } from './azure.js';
import type { DirectLine } from './direct-line.js';
import type { Gate } from './gate.js';
import { BASE } from './routes.js';

export const TOKEN = '/api/token';

/**
 * `POST /api/token`: what the widget begins with. A token for one new conversation, and in `directLine` where that is held: here (an
 * address on this server), or with Azure where the site has its channel there. Pages of origins that are not trusted get none.
 */
export function tokenRoute(
  server: Server,
  directLine: DirectLine,
  gate: Gate,
  settings: ChannelSettings,
  report: Report,
): void {
  const { allowedOrigins } = settings.directLine;
  const { azureDirectLine: azure } = settings;
  const { tokens } = directLine;
  allowOrigins(server, TOKEN, allowedOrigins);
  server.post(TOKEN, async (req: Request, res: Response) => {
    gate.admit(req);
    gate.admitNew(req);
    const pass = directLine.newPass(null);
    if (azure !== null) {
      const own = settings.publicUrl ?? req.headers.origin;
      const trusted = allowedOrigins === '*' ? [] : [...new Set([...(own ? [own] : []), ...allowedOrigins])];
      sendJson(res, 200, { ...(await azureToken(azure, pass.user, trusted, report)), directLine: azureAddress(azure) });
      return;
    }
    const { conversationId } = pass;
    sendJson(res, 200, { conversationId, token: tokens.issue(pass), expires_in: tokens.seconds, directLine: BASE });
  });
}
