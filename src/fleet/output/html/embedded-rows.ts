import { gzipSync } from 'node:zlib';
import { html, type Markup } from '../../../rendering/markup.js';

/** A sheet has so many rows at the most; what is beyond could not be opened there. */
const MOST_ROWS = 1_048_575;
const PACKED_AT_ONCE = 1024 * 1024;

/** Lines of CSV that a page carries packed, to be unpacked and saved by its reader. */
export class EmbeddedRows {
  private readonly packed: string[] = [];
  private pending = '';
  count = 0;
  /** Lines that no sheet could hold any more. */
  leftOut = 0;

  constructor(header: string) {
    this.pending = header;
  }

  add(line: string): void {
    if (this.count >= MOST_ROWS) {
      this.leftOut++;
      return;
    }
    this.count++;
    this.pending += line;
    if (this.pending.length > PACKED_AT_ONCE) this.pack();
  }

  /** The lines as pieces of gzip, each in a block of data that no browser runs. */
  markup(): Markup {
    this.pack();
    return html`${this.packed.map(
      (piece) => html`<script type="text/plain" class="packed">${piece}</script>
`,
    )}`;
  }

  private pack(): void {
    if (this.pending !== '') this.packed.push(gzipSync(this.pending, { level: 6 }).toString('base64'));
    this.pending = '';
  }
}
