import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { dayOfSerial, showsDay } from '../../src/fleet/reading/excel-dates.js';
import { listFile, readList } from './read-list.js';
import { inlineRow, workbook } from './workbook.js';

const HEAD = inlineRow(1, 'Model', 'NMC', 'Commissioning date');
/** Style 1 shows days, style 2 figures. */
const STYLES =
  '<numFmts><numFmt numFmtId="170" formatCode="[$-407]d. mmmm yyyy;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="2"/></cellXfs>';
const dated = (number: number, serial: number, style = 1) =>
  `<row r="${number}"><c r="A${number}" t="inlineStr"><is><t>Galaxy VS</t></is></c><c r="B${number}"><v>3</v></c><c r="C${number}" s="${style}"><v>${serial}</v></c></row>`;
const sheet = (rows: string, name = 'Devices') => ({ name, rows });
const commissioned = async (bytes: Uint8Array) => {
  const { devices, problem } = await readList(listFile(bytes, 'xlsx'));
  expect(problem).toBeNull();
  return devices.map((d) => d.standing.facts.commissioned);
};

describe('a workbook', () => {
  test('that a library wrote is read, dates and shared texts included', async () => {
    const { default: writeExcelFile } = await import('write-excel-file/node');
    const text = (value: string) => ({ type: String, value });
    const buffer = await writeExcelFile(
      [
        [text('Model'), text('NMC'), text('Commissioning date'), text('Service plan')],
        [
          text('Galaxy VS'),
          text('NMC3'),
          { type: Date, value: new Date(Date.UTC(2026, 4, 14)), format: 'dd/mm/yyyy' },
          text('none'),
        ],
      ],
      { sheet: 'Fleet' },
    ).toBuffer();
    const { devices, summary } = await readList(listFile(buffer, 'xlsx'));
    expect(devices[0]?.standing.facts).toEqual({
      family: 'Galaxy VS',
      nmc: 'NMC3',
      commissioned: '2026-05-14',
      plan: 'none',
    });
    expect(summary?.sheet).toBe('Fleet');
  });

  test('counts days from 1900 or from 1904, as it says', async () => {
    const rows = HEAD + dated(2, 46156.75);
    expect(await commissioned(workbook([sheet(rows)], { styles: STYLES }))).toEqual(['2026-05-14']);
    expect(await commissioned(workbook([sheet(HEAD + dated(2, 44694))], { styles: STYLES, is1904: true }))).toEqual([
      '2026-05-14',
    ]);
  });

  test('takes a day number in a column of dates for a day where nobody gave it the form of one', async () => {
    expect(await commissioned(workbook([sheet(HEAD + dated(2, 46156, 2))], { styles: STYLES }))).toEqual([
      '2026-05-14',
    ]);
  });

  test('keeps cells in their columns where others are left out, and counts rows as it does', async () => {
    const rows =
      inlineRow(3, 'Site', 'Model', 'NMC') +
      '<row r="7"><c r="C7" t="s"><v>1</v></c><c r="B7" t="s"><v>0</v></c></row>' +
      '<row r="9"><c r="B9" t="str"><f>A1</f><v>Galaxy VL</v></c><c r="C9" t="e"><v>#N/A</v></c></row>';
    const shared =
      '<si><r><t>Galaxy </t></r><r><t>VS</t></r><rPh sb="0" eb="1"><t>read aloud</t></rPh></si><si><t>NMC4</t></si>';
    const { devices } = await readList(listFile(workbook([sheet(rows)], { shared }), 'xlsx'));
    expect(devices.map((d) => d.row)).toEqual([7, 9]);
    expect(devices.map((d) => d.standing.facts)).toEqual([
      { family: 'Galaxy VS', nmc: 'NMC4' },
      { family: 'Galaxy VL' },
    ]);
    expect(devices[1]?.issues.map((i) => i.text)).toEqual([expect.stringContaining('shows an error of its formula')]);
  });

  test('is read from its first sheet with a header, and the others are named', async () => {
    const bytes = workbook([
      { ...sheet(HEAD + dated(2, 46156), 'Old'), state: 'hidden' },
      sheet(inlineRow(1, 'Contents of this file'), 'Cover'),
      sheet(HEAD + dated(2, 46156), 'Devices'),
    ]);
    const { summary } = await readList(listFile(bytes, 'xlsx'));
    expect(summary?.sheet).toBe('Devices');
    expect(summary?.notices).toEqual(["The sheet 'Devices' was read. Not read: 'Cover', 'Old'."]);
  });

  test('without a usable column says what was found in each sheet and what is wanted', async () => {
    const bytes = workbook([sheet(inlineRow(1, 'kVA', 'Colour'), 'A'), sheet('', 'B')]);
    const { problem } = await readList(listFile(bytes, 'xlsx'));
    expect(problem).toMatch(
      /^no-usable-column: no column tells of devices\. Found: 'A': kVA, Colour; 'B': nothing\. Wanted: .*'Commissioning date'/,
    );
  });

  test('that unpacks to far more than it should is refused before it is unpacked', async () => {
    const bomb = workbook([sheet(HEAD)], { extra: { 'xl/styles.xml': new Uint8Array(20 * 1024 * 1024) } });
    expect(bomb.length).toBeLessThan(200_000);
    expect((await readList(listFile(bomb, 'xlsx'))).problem).toMatch(
      /^workbook-too-large: 'xl\/styles.xml' unpacks to more than 16 MB/,
    );
  });

  test('with a text that never ends is refused before it fills the memory', async () => {
    const endless = workbook([sheet(`${HEAD}<row r="2"><c t="inlineStr"><is><t>${'a'.repeat(9 * 1024 * 1024)}`)]);
    expect((await readList(listFile(endless, 'xlsx'))).problem).toMatch(/^damaged-workbook: .*a text without end/);
  });

  test('whose entities would unfold into more is refused', async () => {
    const styles = strToU8('<!DOCTYPE s [<!ENTITY a "aaaa">]><styleSheet>&a;</styleSheet>');
    const bytes = workbook([sheet(HEAD)], { extra: { 'xl/styles.xml': styles } });
    expect((await readList(listFile(bytes, 'xlsx'))).problem).toMatch(/^damaged-workbook: /);
  });

  test('that is cut off, or no workbook at all, gets an answer and no crash', async () => {
    const whole = workbook([sheet(HEAD + dated(2, 46156))]);
    const problemOf = async (bytes: Uint8Array, ending: string) => (await readList(listFile(bytes, ending))).problem;
    expect(await problemOf(whole.slice(0, whole.length - 40), 'xlsx')).toMatch(/^damaged-workbook: /);
    expect(await problemOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), 'xlsx')).toMatch(
      /old \.xls workbook or one with a password/,
    );
    expect(await problemOf(strToU8('%PDF-1.7'), 'csv')).toMatch(/^not-a-list: this is a PDF/);
    expect(await problemOf(new Uint8Array(), 'csv')).toMatch(/^empty-file: /);
  });

  test('with any byte of it changed never crashes', async () => {
    const whole = workbook([sheet(HEAD + dated(2, 46156))], { styles: STYLES });
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
        const broken = whole.slice();
        broken[at] = byte;
        await readList(listFile(broken, 'xlsx'));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a day number', () => {
  test.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, null],
    [61, false, '1900-03-01'],
    [0, true, '1904-01-01'],
    [-1, false, null],
    [9_999_999, false, null],
    [Number.NaN, false, null],
  ] as const)('%p (1904: %p) means %p', (serial, is1904, day) => {
    expect(dayOfSerial(serial, is1904)).toBe(day);
  });

  test.each([
    [14, undefined, true],
    [22, undefined, true],
    [20, undefined, false],
    [2, undefined, false],
    [170, 'dd/mm/yyyy', true],
    [170, 'TT.MM.JJJJ', true],
    [170, '[$-409]mmm\\-yy;@', true],
    [170, 'h:mm:ss', false],
    [170, '0.00 "days"', false],
    [170, '[Red]#,##0', false],
    [170, 'General', false],
  ] as const)('form %i %p shows a day: %p', (id, code, shows) => {
    expect(showsDay(id, code)).toBe(shows);
  });
});
