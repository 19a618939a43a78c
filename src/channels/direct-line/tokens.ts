import { createSecretKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { Clock } from '../../store/schema.js';
import { HttpProblem } from '../http-problem.js';

/** Whose conversation a token opens. `stream` tokens stand in an address and open the stream only, for a short while. */
export interface Pass {
  readonly conversationId: string;
  readonly user: string;
}
type Use = 'conversation' | 'stream';

const STREAM_SECONDS = 120;
const claims = z.object({ conversationId: z.string(), user: z.string(), use: z.enum(['conversation', 'stream']) });

/** Issues and checks the tokens of Direct Line: JWTs signed by HS256, whose `user` clients take as their own id. */
export class Tokens {
  /** Made once: from a text it would be made anew, and be tried as a public key first, for each token. */
  private readonly key: KeyObject;

  constructor(
    secret: string,
    readonly seconds: number,
    /** So long after its end a token can still be exchanged for a fresh one: a laptop sleeps, a page is opened again. */
    private readonly renewSeconds: number,
    private readonly clock: Clock,
  ) {
    this.key = createSecretKey(Buffer.from(secret));
  }

  issue(pass: Pass, use: Use = 'conversation'): string {
    const iat = this.now();
    const exp = iat + (use === 'stream' ? STREAM_SECONDS : this.seconds);
    return jwt.sign({ ...pass, use, iat, exp }, this.key, { algorithm: 'HS256' });
  }

  /** The pass of an `Authorization: Bearer …` header. 401 where there is none, 403 where it is expired or not ours. */
  fromHeader(header: string | undefined): Pass {
    return this.check(bearer(header), 'conversation');
  }

  /** The same for exchanging a token, which may have expired up to `renewSeconds` ago. */
  toRenew(header: string | undefined): Pass {
    return this.check(bearer(header), 'conversation', this.renewSeconds);
  }

  check(token: string, use: Use, grace = 0): Pass {
    try {
      const clockTimestamp = this.now() - grace;
      const verified = jwt.verify(token, this.key, { algorithms: ['HS256'], clockTimestamp });
      const pass = claims.parse(verified);
      if (pass.use === use) return { conversationId: pass.conversationId, user: pass.user };
    } catch (error) {
      if (error instanceof jwt.TokenExpiredError) {
        const remedy = grace > 0 ? 'start a new conversation' : 'exchange it at tokens/refresh';
        throw new HttpProblem(403, 'token-expired', `Token: it has expired; ${remedy}.`);
      }
    }
    throw new HttpProblem(403, 'token-invalid', 'Token: not one of this server; POST tokens/generate for a new one.');
  }

  private now(): number {
    return Math.floor(this.clock().getTime() / 1000);
  }
}

function bearer(header: string | undefined): string {
  const token = /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
  if (token !== undefined) return token;
  throw new HttpProblem(401, 'no-token', 'Authorization: no token; POST tokens/generate and send it as Bearer.');
}
