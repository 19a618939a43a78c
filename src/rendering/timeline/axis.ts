import { type Day, daysBetween, parseDay } from '../../domain/day.js';
import type { Scale } from './scale.js';
import { type Drawn, n, type Shape } from './shapes.js';
import { textWidth } from './text-width.js';

const LABEL_SIZE = 12;
/** Labels nearer than this, in pixels, are thinned out. */
const LEAST_SPACE = 46;
/** Up to so many days the months have ticks too. */
const MONTHS_UP_TO = 1100;

/** Ticks at the beginnings of years, with the years' numbers where there is room, and small ones at the beginnings of months. */
export function drawAxis(scale: Scale): Drawn {
  const years = firstDays(scale, 12);
  const days = daysBetween(scale.days.from, scale.days.to);
  const months = days <= MONTHS_UP_TO ? firstDays(scale, 1) : [];
  const yearWidth = ((scale.right - scale.left) / Math.max(days, 1)) * 365;
  const every = Math.max(1, Math.ceil(LEAST_SPACE / yearWidth));
  const half = textWidth('2026', LABEL_SIZE) / 2;
  const ticks = (at: readonly Day[], length: number): Shape => ({
    kind: 'path',
    d: at.map((d) => `M${n(scale.begin(d))} 4v${length}`).join(''),
    stroke: 'soft',
    strokeWidth: 1,
  });
  const labels = years
    .filter((d) => Number(d.slice(0, 4)) % every === 0)
    .filter((d) => scale.begin(d) - half >= scale.left && scale.begin(d) + half <= scale.right)
    .map(
      (d): Shape => ({
        kind: 'text',
        x: scale.begin(d),
        y: 23,
        anchor: 'middle',
        size: LABEL_SIZE,
        fill: 'soft',
        runs: [{ text: d.slice(0, 4) }],
      }),
    );
  return {
    height: 27,
    shapes: [
      { kind: 'path', d: `M${n(scale.left)} 4H${n(scale.right)}`, stroke: 'line', strokeWidth: 1 },
      ...(months.length > 0 ? [ticks(months, 3)] : []),
      ...(years.length > 0 ? [ticks(years, 7)] : []),
      ...labels,
    ],
  };
}

/** The first days of every month or year within the scale, save at its very beginning. */
function firstDays({ days }: Scale, every: 1 | 12): readonly Day[] {
  const found: Day[] = [];
  for (let month = Number(days.from.slice(0, 4)) * 12; ; month++) {
    const first = parseDay(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`);
    if (first === null || first > days.to) return found;
    if (first > days.from && month % every === 0) found.push(first);
  }
}
