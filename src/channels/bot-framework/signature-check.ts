import { LRUCache } from 'lru-cache';

/** What became of a check; `unreachable`: the keys could not be had in time. */
export type Checked<T> =
  | { readonly kind: 'genuine'; readonly value: T }
  | { readonly kind: 'forged' }
  | { readonly kind: 'unreachable'; readonly error: unknown };

export interface Limits {
  /** Milliseconds that a check may take. */
  readonly wait: number;
  /** Milliseconds for which unknown keys are not asked for again after that. */
  readonly pause: number;
}

const MOST_KEYS = 100;

/**
 * Bounds the SDK's checks of signatures. It fetches keys without a time limit, and while they cannot be had it would try anew for
 * each forged token. So a key that was never seen to be genuine is looked for by one check at a time, and for a while by none after
 * that has failed; genuine ones go by the SDK's memory and do not wait for it.
 */
export class SignatureCheck {
  private readonly genuine = new LRUCache<string, true>({ max: MOST_KEYS });
  private last: Promise<unknown> = Promise.resolve();
  private pausedUntil = Number.NEGATIVE_INFINITY;

  /** `now`: milliseconds, from any fixed point. */
  constructor(
    private readonly limits: Limits,
    private readonly now: () => number,
  ) {}

  /** The result of `check`, which rejects with an error of the SDK where the token is not genuine. Never rejects. */
  async run<T>(keyId: string, check: () => Promise<T>): Promise<Checked<T>> {
    if (this.genuine.has(keyId)) return this.bounded(check);
    const mine = this.last.then(() => this.looked(keyId, check));
    this.last = mine;
    return mine;
  }

  private async looked<T>(keyId: string, check: () => Promise<T>): Promise<Checked<T>> {
    if (this.now() < this.pausedUntil) return { kind: 'unreachable', error: null };
    const result = await this.bounded(check);
    if (result.kind === 'genuine') this.genuine.set(keyId, true);
    if (result.kind === 'unreachable') this.pausedUntil = this.now() + this.limits.pause;
    return result;
  }

  private async bounded<T>(check: () => Promise<T>): Promise<Checked<T>> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${this.limits.wait} ms`)), this.limits.wait);
    });
    try {
      return { kind: 'genuine', value: await Promise.race([check(), late]) };
    } catch (error) {
      return isForged(error) ? { kind: 'forged' } : { kind: 'unreachable', error };
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The SDK's own refusals have status 401; where a signature or a date does not hold, it passes on jsonwebtoken's error. */
const isForged = (error: unknown): boolean =>
  error instanceof Error &&
  (('statusCode' in error && error.statusCode === 401) ||
    ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'].includes(error.name));
