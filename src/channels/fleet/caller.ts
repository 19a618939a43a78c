import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'restify';
import { HttpProblem } from '../http-problem.js';
import { isLocalCaller } from '../local-caller.js';
import type { ChannelSettings } from '../settings.js';

/**
 * Lets in who may have a fleet decided: callers on this machine, outside production, and whoever has the key. Pages of other
 * sites are refused, whatever browser they run in. Problems: 401 a wrong key or none, 403.
 */
export function requireFleetCaller(req: Request, { production, fleet: { key } }: ChannelSettings): void {
  const { origin, host, authorization } = req.headers;
  if (origin !== undefined && hostOf(origin) !== host) {
    throw new HttpProblem(403, 'other-origin', 'A fleet is taken from pages of this server only; open its own page.');
  }
  if (!production && isLocalCaller(req)) return;
  if (key === null) {
    throw new HttpProblem(
      403,
      'fleet-off',
      'A fleet is taken from this machine only; whoever runs the server can set FLEET_KEY.',
    );
  }
  const given = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '';
  if (!isEqual(given, key)) {
    throw new HttpProblem(401, 'fleet-key', "A fleet wants its key; send it as 'Authorization: Bearer KEY'.");
  }
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/** Takes as long whatever differs. */
function isEqual(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
