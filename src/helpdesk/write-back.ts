import type { HelpdeskMapping } from '../knowledge/helpdesk-schema.js';
import type { Delivery, Outbox, WaitingNote } from '../store/outbox.js';
import { authorizationOf, type WriteBackCall, writeBackCalls } from './write-back-calls.js';

/** Where a helpdesk takes calls, and what lets us in. */
export interface HelpdeskAccess {
  /** An origin, without a trailing slash. */
  readonly url: string;
  readonly token: string;
}

export interface WriteBackParts {
  readonly outbox: Outbox;
  readonly mapping: (source: string) => HelpdeskMapping | null;
  /** Null: nothing is written back there. */
  readonly access: (source: string) => HelpdeskAccess | null;
  readonly clock: () => Date;
  /** As the platform's; tests give their own. */
  readonly fetch: typeof fetch;
}

/** An attempt ends after so long, in milliseconds. */
const LONGEST_CALL = 10_000;
/** The second attempt comes so long after the first; each further one after twice the time, up to an hour. */
const FIRST_PAUSE = 30_000;
const LONGEST_PAUSE = 3_600_000;
/** Over some fifteen hours. */
const MOST_ATTEMPTS = 20;

type Outcome =
  | { readonly kind: 'made' }
  /** `after`: so many milliseconds are asked for. */
  | { readonly kind: 'later'; readonly problem: string; readonly after: number }
  | { readonly kind: 'refused'; readonly problem: string };

/**
 * Tells helpdesks what came of their tickets, from the outbox, each call until it is taken: after a pause where the helpdesk is down or
 * busy, never again where it refuses. Where an answer is lost on the way, the call it belonged to is made again.
 */
export class WriteBack {
  constructor(private readonly parts: WriteBackParts) {}

  /** Whether notes for a source go anywhere. */
  isOn(source: string): boolean {
    return this.parts.access(source) !== null && this.parts.mapping(source)?.writeBack !== undefined;
  }

  /** Tries all that is due, once. Of a helpdesk that cannot be reached the rest is left for its next time. */
  async sendDue(): Promise<void> {
    const down = new Set<string>();
    for (const note of await this.parts.outbox.due()) {
      if (down.has(note.source)) continue;
      const delivery = await this.deliver(note);
      if (delivery.kind === 'again') down.add(note.source);
      await this.parts.outbox.tried(note, delivery);
    }
  }

  private async deliver(note: WaitingNote): Promise<Delivery> {
    const writeBack = this.parts.mapping(note.source)?.writeBack;
    const access = this.parts.access(note.source);
    let { callsMade } = note;
    if (writeBack === undefined || access === null)
      return { kind: 'given-up', callsMade, problem: `nothing is written back to ${note.source} any more` };
    const authorization = authorizationOf(writeBack, access.token);
    for (const call of writeBackCalls(writeBack, note).slice(callsMade)) {
      const outcome = await this.make(call, access.url, authorization);
      if (outcome.kind === 'refused') return { kind: 'given-up', callsMade, problem: outcome.problem };
      if (outcome.kind === 'later') return this.again(note, callsMade, outcome);
      callsMade++;
    }
    return { kind: 'sent' };
  }

  private again(
    { attempts }: WaitingNote,
    callsMade: number,
    { problem, after }: { readonly problem: string; readonly after: number },
  ): Delivery {
    if (attempts + 1 >= MOST_ATTEMPTS) return { kind: 'given-up', callsMade, problem };
    const pause = Math.max(after, Math.min(FIRST_PAUSE * 2 ** attempts, LONGEST_PAUSE));
    const nextAt = new Date(this.parts.clock().getTime() + pause).toISOString();
    return { kind: 'again', callsMade, nextAt, problem };
  }

  private async make({ method, path, body }: WriteBackCall, url: string, authorization: string): Promise<Outcome> {
    const what = `${method} ${path}`;
    try {
      const answer = await this.parts.fetch(`${url}${path}`, {
        method,
        headers: { 'content-type': 'application/json', accept: 'application/json', authorization },
        body: JSON.stringify(body),
        // Elsewhere nobody is given the token.
        redirect: 'manual',
        signal: AbortSignal.timeout(LONGEST_CALL),
      });
      await answer.body?.cancel();
      if (answer.ok) return { kind: 'made' };
      const problem = `${what}: ${answer.status}`;
      const isPassing = answer.status >= 500 || answer.status === 429 || answer.status === 408;
      if (!isPassing) return { kind: 'refused', problem };
      return { kind: 'later', problem, after: secondsOf(answer.headers.get('retry-after')) * 1000 };
    } catch (error) {
      return { kind: 'later', problem: `${what}: ${reasonOf(error)}`, after: 0 };
    }
  }
}

/** Of a header that says how many to wait; 0 where it says nothing of the kind, at most an hour. */
const secondsOf = (header: string | null): number =>
  header !== null && /^\d{1,6}$/.test(header) ? Math.min(Number(header), 3600) : 0;

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}
