/** Bytes read at once. */
const BLOCK = 256 * 1024;

/** What stands behind the last line end, how many bytes stand in front of it, and how many there are in all. */
export interface Rest {
  readonly rest: string;
  readonly offset: number;
  readonly size: number;
}

/**
 * The lines of UTF-8 that end, without their ends; returns what is left. `read` fills a buffer from an offset and tells how many
 * bytes there were, 0 at the end. Memory grows with the longest line only.
 */
export function* wholeLines(read: (into: Buffer, at: number) => number): Generator<string, Rest, undefined> {
  const block = Buffer.alloc(BLOCK);
  let rest: Buffer = Buffer.alloc(0);
  let at = 0;
  for (let length = read(block, at); length > 0; length = read(block, at)) {
    at += length;
    rest = Buffer.concat([rest, block.subarray(0, length)]);
    let from = 0;
    for (let end = rest.indexOf(0x0a); end >= 0; end = rest.indexOf(0x0a, from)) {
      yield rest.toString('utf8', from, end);
      from = end + 1;
    }
    rest = rest.subarray(from);
  }
  return { rest: rest.toString('utf8'), offset: at - rest.length, size: at };
}
