import type { TicketSpan } from '../domain/ticket.js';

/** A stretch of a text, the asks that rest on it by their places, and whether the route does. */
export interface Stretch {
  readonly text: string;
  readonly asks: readonly number[];
  readonly isReason: boolean;
}

/** A text cut where what rests on it changes. Together the stretches are the text. */
export function stretchesOf(
  text: string,
  field: TicketSpan['field'],
  asks: readonly (readonly TicketSpan[])[],
  reasons: readonly TicketSpan[],
): readonly Stretch[] {
  const inField = (span: TicketSpan) => span.field === field && span.start < span.end;
  const all = [...asks.flat(), ...reasons].filter(inField);
  const inside = (at: number) => at > 0 && at < text.length;
  const cuts = [...new Set(all.flatMap(({ start, end }) => [start, end]).filter(inside))].sort((a, b) => a - b);
  const pieces = [0, ...cuts].map((from, i): Stretch => {
    const covers = (span: TicketSpan) => inField(span) && span.start <= from && span.end > from;
    return {
      text: text.slice(from, cuts[i] ?? text.length),
      asks: asks.flatMap((spans, at) => (spans.some(covers) ? [at] : [])),
      isReason: reasons.some(covers),
    };
  });
  const joined: Stretch[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && last.isReason === piece.isReason && last.asks.join() === piece.asks.join())
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}
