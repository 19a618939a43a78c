import {
  advance,
  BYTES_MUL_HIGH,
  BYTES_MUL_LOW,
  type Code,
  F32_ADD,
  F32X4_ADD,
  F32X4_MUL,
  F32X4_OF_UINT,
  f32Lane,
  f32Load,
  f32Store,
  get,
  I32_ADD,
  I32_LESS,
  I32_SPLAT,
  I32X4_ADD,
  I32X4_SHIFT_LEFT,
  I32X4_SHIFT_RIGHT,
  i32Const,
  i32Lane,
  i32Load,
  i32Store,
  load,
  loadSplat,
  PAIRS_ADD,
  repeat,
  set,
  store,
  V128_AND,
  type WasmFunction,
  WIDEN_HIGH,
  WIDEN_LOW,
  ZERO,
} from './wasm-code.js';

/** Rows and columns of products that `tile` sums at once, and numbers of a row that it takes a step. */
export const TILE_ROWS = 4;
export const TILE_COLUMNS = 2;
export const TILE_STEP = 4;
/** Numbers that `halfDots`, and bytes that `byteDots` takes a step; rows must be a multiple of it long. */
export const DOT_STEP = 16;
export const BYTE_STEP = 32;
/** Items that `spread` takes a step. */
export const SPREAD_STEP = 4;

/** `place += left × right`, on vectors whose loading code is given. */
const addProduct = (place: number, left: Code, right: Code, mul: Code, add: Code): Code => [
  ...get(place),
  ...left,
  ...right,
  ...mul,
  ...add,
  ...set(place),
];

/** The sum of a vector's four numbers. */
const lanesOf = (place: number): Code =>
  [0, 1, 2, 3].flatMap((lane) => [...get(place), ...f32Lane(lane), ...(lane > 0 ? F32_ADD : [])]);

export function tile(): WasmFunction {
  const [a, b, stride, length, out, end] = [0, 1, 2, 3, 4, 5];
  const rows = [a, 6, 7, 8];
  const columns = [b, 9];
  const held = [10, 11, 12, 13];
  const sum = (r: number, c: number) => 14 + r * TILE_COLUMNS + c;
  const cells = rows.flatMap((_, r) => columns.map((_, c) => [r, c] as const));
  const following = (pointers: readonly number[]): Code =>
    pointers.slice(1).flatMap((pointer, i) => [...get(pointers[i] ?? 0), ...get(stride), ...I32_ADD, ...set(pointer)]);
  return {
    name: 'tile',
    parameters: 5,
    pointers: 5,
    vectors: 4 + cells.length,
    body: [
      ...following(rows),
      ...following(columns),
      ...[...get(a), ...get(length), ...I32_ADD, ...set(end)],
      ...cells.flatMap(([r, c]) => [...ZERO, ...set(sum(r, c))]),
      ...repeat(
        rows.flatMap((row, r) => [...get(row), ...load(0), ...set(held[r] ?? 0)]),
        cells.flatMap(([r, c]) =>
          addProduct(sum(r, c), get(held[r] ?? 0), [...get(columns[c] ?? 0), ...load(0)], F32X4_MUL, F32X4_ADD),
        ),
        [...rows, ...columns].flatMap((pointer) => advance(pointer, 16)),
        [...get(a), ...get(end), ...I32_LESS],
      ),
      ...cells.flatMap(([r, c], i) => [...get(out), ...lanesOf(sum(r, c)), ...f32Store(4 * i)]),
    ],
  };
}

export function squares(): WasmFunction {
  const [from, end] = [0, 1];
  const value = 2;
  return {
    name: 'squares',
    parameters: 2,
    pointers: 0,
    vectors: 1,
    body: repeat(
      [...get(from), ...get(from), ...load(0), ...set(value), ...get(value), ...get(value), ...F32X4_MUL, ...store(0)],
      advance(from, 16),
      [...get(from), ...get(end), ...I32_LESS],
    ),
  };
}

export function halfDots(): WasmFunction {
  const [rows, end, length, vector, out, at, rowEnd] = [0, 1, 2, 3, 4, 5, 6];
  const sums = [7, 8, 9, 10];
  const halves = 11;
  const total = sums[0] ?? 0;
  const wide = (widen: Code): Code => [...get(halves), ...widen, ...i32Const(16), ...I32X4_SHIFT_LEFT];
  return {
    name: 'halfDots',
    parameters: 5,
    pointers: 2,
    vectors: sums.length + 1,
    body: repeat(
      sums.flatMap((sum) => [...ZERO, ...set(sum)]),
      [...get(vector), ...set(at), ...get(rows), ...get(length), ...I32_ADD, ...set(rowEnd)],
      repeat(
        sums.flatMap((sum, i) => {
          const isLower = i % 2 === 0;
          const held = isLower ? [...get(rows), ...load(8 * i), ...set(halves)] : [];
          const left = wide(isLower ? WIDEN_LOW : WIDEN_HIGH);
          return [...held, ...addProduct(sum, left, [...get(at), ...load(16 * i)], F32X4_MUL, F32X4_ADD)];
        }),
        [...advance(rows, 2 * DOT_STEP), ...advance(at, 4 * DOT_STEP)],
        [...get(rows), ...get(rowEnd), ...I32_LESS],
      ),
      sums.slice(1).flatMap((sum) => [...get(total), ...get(sum), ...F32X4_ADD, ...set(total)]),
      get(out),
      lanesOf(total),
      f32Store(0),
      advance(out, 4),
      [...get(rows), ...get(end), ...I32_LESS],
    ),
  };
}

export function byteDots(): WasmFunction {
  const [rows, end, length, vector, out, at, rowEnd] = [0, 1, 2, 3, 4, 5, 6];
  const sums = [7, 8];
  const left = 9;
  const right = 10;
  const total = sums[0] ?? 0;
  const addHalf = (sum: number, mul: Code): Code => [
    ...[...get(sum), ...get(left), ...get(right), ...mul, ...PAIRS_ADD],
    ...[...I32X4_ADD, ...set(sum)],
  ];
  return {
    name: 'byteDots',
    parameters: 5,
    pointers: 2,
    vectors: 4,
    body: repeat(
      sums.flatMap((sum) => [...ZERO, ...set(sum)]),
      [...get(vector), ...set(at), ...get(rows), ...get(length), ...I32_ADD, ...set(rowEnd)],
      repeat(
        [0, 16].flatMap((offset) => [
          ...[...get(rows), ...load(offset), ...set(left), ...get(at), ...load(offset), ...set(right)],
          ...addHalf(sums[0] ?? 0, BYTES_MUL_LOW),
          ...addHalf(sums[1] ?? 0, BYTES_MUL_HIGH),
        ]),
        [...advance(rows, BYTE_STEP), ...advance(at, BYTE_STEP)],
        [...get(rows), ...get(rowEnd), ...I32_LESS],
      ),
      [...get(total), ...get(sums[1] ?? 0), ...I32X4_ADD, ...set(total)],
      get(out),
      [0, 1, 2, 3].flatMap((lane) => [...get(total), ...i32Lane(lane), ...(lane > 0 ? I32_ADD : [])]),
      i32Store(0),
      advance(out, 4),
      [...get(rows), ...get(end), ...I32_LESS],
    ),
  };
}

export function spread(): WasmFunction {
  const [entry, end, out, at, listEnd, place] = [0, 1, 2, 3, 4, 5];
  const [lower, base, factor, items, places, products] = [6, 7, 8, 9, 10, 11];
  return {
    name: 'spread',
    parameters: 3,
    pointers: 3,
    vectors: 6,
    body: [
      ...[...i32Const(0xffff), ...I32_SPLAT, ...set(lower), ...get(out), ...I32_SPLAT, ...set(base)],
      ...repeat(
        [...get(entry), ...i32Load(0), ...set(at), ...get(entry), ...i32Load(4), ...set(listEnd)],
        [...get(entry), ...loadSplat(8), ...set(factor)],
        repeat(
          [...get(at), ...load(0), ...set(items)],
          [...get(items), ...i32Const(16), ...I32X4_SHIFT_RIGHT, ...F32X4_OF_UINT, ...get(factor), ...F32X4_MUL],
          set(products),
          [...get(items), ...get(lower), ...V128_AND, ...i32Const(2), ...I32X4_SHIFT_LEFT, ...get(base), ...I32X4_ADD],
          set(places),
          [0, 1, 2, 3].flatMap((lane) => [
            ...[...get(places), ...i32Lane(lane), ...set(place), ...get(place), ...get(place), ...f32Load(0)],
            ...[...get(products), ...f32Lane(lane), ...F32_ADD, ...f32Store(0)],
          ]),
          advance(at, 4 * SPREAD_STEP),
          [...get(at), ...get(listEnd), ...I32_LESS],
        ),
        advance(entry, 12),
        [...get(entry), ...get(end), ...I32_LESS],
      ),
    ],
  };
}
