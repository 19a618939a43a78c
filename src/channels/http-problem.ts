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
