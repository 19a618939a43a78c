import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvCell } from '../../src/fleet/output/csv-cell.js';
import { csvSink } from '../../src/fleet/output/csv-sink.js';
import { htmlSink } from '../../src/fleet/output/html/html-sink.js';
import { jsonSink } from '../../src/fleet/output/json-sink.js';
import { tableSink } from '../../src/fleet/output/table-sink.js';
import { projectKnowledge } from '../support/knowledge.js';
import { AS_OF, listFile, written } from './read-list.js';

const HOSTILE = `=HYPERLINK("http://x";"y")`;
const LIST = `Site;Model;NMC;Commissioning date;Note\nLyon;Galaxy VS;NMC3;2026-01-15;${HOSTILE.replaceAll(';', ',')}\n"<script>alert(1)</script>";Galaxy VL;NMC9;2024-05-14;+49 30\n`;
const DELIMITERS = [',', ';', '\t', '|'];
const STARTS = /^[\s"]*[=+\-@＝＋－＠]/;

/** What begins a cell for a program that cuts at a delimiter without regard to quotation marks, or with it. */
function beginnings(line: string): readonly string[] {
  return DELIMITERS.flatMap((delimiter) => [
    ...line.split(/\r?\n|\r/).flatMap((part) => part.split(delimiter)),
    ...cellsOf(line, delimiter),
  ]);
}

function cellsOf(line: string, delimiter: string): readonly string[] {
  try {
    return parse(line, { delimiter, relax_quotes: true, relax_column_count: true }).flat();
  } catch {
    // For another delimiter the quotation marks may not match; the cut without regard to them covers it.
    return [];
  }
}

describe('a cell of CSV', () => {
  const evil = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n,;|"\' aＡ1＝＠'), minLength: 1, maxLength: 12 });

  test('never begins as a formula does, whatever delimiter the program expects', () => {
    fc.assert(
      fc.property(evil, evil, (a, b) => {
        const line = `${csvCell(a)},${csvCell(b)}`;
        const runs = beginnings(line).filter((cell) => /^"*[=+\-@＝＋－＠]/.test(cell));
        expect(runs).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['=1+1', "'=1+1"],
    [' =1+1', "' =1+1"],
    ['\t=1', "'\t'=1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+49 30', "'+49 30"],
    ['x;=1', "x;'=1"],
    ['Galaxy VS', 'Galaxy VS'],
    ['2026-05-14', '2026-05-14'],
    ['a "b"', 'a "b"'],
  ])('%p is written as %p', (cell, as) => {
    expect(parse(csvCell(cell), {})).toEqual([[as]]);
  });
});

describe('a fleet as CSV', () => {
  test('has the columns of the list, the verdict behind them, and no formula', async () => {
    const text = await written(listFile(LIST), csvSink);
    const rows = parse(text, { delimiter: ';', bom: true, columns: true }) as unknown as Record<string, string>[];
    expect(rows.map((r) => [r.Model, r['SNS row'], r['SNS outcome'], r['SNS covered'], r['SNS cover ends']])).toEqual([
      ['Galaxy VS', '2', 'included', 'yes', '2027-01-14'],
      ['Galaxy VL', '3', 'undetermined', 'unknown', ''],
    ]);
    expect(rows[1]?.['SNS missing facts']).toBe('nmc plan');
    expect(rows[1]?.['SNS look at this']).toMatch(/^NMC: 'NMC9' is no card/);
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(STARTS);
  });
});

describe('a fleet as JSON', () => {
  test('is one object with a line a device, and the summary behind them', async () => {
    const text = await written(listFile(LIST), jsonSink);
    expect(text.split('\n')).toHaveLength(5);
    const { devices, summary } = JSON.parse(text);
    expect(devices[0]).toMatchObject({ row: 2, cells: { Site: 'Lyon' }, facts: { nmc: 'NMC3' }, covered: 'yes' });
    expect(summary).toMatchObject({ devices: 2, covered: { yes: 1, unknown: 1 }, toLookAt: 1, asOf: AS_OF });
  });
});

describe('a fleet as a table', () => {
  test('has totals and what needs attention, and no sign that steers the terminal', async () => {
    const text = await written(listFile('Name,Model,NMC\n\u001b[2Jboo,Galaxy VS,NMC9\n'), (out) =>
      tableSink(out, AS_OF),
    );
    expect(text).toContain('1 device, as of 22 November 2026');
    expect(text).toContain('Look at this (1)');
    expect(text).toContain("NMC: 'NMC9' is no card; the cards are NMC1, NMC2, NMC3 and NMC4.");
    expect(text).not.toContain('\u001b');
  });
});

describe('a fleet as a page', () => {
  const page = (list: string) =>
    written(listFile(list), (out) =>
      htmlSink(out, { asOf: AS_OF, rules: projectKnowledge().rules, title: '<b>my</b> list.csv' }),
    );

  test('escapes what comes from the list, and runs no script but its own', async () => {
    const html = await page(LIST);
    expect(html).toContain('&lt;b&gt;my&lt;/b&gt; list.csv');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain('<script>alert');
    expect(html.match(/<script(?! type="text\/plain")/g)).toHaveLength(1);
    expect(html).toMatch(
      /Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-[^ ]+; script-src &#39;sha256-[^ ]+; base-uri/,
    );
    expect(html).not.toMatch(/(?:src|href)="(?!#)/);
  });

  test('draws the cover of what needs attention over time, of the first ones of each kind', async () => {
    const rows = Array.from({ length: 30 }, () => 'Galaxy VS,NMC3,2024-05-14,none').join('\n');
    const html = await page(`Model,NMC,Commissioned,Contract\n${rows}\n`);
    expect(html.match(/<details class="time">/g)).toHaveLength(20);
    expect(html).toMatch(/<svg [^>]*role="img"[^>]*><title>[^<]*Galaxy VS[^<]*<\/title><desc>[^<]*13 May 2025/);
    // Without a date there is nothing to draw.
    expect(await page('Model,NMC\nGalaxy VS,NMC3\n')).not.toContain('class="time"');
  });

  test('says so where nothing needs attention', async () => {
    expect(await page('Model,NMC,Commissioned\nGalaxy VS,NMC3,2026-10-15\n')).toContain(
      'Nothing: every device is settled',
    );
  });
});
