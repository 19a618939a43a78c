import type { Request, Response, Server } from 'restify';
import { allowOrigins } from '../cors.js';
import { HttpProblem } from '../http-problem.js';
import { sendJson } from '../send-json.js';
import type { ChannelSettings, Report } from '../settings.js';
import { azureAddress, azureToken } from './azure.js';
import type { DirectLine } from './direct-line.js';
import { BASE } from './routes.js';

export const TOKEN = '/api/token';

/**
 * `POST /api/token`: what the widget begins with. A token for one new conversation, and in `directLine` where that is held: here (an
 * address on this server), or with Azure where the site has its channel there. Pages of origins that are not trusted get none.
 */
export function tokenRoute(server: Server, directLine: DirectLine, settings: ChannelSettings, report: Report): void {
  const { allowedOrigins } = settings.directLine;
  const { azureDirectLine: azure } = settings;
  const { tokens } = directLine;
  allowOrigins(server, TOKEN, allowedOrigins);
  server.post(TOKEN, async (req: Request, res: Response) => {
    requireTrustedOrigin(req, settings);
    const pass = directLine.newPass();
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

/** Browsers name the origin of the page that calls; other programs name none. */
function requireTrustedOrigin({ headers }: Request, { publicUrl, directLine }: ChannelSettings): void {
  const { origin } = headers;
  const { allowedOrigins } = directLine;
  if (origin === undefined || allowedOrigins === '*' || allowedOrigins.includes(origin) || origin === publicUrl) return;
  const hosts = [
    headers.host,
    String(headers['x-forwarded-host'] ?? '')
      .split(',')[0]
      ?.trim(),
  ];
  if (URL.canParse(origin) && hosts.includes(new URL(origin).host)) return;
  const message = `Origin: pages of ${origin.slice(0, 200)} may not use this chat; whoever runs the server can add it to ALLOWED_ORIGINS.`;
  throw new HttpProblem(403, 'foreign-origin', message);
}
