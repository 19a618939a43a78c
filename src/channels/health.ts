import type { Request, Response, Server } from 'restify';
import { requireKey } from './bearer-key.js';
import { HttpProblem } from './http-problem.js';
import type { Metrics } from './metrics.js';
import { sendJson } from './send-json.js';
import type { ChannelSettings } from './settings.js';

/** `lexical`: it answers, without the sentence encoder, which is still being loaded or is missing. */
export interface Readiness {
  readonly mode: 'full' | 'lexical';
  /** Of the knowledge that answers. */
  readonly knowledgeVersion: string;
}

/** `/healthz`: the process lives. `/readyz`: it answers (503 where its store does not). `/metrics`: its figures, for this machine or with a key. */
export function healthRoutes(
  server: Server,
  parts: { readonly ready: () => Readiness; readonly ping: () => Promise<void>; readonly metrics: Metrics },
  { production, metrics: { key } }: ChannelSettings,
): void {
  server.get('/healthz', async (_req: Request, res: Response) => {
    sendJson(res, 200, { status: 'live' });
  });
  server.get('/readyz', async (_req: Request, res: Response) => {
    await parts.ping().catch(() => {
      throw new HttpProblem(503, 'store-unreachable', 'Store: it does not answer; look at its disk and at the log.');
    });
    sendJson(res, 200, { status: 'ready', ...parts.ready() });
  });
  server.get('/metrics', async (req: Request, res: Response) => {
    requireKey(req, { code: 'metrics', what: 'Reading the figures', setting: 'METRICS_KEY', key, production });
    const text = await parts.metrics.text();
    res.writeHead(200, { 'Content-Type': parts.metrics.contentType, 'Cache-Control': 'no-store' });
    res.end(text);
  });
}
