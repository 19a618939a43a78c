import { decode, type JwtPayload } from 'jsonwebtoken';
import type { Cloud } from './clouds.js';

/** Whom a token must be for, and who may have issued it. */
export interface Expected {
  readonly appId: string;
  /** The bot's own tenant; null for a multi-tenant bot. */
  readonly tenantId: string | null;
  readonly cloud: Cloud;
  /** Of the activity that came with the token. */
  readonly serviceUrl: string;
  readonly now: Date;
}

/** A token that says of itself all that it should; whether that is true, only its signature tells. */
export type Claims =
  | { readonly kind: 'plausible'; readonly keyId: string }
  | { readonly kind: 'refused'; readonly because: string };

const ALGORITHMS: readonly string[] = ['RS256', 'RS384', 'RS512'];
/** Clocks may differ by so many seconds. */
const TOLERANCE = 300;

const refused = (because: string): Claims => ({ kind: 'refused', because });

/**
 * What the `Authorization` header claims, read without any key and so without any network: most of what is forged ends here. The
 * SDK fetches keys before it looks at audience and time, takes tokens of every tenant's directory, and remembers each tenant that a
 * forged one names.
 */
export function claimsOf(header: string | undefined, expected: Expected): Claims {
  const token = /^Bearer (\S+)$/.exec(header ?? '')?.[1];
  if (token === undefined) return refused('it has no token');
  const read = decoded(token);
  if (read === null) return refused('its token is none');
  const { header: head, payload } = read;
  if (!ALGORITHMS.includes(head.alg) || typeof head.kid !== 'string' || head.kid === '')
    return refused('its token is not signed as such tokens are');
  const seconds = expected.now.getTime() / 1000;
  if (typeof payload.exp !== 'number' || payload.exp < seconds - TOLERANCE) return refused('its token has run out');
  if (payload.nbf !== undefined && !(payload.nbf <= seconds + TOLERANCE)) return refused('its token is not valid yet');
  if (payload.aud !== expected.appId) return refused('its token is for another bot');
  const because =
    payload.iss === expected.cloud.issuer ? channelFault(payload, expected) : directoryFault(payload, expected);
  return because === null ? { kind: 'plausible', keyId: head.kid } : refused(because);
}

function decoded(token: string) {
  try {
    const read = decode(token, { complete: true });
    return read === null || typeof read.payload === 'string' ? null : { header: read.header, payload: read.payload };
  } catch {
    return null;
  }
}

const channelFault = (payload: JwtPayload, { serviceUrl }: Expected): string | null =>
  payload.serviceurl === serviceUrl ? null : 'its token is for another serviceUrl';

/** Tools that test a bot sign in as the bot itself, in its own tenant. */
function directoryFault(payload: JwtPayload, { appId, tenantId, cloud }: Expected): string | null {
  if (tenantId === null || !cloud.directoryIssuers(tenantId).includes(payload.iss ?? ''))
    return 'its token is from another issuer or tenant';
  if (payload.tid !== tenantId) return 'its token is of another tenant';
  return (payload.appid ?? payload.azp) === appId ? null : "its token is not the bot's own";
}
