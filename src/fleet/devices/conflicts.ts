const LONGEST_SAID = 60;

/** A cell's text as it is cited: in quotes, cut where it is long. */
export function said(cell: string): string {
  const one = cell.trim().replace(/\s+/g, ' ');
  return `'${one.length > LONGEST_SAID ? `${one.slice(0, LONGEST_SAID - 1)}…` : one}'`;
}

/** Facts of one row that contradict each other; none of them is taken. */
export const CONFLICT = {
  cells: (a: string, cellA: string, b: string, cellB: string) =>
    `'${a}' says ${said(cellA)}, and '${b}' says ${said(cellB)}. Neither was taken; correct the one that is wrong.`,
  noPlanYetDates: 'It says that there is no plan, and yet dates of a contract that is not over. Check which is right.',
} as const;
