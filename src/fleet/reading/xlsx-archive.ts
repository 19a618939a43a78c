import type { Readable } from 'node:stream';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { ListProblem } from './sheet.js';

/** More parts than any workbook of people has. */
const MOST_PARTS = 10_000;
/** Bytes without a tag between them: the parser would hold them all. */
const LONGEST_TEXT = 8 * 1024 * 1024;

/** What is read of one part of a workbook. */
export interface PartHandlers {
  readonly open?: (tag: SaxesTagPlain) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** The parts of a workbook, read one after the other as streams; nothing is unpacked to a disk. */
export class WorkbookArchive {
  private constructor(
    private readonly file: string,
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Throws ListProblem for what is no workbook. */
  static async open(file: string): Promise<WorkbookArchive> {
    let zip: ZipFile;
    const entries = new Map<string, Entry>();
    try {
      zip = await openPromise(file, { lazyEntries: true, autoClose: false });
      if (zip.entryCount > MOST_PARTS) throw new Error(`${zip.entryCount} parts`);
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replace(/^\//, ''), entry);
    } catch (error) {
      throw damaged(file, error);
    }
    return new WorkbookArchive(file, zip, entries);
  }

  has(path: string): boolean {
    return this.entries.has(path);
  }

  /** Size of a part once unpacked, as the archive states it. */
  sizeOf(path: string): number {
    return this.entries.get(path)?.uncompressedSize ?? 0;
  }

  close(): void {
    this.zip.close();
  }

  /**
   * Reads a part as XML, chunk by chunk, and hands on after each chunk how many bytes were unpacked. A part that is missing has
   * no chunks. Throws ListProblem where it unpacks to more than `limit` bytes, or is damaged.
   */
  async *parse(path: string, handlers: PartHandlers, limit: number): AsyncGenerator<number> {
    const entry = this.entries.get(path);
    if (entry === undefined) return;
    if (entry.uncompressedSize > limit) throw tooLarge(this.file, path, limit);
    if (entry.isEncrypted()) throw damaged(this.file, 'encrypted');
    const parser = new SaxesParser({ xmlns: false });
    let failure: Error | null = null;
    parser.on('error', (error) => {
      failure ??= error;
    });
    let lastTag = 0;
    let unpacked = 0;
    parser.on('opentag', (tag) => {
      lastTag = unpacked;
      handlers.open?.(tag);
    });
    if (handlers.text) {
      parser.on('text', handlers.text);
      parser.on('cdata', handlers.text);
    }
    const { close } = handlers;
    if (close) parser.on('closetag', (tag) => close(tag.name));
    let stream: Readable | null = null;
    const decoder = new TextDecoder('utf-8');
    try {
      stream = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        unpacked += chunk.length;
        if (unpacked > limit) throw tooLarge(this.file, path, limit);
        parser.write(decoder.decode(chunk, { stream: true }));
        if (failure) throw failure;
        if (unpacked - lastTag > LONGEST_TEXT) throw new Error(`'${path}' holds a text without end`);
        yield unpacked;
      }
      parser.write(decoder.decode()).close();
      if (failure) throw failure;
    } catch (error) {
      throw error instanceof ListProblem ? error : damaged(this.file, error);
    } finally {
      stream?.destroy();
    }
  }

  /** The same for a small part, read in one go. */
  async parseAll(path: string, handlers: PartHandlers, limit: number): Promise<void> {
    for await (const _ of this.parse(path, handlers, limit));
  }
}

function damaged(file: string, error: unknown): ListProblem {
  const why = error instanceof Error ? error.message : String(error);
  return new ListProblem({
    code: 'damaged-workbook',
    file,
    message: `the workbook is damaged or protected and cannot be read on (${why.split('\n')[0]}); open it, save it anew as .xlsx without a password, and use that file.`,
  });
}

const tooLarge = (file: string, part: string, limit: number): ListProblem =>
  new ListProblem({
    code: 'workbook-too-large',
    file,
    message: `'${part}' unpacks to more than ${Math.round(limit / 1024 / 1024)} MB, which no list of devices needs; save the one sheet that is wanted as CSV, and use that file.`,
  });
