import fc from 'fast-check';
import { listFile, readList } from './read-list.js';

const LIST = 'Site,Model,NMC\nZürich,Galaxy VS,NMC3\nLyon – été,Galaxy VL,NMC4\n';
const sites = async (bytes: Uint8Array) => (await readList(listFile(bytes))).devices.map((d) => d.cells[0]);
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
/** The letters of LIST in Windows-1252. */
const windows = (text: string) => Buffer.from(text.replaceAll('–', '\x96'), 'latin1');

describe('a text file', () => {
  test.each([
    ['UTF-8', Buffer.from(LIST)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${LIST}`)],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${LIST}`, 'utf16le')],
    ['UTF-16 without', Buffer.from(LIST, 'utf16le')],
    ['UTF-16, high byte first', utf16be(`\uFEFF${LIST}`)],
    ['UTF-16, high byte first, without a mark', utf16be(LIST)],
    ['Windows-1252', windows(LIST)],
    ['old line ends', Buffer.from(LIST.replaceAll('\n', '\r'))],
    ['both kinds of line ends', Buffer.from(LIST.replace('\n', '\r\n'))],
  ])('in %s is read as it was written', async (_name, bytes) => {
    expect(await sites(bytes)).toEqual(['Zürich', 'Lyon – été']);
  });

  test('of two encodings is read, and each letter of the other one is named by row and column', async () => {
    const mixed = Buffer.concat([
      Buffer.from('Site,Model,NMC\nZürich,Galaxy VS,NMC3\n'),
      windows('Köln,Galaxy VL,NMC4\n'),
      Buffer.from('Málaga,Galaxy VX,NMC3\n'),
    ]);
    const { devices, summary } = await readList(listFile(mixed));
    expect(devices.map((d) => d.cells[0])).toEqual(['Zürich', 'Köln', 'Málaga']);
    expect(devices.map((d) => d.issues)).toEqual([
      [],
      [
        {
          kind: 'file',
          column: 'Site',
          text: "'Köln' has letters in another encoding than the file; check them, and save the file as UTF-8.",
        },
      ],
      [],
    ]);
    expect(summary?.notices).toEqual([expect.stringContaining('mixes two encodings')]);
  });

  test('whose first letter beyond ASCII comes late is still read in its encoding', async () => {
    const many = 'Lyon,Galaxy VS,NMC3\n'.repeat(20_000);
    const got = await sites(
      Buffer.concat([Buffer.from(`Site,Model,NMC\n${many}`), windows('Zürich,Galaxy VS,NMC3\n')]),
    );
    expect(got).toHaveLength(20_001);
    expect(got.at(-1)).toBe('Zürich');
  });

  test('has its cells kept whole where quoted ones go on over the blocks in which it is read', async () => {
    const notes = 'a line of notes,\n'.repeat(40);
    const rows = Array.from({ length: 2000 }, (_, i) => `"${notes}${i}",Galaxy VS,NMC3\n`).join('');
    const got = await sites(Buffer.from(`Site,Model,NMC\n${rows}`));
    expect(got).toHaveLength(2000);
    expect(got.every((cell, i) => cell === `${notes}${i}`)).toBe(true);
  });

  test('with a line without end is refused', async () => {
    const { problem } = await readList(listFile(`Model,NMC\n${'a'.repeat(3 * 1024 * 1024)}`));
    expect(problem).toMatch(/^line-too-long: /);
  });

  test('with thousands of quotation marks that are never closed is read to its end', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `"6" rack ${i},Galaxy VS,NMC3\n`).join('');
    const { devices } = await readList(listFile(`Site,Model,NMC\n${rows}`));
    expect(devices.at(-1)?.cells).toContain('NMC3');
  });

  test('that is no text gets an answer', async () => {
    const { problem } = await readList(listFile(Buffer.from([1, 2, 0, 3, 0, 0, 0, 9, 200, 0, 0, 0, 0, 0, 7])));
    expect(problem).toMatch(/^(?:not-a-list|no-usable-column): /);
  });

  test('without a usable column says what was found and what is wanted', async () => {
    const { problem } = await readList(listFile('kVA;Colour\n10;red\n'));
    expect(problem).toMatch(/^no-usable-column: no column tells of devices\. Found: kVA, Colour\. Wanted: /);
  });

  test('of any bytes at all never crashes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await readList(listFile(Buffer.concat([Buffer.from('Model,NMC\n'), bytes])));
      }),
      { numRuns: 60 },
    );
  });
});
