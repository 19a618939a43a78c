import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'restify';
import type { Store } from '../../store/open-store.js';
import { callerAddress } from '../caller-address.js';
import { HttpProblem } from '../http-problem.js';
import { RateLimit } from '../rate-limit.js';
import type { ChannelSettings, Triager } from '../settings.js';

const COOKIE = 'sns-desk';
/** A working day. */
const HOURS = 12;
const SIGN_INS_PER_MINUTE = 10;
/** Only scripts of this server's own pages can send it, since no other origin is let in. */
const OWN_PAGE = 'x-desk';

/** Who is at the desk: signed in by a token, known afterwards by a cookie that no script can read and no other site can use. */
export class SignIn {
  private readonly attempts: RateLimit;

  constructor(
    private readonly store: Pick<Store, 'deskSessions' | 'audit'>,
    private readonly settings: Pick<ChannelSettings, 'desk' | 'proxies' | 'publicUrl'>,
    private readonly clock: () => Date,
  ) {
    this.attempts = new RateLimit(SIGN_INS_PER_MINUTE, clock);
  }

  /** Signs whoever has the token in. Problems: 403 not from the desk's page, 429 too many attempts, 401 nobody has that token. */
  async begin(req: Request, res: Response, token: string): Promise<string> {
    requireOwnPage(req);
    this.attempts.take(callerAddress(req, this.settings.proxies), 'too-many-sign-ins', 'Sign-ins from your address');
    const triager = this.triagerOf(hashOf(token.trim()));
    if (triager === null) throw new HttpProblem(401, 'wrong-token', 'Token: nobody signs in with it; check it.');
    const id = randomBytes(32).toString('base64url');
    const now = this.clock();
    const expires = new Date(now.getTime() + HOURS * 3_600_000);
    const { name: who, tokenHash } = triager;
    await this.store.deskSessions.begin(hashOf(id), { who, tokenHash }, now, expires);
    await this.store.audit.add({ who, what: 'signed-in', ticketId: null, detail: null });
    this.setCookie(res, id, HOURS * 3600);
    return who;
  }

  /** Who is signed in, or null. A token that is no longer set signs its bearer out. */
  async who(req: Request): Promise<string | null> {
    const id = cookieOf(req);
    const session = id === null ? null : await this.store.deskSessions.find(hashOf(id), this.clock());
    if (session === null) return null;
    const triager = this.triagerOf(session.tokenHash);
    return triager?.name === session.who ? session.who : null;
  }

  /** Who reads. Problem: 401 nobody is signed in. */
  async reader(req: Request): Promise<string> {
    const who = await this.who(req);
    if (who === null) throw new HttpProblem(401, 'not-signed-in', 'The desk is for triagers; sign in at /desk.');
    return who;
  }

  /** Who changes something. Problems: 401 nobody is signed in, 403 not from the desk's page. */
  async writer(req: Request): Promise<string> {
    const who = await this.reader(req);
    requireOwnPage(req);
    return who;
  }

  async end(req: Request, res: Response): Promise<void> {
    const who = await this.writer(req);
    await this.store.deskSessions.end(hashOf(cookieOf(req) ?? ''));
    await this.store.audit.add({ who, what: 'signed-out', ticketId: null, detail: null });
    this.setCookie(res, '', 0);
  }

  /** Looks at all of them, so that the time it takes tells nothing. */
  private triagerOf(tokenHash: string): Triager | null {
    const given = Buffer.from(tokenHash);
    return this.settings.desk.triagers.filter((one) => timingSafeEqual(Buffer.from(one.tokenHash), given))[0] ?? null;
  }

  private setCookie(res: Response, value: string, seconds: number): void {
    const secure = this.settings.publicUrl?.startsWith('https:') ? '; Secure' : '';
    res.setHeader(
      'Set-Cookie',
      `${COOKIE}=${value}; Path=/desk; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`,
    );
  }
}

function requireOwnPage(req: Request): void {
  const site = req.headers['sec-fetch-site'];
  if (req.headers[OWN_PAGE] !== undefined && (site === undefined || site === 'same-origin')) return;
  throw new HttpProblem(
    403,
    'foreign-page',
    `Only the desk's own page may do that; programs send the header ${OWN_PAGE}.`,
  );
}

function cookieOf(req: Request): string | null {
  const named = (req.headers.cookie ?? '').split(/;\s*/).find((pair) => pair.startsWith(`${COOKIE}=`));
  const value = named?.slice(COOKIE.length + 1) ?? '';
  return /^[\w-]{43}$/.test(value) ? value : null;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
