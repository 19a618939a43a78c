import type { Response } from 'restify';

/**
 * Answers with JSON, whatever the request would accept. `cache`: without it nothing keeps the answer, since most are about one
 * person or one moment.
 */
export function sendJson(res: Response, status: number, body: unknown, cache = 'no-store'): void {
  const text = JSON.stringify(body);
  res.sendRaw(status, text, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(text)),
    'Cache-Control': cache,
    'X-Content-Type-Options': 'nosniff',
  });
}
