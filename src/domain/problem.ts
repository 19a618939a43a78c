/** Something that is wrong and can be put right by the person who reads it. Expected failures are values of this form. */
export interface Problem {
  /** Stable, for programs: `bad-date`, `unknown-entry` … */
  readonly code: string;
  /** For people: what, where, what to do. */
  readonly message: string;
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const failed = (...problems: readonly Problem[]): Result<never> => ({ ok: false, problems });

/** `file:line:column: message`, as compilers write it. */
export function problemLine(p: Problem): string {
  const place = [p.file, p.line, p.column].filter((part) => part !== undefined).join(':');
  return place === '' ? `${p.message} (${p.code})` : `${place}: ${p.message} (${p.code})`;
}
