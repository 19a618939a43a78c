/** The system's code (`ENOENT` …) of an error that a file could not be read or written; null for any other error. */
export function fileErrorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('syscall' in error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
