import type { Request } from 'restify';
import { requireKey } from '../bearer-key.js';
import { HttpProblem } from '../http-problem.js';
import type { ChannelSettings } from '../settings.js';

/**
 * Lets in who may have a fleet decided: callers on this machine, outside production, and whoever has the key. Pages of other
 * sites are refused, whatever browser they run in. Problems: 401 a wrong key or none, 403.
 */
export function requireFleetCaller(req: Request, { production, fleet: { key } }: ChannelSettings): void {
  const { origin, host } = req.headers;
  if (origin !== undefined && hostOf(origin) !== host) {
    throw new HttpProblem(403, 'other-origin', 'A fleet is taken from pages of this server only; open its own page.');
  }
  requireKey(req, { code: 'fleet', what: 'Deciding a fleet', setting: 'FLEET_KEY', key, production });
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
