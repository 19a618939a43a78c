import type { Request, Response, Server } from 'restify';
import type { ChannelSettings } from './settings.js';

const HEADERS = 'authorization, content-type, x-ms-bot-agent, x-requested-with';

/** Lets pages of the allowed origins call `path` and what lies below it, answers to wrong calls included. */
export function allowOrigins(
  server: Server,
  path: string,
  allowed: ChannelSettings['directLine']['allowedOrigins'],
): void {
  server.pre(async (req: Request, res: Response) => {
    const origin = req.headers.origin;
    const [asked = ''] = (req.url ?? '').split('?');
    if (origin === undefined || !`${asked}/`.startsWith(`${path}/`)) return;
    if (allowed !== '*') res.setHeader('Vary', 'Origin');
    if (allowed === '*' || allowed.includes(origin)) {
      res.setHeader('Access-Control-Allow-Origin', allowed === '*' ? '*' : origin);
      res.setHeader('Access-Control-Expose-Headers', 'retry-after');
    }
  });
  const preflight = async (_req: Request, res: Response) => {
    res.writeHead(204, {
      'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
      'Access-Control-Allow-Headers': HEADERS,
      'Access-Control-Max-Age': '7200',
    });
    res.end();
  };
  server.opts(path, preflight);
  server.opts(`${path}/*`, preflight);
}
