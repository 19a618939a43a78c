/** What the Direct Line client needs of the world; the browser gives it (browser-environment.ts), tests give their own. */
export interface LineEnvironment {
  /** Rejects where no answer came; an answer of any status resolves. `json` rejects where the body is none. */
  fetch(
    url: string,
    init: {
      readonly method: 'GET' | 'POST';
      readonly headers: Readonly<Record<string, string>>;
      readonly body?: string;
    },
  ): Promise<{
    readonly status: number;
    /** In how many seconds it may be asked again; 0 where the answer does not say. */
    readonly retryAfter: number;
    json(): Promise<unknown>;
  }>;
  /** Opens a socket. Throws where the page may not; afterwards exactly one `closed` follows. */
  openSocket(url: string, events: SocketEvents): { close(): void; send(text: string): void };
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once after `millis`; the result takes that back. */
  after(millis: number, call: () => void): () => void;
  /** From 0 to just under 1. */
  random(): number;
  /** A text that nobody else makes. */
  newId(): string;
  /** Kept on this computer for all tabs of the site. */
  readonly shared: TextStore;
  /** Kept for this tab only, over a reload. */
  readonly tab: TextStore;
}

export interface SocketEvents {
  opened(): void;
  received(text: string): void;
  closed(): void;
}

/** A part of the browser's storage; one that is blocked or full behaves like an empty one and never throws. */
export interface TextStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}
