import type { Request, Response, Server } from 'restify';
import { HttpProblem, TooManyRequests } from './http-problem.js';
import { sendJson } from './send-json.js';
import type { Report } from './settings.js';

/** Answers every error that a route or restify itself ends in: `{code, message}`, never a stack. */
export function answerErrors(server: Server, report: Report): void {
  server.on('restifyError', (req: Request, res: Response, error: unknown, done: () => void) => {
    const problem = problemOf(req, error);
    if (problem.statusCode >= 500) report(`${req.method} ${req.path()}`, error);
    if (problem instanceof TooManyRequests) res.setHeader('Retry-After', String(problem.retryAfterSeconds));
    if (!res.headersSent) sendJson(res, problem.statusCode, problem);
    done();
  });
}

function problemOf(req: Request, error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  const where = `${req.method} ${(req.url ?? '').split('?')[0]?.slice(0, 200)}`;
  if (status === 404)
    return new HttpProblem(404, 'unknown-route', `${where}: there is nothing here; see /api/openapi.json.`);
  if (status === 405)
    return new HttpProblem(405, 'wrong-method', `${where}: another method is wanted; see /api/openapi.json.`);
  if (status >= 400 && status < 500)
    return new HttpProblem(status, 'bad-request', `${where}: the request cannot be read; correct it.`);
  return new HttpProblem(500, 'internal', `${where}: something broke on our side; try again later.`);
}
