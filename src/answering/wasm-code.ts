/**
 * Just enough of WebAssembly's binary form (W3C core specification 2.0) to write a few loops with vector instructions,
 * which V8 does not find in JavaScript by itself. Each function gives the bytes of one instruction.
 */
export type Code = readonly number[];

/** A whole number of no sign in LEB128, as lengths, indices and offsets are written. */
export function uint(n: number): Code {
  const bytes: number[] = [];
  let rest = n;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

export const I32 = 0x7f;
export const V128 = 0x7b;

const vector = (opcode: number, ...rest: number[]): Code => [0xfd, ...uint(opcode), ...rest];

export const get = (local: number): Code => [0x20, ...uint(local)];
export const set = (local: number): Code => [0x21, ...uint(local)];
/** A constant below 2²⁷: five bytes of LEB128, the last of which keeps the sign apart. */
export const i32Const = (n: number): Code => [0x41, ...[0, 7, 14, 21].map((shift) => ((n >>> shift) & 0x7f) | 0x80), 0];
export const I32_ADD: Code = [0x6a];
export const I32_LESS: Code = [0x49];
export const F32_ADD: Code = [0x92];
export const f32Load = (offset: number): Code => [0x2a, 2, ...uint(offset)];
export const i32Load = (offset: number): Code => [0x28, 2, ...uint(offset)];
export const f32Store = (offset: number): Code => [0x38, 2, ...uint(offset)];
export const load = (offset: number): Code => vector(0x00, 0, ...uint(offset));
export const store = (offset: number): Code => vector(0x0b, 0, ...uint(offset));
export const ZERO: Code = vector(0x0c, ...Array<number>(16).fill(0));
export const I32X4_ADD = vector(0xae);
/** Products of 8 bytes each, signed, as 16-bit numbers: of the lower and of the upper half. */
export const BYTES_MUL_LOW = vector(0x9c);
export const BYTES_MUL_HIGH = vector(0x9d);
/** Sums of neighbours among 16-bit numbers, as 32-bit ones. */
export const PAIRS_ADD = vector(0x7e);
export const i32Lane = (lane: number): Code => vector(0x1b, lane);
export const i32Store = (offset: number): Code => [0x36, 2, ...uint(offset)];
export const F32X4_ADD = vector(0xe4);
export const F32X4_MUL = vector(0xe6);
/** The lower and the upper four of eight numbers of 16 bits, as 32-bit ones. */
export const WIDEN_LOW = vector(0xa9);
export const WIDEN_HIGH = vector(0xaa);
export const F32X4_OF_UINT = vector(0xfb);
export const I32X4_SHIFT_LEFT = vector(0xab);
export const I32X4_SHIFT_RIGHT = vector(0xad);
export const V128_AND = vector(0x4e);
/** A whole number, or 4 bytes of memory, in each of the four lanes. */
export const I32_SPLAT = vector(0x11);
export const loadSplat = (offset: number): Code => vector(0x09, 2, ...uint(offset));
export const f32Lane = (lane: number): Code => vector(0x1f, lane);

/** Runs the body again as long as it leaves a number that is not 0. */
export const repeat = (...body: readonly Code[]): Code => [0x03, 0x40, ...body.flat(), 0x0d, 0, 0x0b];
/** Moves a pointer on. */
export const advance = (local: number, by: number): Code => [...get(local), ...i32Const(by), ...I32_ADD, ...set(local)];

/** A function of `parameters` whole numbers that returns nothing; its other locals are pointers, then vectors. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  readonly pointers: number;
  readonly vectors: number;
  readonly body: Code;
}

/** A module that imports its memory as `env.memory` and exports the functions. */
export function moduleOf(functions: readonly WasmFunction[]): Uint8Array {
  const sized = (content: Code): Code => [...uint(content.length), ...content];
  const section = (id: number, content: Code): Code => [id, ...sized(content)];
  const list = (items: readonly Code[]): Code => [...uint(items.length), ...items.flat()];
  const name = (text: string): Code => sized([...new TextEncoder().encode(text)]);
  const types = functions.map((f) => [0x60, ...list(Array<Code>(f.parameters).fill([I32])), 0]);
  const bodies = functions.map((f) =>
    sized([
      ...list([
        [...uint(f.pointers), I32],
        [...uint(f.vectors), V128],
      ]),
      ...f.body,
      0x0b,
    ]),
  );
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(types)),
    ...section(2, list([[...name('env'), ...name('memory'), 0x02, 0x00, 1]])),
    ...section(3, list(functions.map((_, i) => uint(i)))),
    ...section(7, list(functions.map((f, i) => [...name(f.name), 0x00, ...uint(i)]))),
    ...section(10, list(bodies)),
  ]);
}
