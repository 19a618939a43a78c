import { Parser } from 'htmlparser2';

/** Elements that begin and end a line. */
const LINES = new Set(
  'p div section article header footer h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr caption pre blockquote codeblock hr figure'.split(
    ' ',
  ),
);
/** Elements whose content nobody reads. */
const SILENT = new Set('script style head title template attachment iframe object svg'.split(' '));

/**
 * The text of a message in HTML as a person reads it: a line for each paragraph, point and row, cells parted by tabs, what is quoted
 * marked with '>' as in a mail. Pictures and attachments give nothing. Never throws, whatever the HTML; takes time in its length only.
 */
export function textOfHtml(html: string): string {
  const writer = new LineWriter();
  const parser = new Parser({
    onopentag: (name) => writer.open(name),
    ontext: (text) => writer.text(text),
    onclosetag: (name) => writer.close(name),
  });
  parser.end(html);
  return writer.end();
}

/** In front of a point. */
const POINT = '- ';

/** Lines, as they are written; how deep within quotations, silent elements, kept white space and cells the next text stands. */
class LineWriter {
  private readonly lines: string[] = [];
  private line = '';
  private quoted = 0;
  private silent = 0;
  private kept = 0;
  private cells = 0;
  /** The line holds a cell already. */
  private inRow = false;

  open(name: string): void {
    if (SILENT.has(name)) this.silent++;
    else if (name === 'br') this.endLine();
    else if (name === 'td' || name === 'th') this.openCell();
    else if (LINES.has(name)) this.openLine(name);
  }

  text(text: string): void {
    if (this.silent > 0) return;
    if (this.kept === 0 || this.cells > 0) {
      // White space of the source, at which a line cannot begin; a blank that does not break is one that was meant.
      const folded = text.replace(/[ \t\r\n\f]+/g, ' ');
      this.line += this.line === '' || this.line === POINT ? folded.replace(/^ /, '') : folded;
      return;
    }
    const [first = '', ...rest] = text.replace(/\r\n?/g, '\n').split('\n');
    this.line += first;
    for (const next of rest) {
      this.endLine();
      this.line = next;
    }
  }

  close(name: string): void {
    if (SILENT.has(name)) this.silent = Math.max(0, this.silent - 1);
    else if (name === 'td' || name === 'th') this.cells = Math.max(0, this.cells - 1);
    else if (LINES.has(name)) this.closeLine(name);
  }

  end(): string {
    this.endLine();
    return this.lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^\n+|\n+$/g, '');
  }

  private openLine(name: string): void {
    this.endBegunLine();
    if (name === 'blockquote') this.quoted++;
    if (name === 'pre') this.kept++;
    if (name === 'li' && this.cells === 0) this.line = POINT;
  }

  private closeLine(name: string): void {
    this.endBegunLine();
    if (name === 'li' && this.line === POINT) this.line = '';
    if (name === 'blockquote') this.quoted = Math.max(0, this.quoted - 1);
    if (name === 'pre') this.kept = Math.max(0, this.kept - 1);
  }

  private openCell(): void {
    if (this.cells > 0) this.line += ' ';
    else if (this.inRow) this.line += '\t';
    else this.endBegunLine();
    this.inRow = true;
    this.cells++;
  }

  private endBegunLine(): void {
    if (this.line !== '' && this.line !== POINT) this.endLine();
  }

  /** Within a cell a line is a blank, so that a row stays a line. */
  private endLine(): void {
    if (this.cells > 0) {
      this.line += ' ';
      return;
    }
    const row = this.inRow ? this.line.replace(/[ \u00a0]+/g, ' ').replace(/ ?\t ?/g, '\t') : this.line;
    const text = row.replace(/^[ \u00a0]+|[ \u00a0]+$/g, '');
    this.lines.push(this.quoted > 0 ? `> ${text}` : text);
    this.line = '';
    this.inRow = false;
  }
}
