import { createHash } from 'node:crypto';
import { failed, ok, type Result } from '../domain/problem.js';

/** The arrays that a file may hold. */
type Numbers = Float32Array | Float64Array | Uint32Array | Uint16Array | Uint8Array | Int8Array;
interface NumbersType<T extends Numbers> {
  new (buffer: ArrayBuffer, offset: number, length: number): T;
  readonly BYTES_PER_ELEMENT: number;
}

/** What kind of file it is, and in which version of its form. */
export interface PackedFormat {
  readonly name: string;
  readonly version: number;
}

/** A file that was read and found whole. */
export interface Unpacked {
  /** What stood beside the arrays, as JSON gives it back. */
  readonly header: unknown;
  /** An array by name; without numbers where the file has none of that name. Not to be written to. */
  readonly array: <T extends Numbers>(name: string, type: NumbersType<T>) => T;
}

interface Place {
  readonly name: string;
  readonly offset: number;
  readonly bytes: number;
}

/** Arrays start at multiples of this, so that every type of number can be read where it lies. */
const ALIGNED = 8;
const DIGEST = 32;
const PREFIX = DIGEST + 4;
const aligned = (n: number): number => Math.ceil(n / ALIGNED) * ALIGNED;

/**
 * Plain data and arrays of numbers as bytes: SHA-256 of all that follows, length of the head, the head as JSON, the
 * arrays. The same content gives the same bytes. Numbers stand in the machine's own order (little-endian wherever Node 20 runs).
 */
export function packFile(format: PackedFormat, header: unknown, arrays: Readonly<Record<string, Numbers>>): Uint8Array {
  const places: Place[] = [];
  let offset = 0;
  for (const [name, numbers] of Object.entries(arrays)) {
    places.push({ name, offset, bytes: numbers.byteLength });
    offset += aligned(numbers.byteLength);
  }
  const head = new TextEncoder().encode(JSON.stringify({ ...format, header, places }));
  const start = aligned(PREFIX + head.length);
  const bytes = new Uint8Array(start + offset);
  new DataView(bytes.buffer).setUint32(DIGEST, head.length, true);
  bytes.set(head, PREFIX);
  for (const place of places) {
    const numbers = arrays[place.name];
    if (numbers)
      bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), start + place.offset);
  }
  bytes.set(digestOf(bytes), 0);
  return bytes;
}

const digestOf = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes.subarray(DIGEST)).digest();

/** Reads what `packFile` wrote; a file that is cut off, changed, of another kind or version is a problem. */
export function unpackFile(bytes: Uint8Array, format: PackedFormat): Result<Unpacked> {
  const bad = (what: string) =>
    failed({
      code: `bad-${format.name}-file`,
      message: `${format.name} file: ${what}. Delete it and run the build again.`,
    });
  if (bytes.length < PREFIX) return bad('it is cut off');
  if (Buffer.compare(digestOf(bytes), bytes.subarray(0, DIGEST)) !== 0)
    return bad('its content does not match its checksum, so it is damaged or is another file');
  // A copy where the bytes do not start at a multiple of 8, as parts of a larger buffer may.
  const whole =
    bytes.byteOffset % ALIGNED === 0 && bytes.buffer instanceof ArrayBuffer ? bytes : Uint8Array.from(bytes);
  const length = new DataView(whole.buffer, whole.byteOffset).getUint32(DIGEST, true);
  const head = JSON.parse(new TextDecoder().decode(whole.subarray(PREFIX, PREFIX + length)));
  if (head.name !== format.name || head.version !== format.version)
    return bad(`it holds ${head.name} in version ${head.version}, wanted is version ${format.version}`);
  const start = whole.byteOffset + aligned(PREFIX + length);
  const places: readonly Place[] = head.places;
  return ok({
    header: head.header,
    array: (name, type) => {
      const place = places.find((p) => p.name === name);
      const buffer = whole.buffer as ArrayBuffer;
      return new type(buffer, start + (place?.offset ?? 0), (place?.bytes ?? 0) / type.BYTES_PER_ELEMENT);
    },
  });
}
