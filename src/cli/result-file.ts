import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { failed, ok, type Problem, problemLine, type Result } from '../domain/problem.js';
import { fileErrorCode } from './file-error.js';
import { UnreadableFile } from './json-lines.js';
import { wholeLines } from './whole-lines.js';

/** The file of results cannot be gone on with; it is left as it is. */
export class UnusableResults extends UnreadableFile {
  constructor(readonly problem: Problem) {
    super(problemLine(problem));
  }
}

/**
 * A file with one line for each row of an input, in the order of the rows. Each line is with the system before the next row is begun,
 * so that a run that is killed loses nothing but the row it was at, and can be gone on with: its lines are passed over one by one,
 * each held against its row, and nothing of the file is changed before all of them fit.
 */
export interface ResultFile {
  /** True where the next line is this row's; false where the lines of before are at an end. Throws UnusableResults where it is another's. */
  readonly passes: (row: Stamped) => boolean;
  /** The next line, without its end; among the lines of before it must be there already. Throws UnusableResults. */
  readonly put: (line: string) => void;
  /** How many lines were there, and how many are new. Throws UnusableResults where lines of before are left over. */
  readonly finish: () => { readonly before: number; readonly written: number };
  readonly close: () => void;
}

/** A row by what its result rests on. */
export interface Stamped {
  readonly id: unknown;
  readonly fingerprint: string;
}

/** What parts the fingerprint of a row from that of the settings it was done with. */
const JOINT = '-';
export const fingerprintOf = (row: string, settings: string): string => row + JOINT + settings;

/** Opens the file, or makes it. Without `resume` one that holds anything is refused. */
export function openResults(file: string, resume: boolean): Result<ResultFile> {
  try {
    const handle = openSync(file, 'a+');
    const found = fstatSync(handle);
    if (found.isFile() && (resume || found.size === 0)) return ok(resultsIn(file, handle));
    closeSync(handle);
    if (!found.isFile()) return failed({ code: 'out-no-file', file, message: NO_FILE });
  } catch (error) {
    return failed(cannotWrite(file, error));
  }
  const message =
    'is there already and stays as it is; add --resume to go on with it, or name another file with --out.';
  return failed({ code: 'out-exists', file, message });
}

function resultsIn(file: string, handle: number): ResultFile {
  const lines = wholeLines((into, at) => readSync(handle, into, 0, into.length, at));
  const unusable = (code: string, line: number, message: string) => new UnusableResults({ code, file, line, message });
  let before = 0;
  let written = 0;
  let atEnd = false;
  /** Bytes of whole lines, once those of before are read. */
  let end = 0;
  /** What of a line was broken off behind them; goes once all before it has proved to belong here. */
  let torn = '';
  /** Bytes of the file as this run knows it; it has others where another run writes into it. */
  let size = 0;

  /** The next line of before; null at their end. */
  const next = (): string | null => {
    if (atEnd) return null;
    const read = lines.next();
    if (!read.done) {
      before++;
      return read.value;
    }
    if (!isBegun(read.value.rest)) throw unusable('not-results', before + 1, NOT_RESULTS);
    atEnd = true;
    ({ rest: torn, offset: end, size } = read.value);
    return null;
  };

  const cutTorn = (): void => {
    if (fstatSync(handle).size !== size) throw unusable('out-changed', before + written + 1, CHANGED);
    if (torn !== '') ftruncateSync(handle, end);
    torn = '';
    size = end;
  };

  const append = (line: string): void => {
    const bytes = Buffer.from(`${line}\n`);
    try {
      cutTorn();
      for (let from = 0; from < bytes.length; ) from += writeSync(handle, bytes, from);
    } catch (error) {
      throw error instanceof UnusableResults ? error : new UnusableResults(cannotWrite(file, error));
    }
    end += bytes.length;
    size = end;
    written++;
  };

  return {
    passes: ({ id, fingerprint }) => {
      const line = next();
      if (line === null) return false;
      const there = stampIn(line);
      if (there === null) throw unusable('not-results', before, NOT_RESULTS);
      if (there === fingerprint) return true;
      const [row] = there.split(JOINT);
      if (fingerprint.startsWith(`${row}${JOINT}`)) throw unusable('other-settings', before, OTHER_SETTINGS);
      throw unusable('other-input', before, otherInput(`what the input now says of the ticket ${String(id)}`));
    },
    put: (line) => {
      const there = next();
      if (there === null) append(line);
      else if (there !== line) throw unusable('other-input', before, otherInput('a row that cannot be read'));
    },
    finish: () => {
      const more = next() !== null;
      if (more || !isBlank(torn)) throw unusable('other-input', before, otherInput('an input that ends before'));
      if (torn !== '') cutTorn();
      if (written > 0) fsyncSync(handle);
      return { before, written };
    },
    close: () => closeSync(handle),
  };
}

const NO_FILE =
  'is no ordinary file, so that nobody could go on with it; name another with --out, or leave --out away.';
const NOT_RESULTS = "is no line of 'sns triage --out', and is left as it is; name another file with --out.";
const CHANGED = 'another run writes into this file; let it end, then add --resume.';
const OTHER_SETTINGS =
  'was made with another knowledge base, ANSWERING, WRONG_ANSWERS, CONTACT or --today; set them as they were, or name another file with --out.';
const otherInput = (what: string) =>
  `does not belong to ${what}; give the input that the file was made from, or name another file with --out.`;

function cannotWrite(file: string, error: unknown): Problem {
  const code = fileErrorCode(error);
  if (code === null) throw error;
  return { code: 'cannot-write', file, message: `cannot be written (${code}); mend that, then go on with --resume.` };
}

/** How each line begins; what is left of one that was broken off begins so too, or is blank where the power failed. */
const BEGIN = '{"id":';
const isBlank = (rest: string): boolean => /^\0*$/.test(rest);
const isBegun = (rest: string): boolean => rest.startsWith(BEGIN) || BEGIN.startsWith(rest) || isBlank(rest);

/** The fingerprint that a line holds, empty for a row that could not be read; null: it is no result. */
function stampIn(line: string): string | null {
  try {
    const { fingerprint, error }: { fingerprint?: unknown; error?: unknown } = JSON.parse(line) ?? {};
    if (typeof fingerprint === 'string') return fingerprint;
    return typeof error === 'string' ? '' : null;
  } catch {
    return null;
  }
}
