import type { Request, Response, Server } from 'restify';
import type { ChannelSettings } from '../settings.js';

const HEADERS = 'authorization, content-type, x-ms-bot-agent, x-requested-with';

/** Lets pages of the allowed origins call what lies below `base`, answers to wrong calls included. */
export function allowOrigins(
  server: Server,
  base: string,
  allowed: ChannelSettings['directLine']['allowedOrigins'],
): void {
  server.pre(async (req: Request, res: Response) => {
    const origin = req.headers.origin;
    if (origin === undefined || !(req.url ?? '').startsWith(`${base}/`)) return;
    if (allowed !== '*') res.setHeader('Vary', 'Origin');
    if (allowed === '*' || allowed.includes(origin)) {
      res.setHeader('Access-Control-Allow-Origin', allowed === '*' ? '*' : origin);
    }
  });
  server.opts(`${base}/*`, async (_req: Request, res: Response) => {
    res.writeHead(204, {
      'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
      'Access-Control-Allow-Headers': HEADERS,
      'Access-Control-Max-Age': '7200',
    });
    res.end();
  });
}
