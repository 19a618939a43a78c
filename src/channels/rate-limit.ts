import { LRUCache } from 'lru-cache';
import { TooManyRequests } from './http-problem.js';

/** Callers that are remembered at once; of more, those unheard of for longest begin anew. */
const MOST_KEYS = 50_000;

/**
 * How often each of many callers may do something: as often as `perMinute` at once, then again as time passes, evenly. Kept in this
 * process only, so that a restart begins anew.
 */
export class RateLimit {
  private readonly buckets = new LRUCache<string, { readonly left: number; readonly at: number }>({ max: MOST_KEYS });

  constructor(
    private readonly perMinute: number,
    private readonly clock: () => Date,
  ) {}

  /** Takes one, or throws a 429 with this code, which says when to come again. `what` begins its message, such as 'Messages'. */
  take(key: string, code: string, what: string): void {
    const now = this.clock().getTime();
    const { left, at } = this.buckets.get(key) ?? { left: this.perMinute, at: now };
    // A clock that is set back gives nothing and takes nothing.
    const there = Math.min(this.perMinute, left + (Math.max(0, now - at) * this.perMinute) / 60_000);
    if (there < 1) {
      const seconds = Math.ceil(((1 - there) * 60) / this.perMinute);
      throw new TooManyRequests(
        code,
        `${what}: more than ${this.perMinute} in a minute; try again in ${seconds} s.`,
        seconds,
      );
    }
    this.buckets.set(key, { left: there - 1, at: now });
  }
}
