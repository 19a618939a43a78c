/**
 * Thrown by handlers and met by the server's one error handler, which answers `statusCode` with `{code, message}`.
 * `message` is read by people: what, where, what to do.
 */
export class HttpProblem extends Error {
  constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  toJSON(): { readonly code: string; readonly message: string } {
    return { code: this.code, message: this.message };
  }
}

/** A 429 that says in how many seconds another try is worth it. */
export class TooManyRequests extends HttpProblem {
  constructor(
    code: string,
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(429, code, message);
  }
}
