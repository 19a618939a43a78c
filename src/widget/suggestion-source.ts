import type { TypeAheadSuggestion } from '../domain/type-ahead.js';
import { isRecord } from './wire.js';

/** What asking for suggestions needs of the world. */
export interface SuggestionEnvironment {
  /** Rejects where no answer came or `signal` has given it up; an answer of any status resolves. */
  fetch(url: string, signal: AbortSignal): Promise<{ readonly status: number; json(): Promise<unknown> }>;
  /** Calls back once after `millis`; the result takes that back. */
  after(millis: number, call: () => void): () => void;
  /** False where there is certainly no network. */
  online(): boolean;
}

/** Somebody who types on does not wait for an answer, and the server need not give one. */
const PAUSE_MILLIS = 150;
const SHORTEST = 2;
/** The server takes no more; and who has written that much knows what to ask. */
const LONGEST = 300;
const KINDS: readonly string[] = ['question', 'product', 'plan'] satisfies readonly TypeAheadSuggestion['kind'][];

/**
 * Asks the server what a text may mean, once its writer pauses. Only the answer to the newest text counts. Suggestions are a
 * convenience: whatever goes wrong, there are none and nothing is said of it.
 */
export class SuggestionSource {
  #cancel: (() => void) | null = null;
  #refused = false;

  constructor(
    private readonly env: SuggestionEnvironment,
    private readonly address: string,
    /** Hears the suggestions for a text, none included. */
    private readonly found: (suggestions: readonly TypeAheadSuggestion[], text: string) => void,
  ) {}

  /** The text is now this; what was asked before is given up. */
  ask(text: string): void {
    this.rest();
    const { length } = text.trim();
    if (this.#refused || length < SHORTEST || text.length > LONGEST || !this.env.online()) {
      this.found([], text);
      return;
    }
    const giveUp = new AbortController();
    const stop = this.env.after(PAUSE_MILLIS, () => {
      void this.#fetched(text, giveUp.signal).then((suggestions) => {
        if (!giveUp.signal.aborted) this.found(suggestions, text);
      });
    });
    this.#cancel = () => {
      stop();
      giveUp.abort();
    };
  }

  /** No answer is wanted any more. */
  rest(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  async #fetched(text: string, signal: AbortSignal): Promise<readonly TypeAheadSuggestion[]> {
    try {
      const answer = await this.env.fetch(`${this.address}?text=${encodeURIComponent(text)}`, signal);
      // A server that has none, or does not give us any, is not sent what else is typed.
      if ([401, 403, 404, 405, 410].includes(answer.status)) this.#refused = true;
      return answer.status === 200 ? readSuggestions(await answer.json()) : [];
    } catch {
      return [];
    }
  }
}

/** The suggestions of an answer; what has another form is left out. */
function readSuggestions(value: unknown): readonly TypeAheadSuggestion[] {
  if (!isRecord(value) || !Array.isArray(value.suggestions)) return [];
  return value.suggestions.filter(isSuggestion);
}

const isSuggestion = (value: unknown): value is TypeAheadSuggestion =>
  isRecord(value) &&
  KINDS.some((kind) => kind === value.kind) &&
  typeof value.label === 'string' &&
  typeof value.says === 'string';
