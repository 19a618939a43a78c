import { byteDots, halfDots, spread, squares, tile } from './fast-loops.js';
import { moduleOf } from './wasm-code.js';

const PAGE = 65_536;

/** What is used of the engine's own WebAssembly: type libraries describe it for browsers only. */
type Module = object;
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => Module;
  readonly Instance: new (
    module: Module,
    imports: { readonly env: { readonly memory: object } },
  ) => { readonly exports: Readonly<Record<string, unknown>> };
};

/** Memory with the loops over it; `offset`s are in bytes. */
export interface FastMemory {
  readonly buffer: ArrayBuffer;
  /** For 4 rows from `a` and 2 rows from `b`, `stride` bytes apart: their 8 products over `length` bytes (a multiple of 16, at least 16) of Float32, to `out`. */
  readonly tile: (a: number, b: number, stride: number, length: number, out: number) => void;
  /**
   * Product of each row (`length` bytes of the upper halves of Float32, one row after the other up to `end`) with `vector`, which is
   * Float32, to `out`.
   */
  readonly halfDots: (rows: number, end: number, length: number, vector: number, out: number) => void;
  /** The same over bytes (signed, -127 to 127); products as 32-bit numbers. */
  readonly byteDots: FastMemory['halfDots'];
  /**
   * For each entry from `entries` up to `end` (three numbers of 4 bytes: where a list begins and ends, and a Float32 factor): adds to
   * `out`, for each item of the list (4 bytes: the place in the lower two, a number from 0 to 65,535 in the upper two), that number
   * times the factor, to the Float32 at that place. Lists are of `SPREAD_STEP` items or a multiple of it; at least one entry is given.
   */
  readonly spread: (entries: number, end: number, out: number) => void;
  /** Each Float32 from `from` up to `end` (a multiple of 16 bytes, at least 16) times itself, in place. */
  readonly squares: (from: number, end: number) => void;
}

/** New memory of at least so many bytes, all zero. */
export function fastMemory(bytes: number): FastMemory {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  const { exports } = new WebAssembly.Instance(loops(), { env: { memory } });
  return {
    buffer: memory.buffer,
    tile: exports.tile as FastMemory['tile'],
    halfDots: exports.halfDots as FastMemory['halfDots'],
    byteDots: exports.byteDots as FastMemory['byteDots'],
    spread: exports.spread as FastMemory['spread'],
    squares: exports.squares as FastMemory['squares'],
  };
}

let compiled: Module | null = null;
function loops(): Module {
  compiled ??= new WebAssembly.Module(moduleOf([tile(), halfDots(), byteDots(), spread(), squares()]));
  return compiled;
}
