import { strToU8, type Zippable, zipSync } from 'fflate';

/** A sheet as XML by hand: cells as they stand in the file format. */
export interface RawSheet {
  readonly name: string;
  readonly rows: string;
  readonly state?: string;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A workbook put together by hand, to have in it what programs write and test libraries do not. */
export function workbook(
  sheets: readonly RawSheet[],
  { is1904 = false, shared = '', styles = '', extra = {} as Zippable } = {},
): Uint8Array {
  const parts: Record<string, string> = {
    'xl/workbook.xml': `${XML}<workbook xmlns:r="r"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map((s, i) => `<sheet name="${s.name}" sheetId="${i + 1}"${s.state ? ` state="${s.state}"` : ''} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships>${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml': `${XML}<styleSheet>${styles}</styleSheet>`,
    'xl/sharedStrings.xml': `${XML}<sst>${shared}</sst>`,
  };
  sheets.forEach((s, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = `${XML}<worksheet><sheetData>${s.rows}</sheetData></worksheet>`;
  });
  return zipSync({ ...Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])), ...extra });
}

/** A row of texts that stand in their cells. */
export const inlineRow = (number: number, ...cells: readonly string[]): string =>
  `<row r="${number}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
