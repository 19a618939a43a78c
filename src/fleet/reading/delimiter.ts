import { parse } from 'csv-parse/sync';

const CANDIDATES = [',', ';', '\t', '|'] as const;
const SAMPLED_ROWS = 60;

/** What a list is cut at, and whether its first line only says so ('sep=;'). */
export interface Delimiter {
  readonly sign: string;
  readonly announced: boolean;
}

/** The sign that cuts the first rows of a text into the most cells, and into as many in every row. */
export function sniffDelimiter(head: string): Delimiter {
  const announced = /^sep=(.)\r?\n/.exec(head)?.[1];
  if (announced !== undefined) return { sign: announced, announced: true };
  let best: { readonly sign: string; readonly score: number } = { sign: ',', score: 0 };
  for (const sign of CANDIDATES) {
    const score = scoreOf(widths(head, sign));
    if (score > best.score) best = { sign, score };
  }
  return { sign: best.sign, announced: false };
}

function widths(head: string, delimiter: string): readonly number[] {
  const found: number[] = [];
  try {
    parse(head, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      to: SAMPLED_ROWS,
      on_record: (record: readonly string[]) => {
        found.push(record.length);
        return null;
      },
    });
  } catch {
    // The head may end within a quoted cell: the rows before it tell enough.
  }
  return found.filter((width, i) => width > 1 || i > 0);
}

/** The width that most rows have, weighed with the share of rows that have it. */
function scoreOf(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most === undefined ? 0 : (most[1] / widths.length) * Math.min(most[0], 50);
}
