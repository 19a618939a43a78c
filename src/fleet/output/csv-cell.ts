/** Signs that make a spreadsheet program take a cell for a formula: those of ASCII, their wide forms, and blanks and quotation marks that some skip. */
const STARTS_FORMULA = /^[\s"\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;
/**
 * A program set to another delimiter cuts a cell at that sign, quoted or not, and what follows would begin a cell. Quotes beside the
 * sign are taken away by it as well.
 */
const STARTS_LATER = /([,;|\t\r\n]["']*)(?=[=+\-@＝＋－＠])/g;

/** Cells without any of these, by far the most, are harmless as they are. */
const SUSPECT = /[=+\-@＝＋－＠\t\r\n]/;

/** A cell that no spreadsheet program runs as a formula, whatever delimiter it expects. Cells that could not be one stay as they are. */
export function harmless(cell: string): string {
  if (!SUSPECT.test(cell)) return cell;
  const later = cell.replace(STARTS_LATER, "$1'");
  return STARTS_FORMULA.test(cell) ? `'${later}` : later;
}

/** A cell as it stands in CSV: harmless, and in quotes always, since a sign that delimits elsewhere needs them too. */
export function csvCell(cell: string): string {
  const safe = harmless(cell);
  return safe.includes('"') ? `"${safe.replaceAll('"', '""')}"` : `"${safe}"`;
}
