import type { Reaction } from '../domain/feedback.js';
import type { TextStore } from './environment.js';
import { isRecord } from './wire.js';

const JUDGEMENTS = 'sns-chat.judgements';
/** Of older answers the page forgets what was said; the server does not. */
const MOST_KEPT = 200;

/** What is told to the server about an answer; `none` takes back. */
export interface Judgement {
  /** The activity that is judged. */
  readonly about: string;
  readonly reaction: Reaction | 'none';
  readonly comment?: string;
}

/**
 * What the visitor has said of the answers of this conversation. Comments are told to the server and kept nowhere on this computer;
 * thumbs are, so that they are still there after a reload.
 */
export class Judgements {
  readonly #said: Map<string, Reaction>;
  /** What was said first is told first. */
  #told: Promise<unknown> = Promise.resolve();

  /** `tell` resolves to whether the server has kept it, and does not reject. */
  constructor(
    private readonly store: TextStore,
    private readonly tell: (judgement: Judgement) => Promise<boolean>,
  ) {
    this.#said = stored(store);
  }

  of(about: string): Reaction | null {
    return this.#said.get(about) ?? null;
  }

  /** Holds at once; resolves to false where it could not be told, and then all is as it was before. */
  async say(about: string, reaction: Reaction | null, comment?: string): Promise<boolean> {
    const before = this.of(about);
    this.#put(about, reaction);
    const telling = this.#told.then(() =>
      this.tell({ about, reaction: reaction ?? 'none', ...(comment !== undefined && { comment }) }),
    );
    this.#told = telling;
    const kept = await telling;
    // Whatever has been said since stands.
    if (!kept && this.of(about) === reaction) this.#put(about, before);
    return kept;
  }

  /** A new conversation has begun. */
  clear(): void {
    this.#said.clear();
    this.store.remove(JUDGEMENTS);
  }

  #put(about: string, reaction: Reaction | null): void {
    // Another tab of the same conversation may have written meanwhile.
    const all = stored(this.store);
    for (const said of [this.#said, all]) {
      said.delete(about);
      if (reaction !== null) said.set(about, reaction);
    }
    this.store.set(JUDGEMENTS, JSON.stringify(Object.fromEntries([...all].slice(-MOST_KEPT))));
  }
}

function stored(store: TextStore): Map<string, Reaction> {
  let value: unknown = null;
  try {
    value = JSON.parse(store.get(JUDGEMENTS) ?? 'null');
  } catch {
    // What cannot be read is nothing.
  }
  const said = isRecord(value) ? Object.entries(value) : [];
  return new Map(said.flatMap(([about, r]) => (r === 'up' || r === 'down' ? [[about, r] as const] : [])));
}
