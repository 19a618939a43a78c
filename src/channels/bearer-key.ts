import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'restify';
import { HttpProblem } from './http-problem.js';
import { isLocalCaller } from './local-caller.js';

/** What callers from elsewhere need a key for. */
export interface Keyed {
  /** Begins the codes of problems, such as `fleet`. */
  readonly code: string;
  /** Begins their messages, such as 'A fleet'. */
  readonly what: string;
  /** The setting that holds the key. */
  readonly setting: string;
  readonly key: string | null;
  readonly production: boolean;
}

/**
 * Lets in callers on this machine, outside production, and whoever has the key. In production everybody needs it: behind a proxy
 * all callers seem to be on this machine. Problems: 403 no key is set, 401 a wrong one or none is given.
 */
export function requireKey(req: Request, { code, what, setting, key, production }: Keyed): void {
  if (!production && isLocalCaller(req)) return;
  if (key === null) {
    throw new HttpProblem(
      403,
      `${code}-off`,
      `${what} is for callers on this machine only; whoever runs the server can set ${setting}.`,
    );
  }
  const given = /^Bearer (.+)$/i.exec(req.headers.authorization ?? '')?.[1] ?? '';
  if (!isEqual(given, key)) {
    throw new HttpProblem(401, `${code}-key`, `${what} wants its key; send it as 'Authorization: Bearer KEY'.`);
  }
}

/** Takes as long whatever differs. */
function isEqual(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
