import type { Request } from 'restify';
import { HttpProblem } from './http-problem.js';

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/;
const LOCAL_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** Headers that proxies set; a caller on this machine sets none. */
const PROXY_SIGNS = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

/** Whether the caller is on this machine, and not behind a proxy there. */
export const isLocalCaller = (req: Request): boolean =>
  LOOPBACK.test(req.socket.remoteAddress ?? '') && PROXY_SIGNS.every((name) => req.headers[name] === undefined);

/**
 * For a bot without an app id, which cannot know who calls: takes callers on this machine only (none through a
 * proxy), none in production, and answers only to addresses on this machine, since the caller names the address.
 */
export function requireLocal(req: Request, production: boolean, serviceUrl: string): void {
  if (production) {
    throw new HttpProblem(
      403,
      'anonymous-off',
      'Bot Framework: off without an app id; set the app id and secret of the bot.',
    );
  }
  if (!isLocalCaller(req)) {
    throw new HttpProblem(
      403,
      'local-only',
      'Bot Framework: without an app id only callers on this machine are answered.',
    );
  }
  if (!LOCAL_HOST.test(new URL(serviceUrl).hostname)) {
    throw new HttpProblem(
      400,
      'bad-serviceUrl',
      'serviceUrl: without an app id it must be an address on this machine.',
    );
  }
}
