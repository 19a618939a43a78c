import type { TicketSpan } from '../domain/ticket.js';

/** A stretch of a text, the asks that rest on it by their places, and whether the route does. */
export interface Stretch {
  readonly text: string;
  readonly asks: readonly number[];
  readonly isReason: boolean;
}

/** A text cut where something begins or ends to rest on it. Together the stretches are the text. */
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
  return [0, ...cuts].map((from, i) => {
    const covers = (span: TicketSpan) => inField(span) && span.start <= from && span.end > from;
    return {
      text: text.slice(from, cuts[i] ?? text.length),
      asks: asks.flatMap((spans, at) => (spans.some(covers) ? [at] : [])),
      isReason: reasons.some(covers),
    };
  });
}
