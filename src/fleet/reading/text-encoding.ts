import { isAscii, isUtf8 } from 'node:buffer';
import { blocksOf } from './blocks.js';
import { ListProblem } from './sheet.js';

/** How the bytes of a text file stand for letters. `mixed`: mostly UTF-8, with bytes between that are none. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'mixed';

export interface Sniffed {
  readonly encoding: TextEncoding;
  /** Bytes of the mark at the start. */
  readonly mark: number;
}

/** Stands behind each letter that was put together from a byte that is no UTF-8; no file has it for anything else. */
export const REPAIRED = '\uF8F1';

const LINE_FEED = 0x0a;
const SNIFFED = 4096;

/** Finds the encoding out from the whole file, since the first letter beyond ASCII may come late. Throws ListProblem for a file that is no text. */
export async function sniffEncoding(file: string): Promise<Sniffed> {
  let first = true;
  let hasUtf8 = false;
  let hasOther = false;
  for await (const block of blocksOf(file, 0)) {
    if (first) {
      const marked = markedEncoding(block);
      if (marked) return marked;
      first = false;
    }
    if (isAscii(block)) {
      if (block.includes(0)) throw noText(file);
      continue;
    }
    if (isUtf8(block)) hasUtf8 = true;
    else {
      hasOther = true;
      hasUtf8 ||= linesOf(block).some((line) => !isAscii(line) && isUtf8(line));
    }
    if (block.includes(0)) throw noText(file);
    if (hasUtf8 && hasOther) break;
  }
  if (hasOther) return { encoding: hasUtf8 ? 'mixed' : 'windows-1252', mark: 0 };
  return { encoding: 'utf-8', mark: 0 };
}

const noText = (file: string) =>
  new ListProblem({
    code: 'not-a-list',
    file,
    message: 'this is neither text nor a workbook; save the list as .xlsx or as CSV, and use that file.',
  });

/** What the first bytes say: a mark, or the zeros of two-byte letters. */
function markedEncoding(block: Buffer): Sniffed | null {
  const starts = (...bytes: readonly number[]) => bytes.every((byte, i) => block[i] === byte);
  if (starts(0xef, 0xbb, 0xbf)) return null;
  if (starts(0xff, 0xfe)) return { encoding: 'utf-16le', mark: 2 };
  if (starts(0xfe, 0xff)) return { encoding: 'utf-16be', mark: 2 };
  const head = block.subarray(0, SNIFFED);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] === 0) {
      if (i % 2 === 0) even++;
      else odd++;
    }
  }
  const many = head.length * 0.2;
  if (odd > many && even < many / 8) return { encoding: 'utf-16le', mark: 0 };
  if (even > many && odd < many / 8) return { encoding: 'utf-16be', mark: 0 };
  return null;
}

function linesOf(block: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < block.length; ) {
    const end = block.indexOf(LINE_FEED, start);
    const next = end === -1 ? block.length : end + 1;
    lines.push(block.subarray(start, next));
    start = next;
  }
  return lines;
}

/** Turns blocks of the file, in order, into UTF-8; to be asked once more, with `last`, at the end. */
export function toUtf8({ encoding }: Sniffed): (block: Buffer, last: boolean) => Buffer {
  if (encoding === 'utf-8') return (block) => block;
  if (encoding === 'mixed') return (block) => (isUtf8(block) ? block : Buffer.concat(linesOf(block).map(repaired)));
  const decoder = new TextDecoder(encoding);
  return (block, last) => Buffer.from(decoder.decode(block, { stream: !last }));
}

const windows = new TextDecoder('windows-1252');

/** A line whose bytes that are no UTF-8 are read as Windows-1252, each marked. */
function repaired(line: Buffer): Buffer {
  if (isUtf8(line)) return line;
  const pieces: Buffer[] = [];
  for (let at = 0; at < line.length; ) {
    const length = lengthOfLetter(line, at);
    pieces.push(
      length > 0 ? line.subarray(at, at + length) : Buffer.from(windows.decode(line.subarray(at, at + 1)) + REPAIRED),
    );
    at += Math.max(1, length);
  }
  return Buffer.concat(pieces);
}

/** The bytes of the UTF-8 letter at `at`, or 0 where there is none. */
function lengthOfLetter(line: Buffer, at: number): number {
  const byte = line[at] ?? 0;
  if (byte < 0x80) return 1;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
  return length > 0 && at + length <= line.length && isUtf8(line.subarray(at, at + length)) ? length : 0;
}
