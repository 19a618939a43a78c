import { deflateSync } from 'node:zlib';

/** Pixels as `width × height` times red, green, blue and alpha, from 0 to 255; alpha counts for nothing. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** So many colours fit into four bits a pixel. */
const COLOURS = 16;

/**
 * A PNG with sixteen colours of a drawing, those to `keep` (as 0xRRGGBB) and the commonest, each other one as the nearest of them.
 * Drawings of a few flat colours come out a third as large as in full colour, and look the same but for shades at the edges of
 * letters. The same pixels give the same bytes.
 */
export function indexedPng({ width, height, rgba }: Pixels, keep: readonly number[]): Buffer {
  const colours = colourOf(rgba);
  const palette = paletteOf(colours, keep);
  const indexes = nearest(palette);
  const rowBytes = Math.ceil(width / 2) + 1;
  const raw = Buffer.alloc(rowBytes * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // The first byte of a row says that it is not filtered; then two pixels to a byte, the left one in the upper half.
      const at = y * rowBytes + 1 + (x >> 1);
      raw[at] = (raw[at] ?? 0) | (indexes(colours[y * width + x] ?? 0) << (x % 2 === 0 ? 4 : 0));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255]))),
    chunk('IDAT', deflateSync(raw, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function colourOf(rgba: Uint8Array): Uint32Array {
  const colours = new Uint32Array(rgba.length / 4);
  for (let i = 0; i < colours.length; i++)
    colours[i] = ((rgba[4 * i] ?? 0) << 16) | ((rgba[4 * i + 1] ?? 0) << 8) | (rgba[4 * i + 2] ?? 0);
  return colours;
}

/** What is to be kept and is there, then the commonest. */
function paletteOf(colours: Uint32Array, keep: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].sort(([a, m], [b, n]) => n - m || a - b).map(([colour]) => colour);
  return [...new Set([...keep.filter((colour) => counts.has(colour)), ...byCount])].slice(0, COLOURS);
}

const part = (colour: number, shift: number) => (colour >> shift) & 255;
const distance = (a: number, b: number) =>
  [16, 8, 0].reduce((sum, shift) => sum + (part(a, shift) - part(b, shift)) ** 2, 0);

/** Colour → index in the palette. */
function nearest(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, i) => [colour, i]));
  return (colour) => {
    const index = known.get(colour);
    if (index !== undefined) return index;
    const distances = palette.map((p) => distance(p, colour));
    const best = distances.indexOf(Math.min(...distances));
    known.set(colour, best);
    return best;
  };
}

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, 'latin1');
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])), 0);
  return Buffer.concat([head, data, check]);
}

/** The checksum of PNG's chunks; Node's own came after the oldest Node that this runs on. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
