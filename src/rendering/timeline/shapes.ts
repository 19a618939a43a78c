import type { Stretch } from '../../domain/timeline.js';
import type { Paint } from './palette.js';

/** A piece of a text; bold where it names what the rest is about. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
}

/** What a picture is made of, in pixels. A shape lies above those before it. */
export type Shape =
  | {
      readonly kind: 'path';
      /** As the `d` of an SVG path. */
      readonly d: string;
      readonly fill?: Paint;
      readonly stroke?: Paint;
      readonly strokeWidth?: number;
      readonly dash?: string;
      /** The stretch that this outlines, if any. */
      readonly stretch?: Stretch;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** The baseline. */
      readonly y: number;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly size: number;
      readonly fill: Paint;
      readonly runs: readonly Run[];
    };

/** Shapes with the height that they take, from 0 downwards. */
export interface Drawn {
  readonly shapes: readonly Shape[];
  readonly height: number;
}

/** A number as SVG is written, to a hundredth of a pixel. */
export const n = (value: number): string => String(Math.round(value * 100) / 100);

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A box with corners rounded by `r`; a pointed side goes on beyond what is drawn. */
export function boxPath({ x, y, width, height }: Box, r = 0, point: { left?: boolean; right?: boolean } = {}): string {
  const tip = Math.min(height / 3, width / 2);
  const round = Math.min(r, width / 2, height / 2);
  const [x2, y2, middle] = [x + width, y + height, y + height / 2];
  const left = point.left
    ? `L${n(x + tip)} ${n(y2)}L${n(x)} ${n(middle)}L${n(x + tip)} ${n(y)}`
    : `L${n(x + round)} ${n(y2)}Q${n(x)} ${n(y2)} ${n(x)} ${n(y2 - round)}L${n(x)} ${n(y + round)}Q${n(x)} ${n(y)} ${n(x + round)} ${n(y)}`;
  const right = point.right
    ? `L${n(x2 - tip)} ${n(y)}L${n(x2)} ${n(middle)}L${n(x2 - tip)} ${n(y2)}`
    : `L${n(x2 - round)} ${n(y)}Q${n(x2)} ${n(y)} ${n(x2)} ${n(y + round)}L${n(x2)} ${n(y2 - round)}Q${n(x2)} ${n(y2)} ${n(x2 - round)} ${n(y2)}`;
  return `M${n(point.left ? x + tip : x + round)} ${n(y)}${right}${left}Z`;
}

/** Slanting lines that fill a box and do not leave it: no pattern by id, so that many pictures can stand on one page. */
export function hatchPath({ x, y, width, height }: Box, step: number, slant: 'up' | 'down' | 'upright'): string {
  if (slant === 'upright') {
    const count = Math.floor(width / step);
    const first = x + (width - (count - 1) * step) / 2;
    return Array.from({ length: count }, (_, i) => `M${n(first + i * step)} ${n(y)}V${n(y + height)}`).join('');
  }
  const lines: string[] = [];
  for (let c = step - height; c < width; c += step) {
    const [from, to] = [Math.max(0, c), Math.min(width, c + height)];
    if (to - from < 0.5) continue;
    const at = (along: number) => (slant === 'up' ? y + height - (along - c) : y + (along - c));
    lines.push(`M${n(x + from)} ${n(at(from))}L${n(x + to)} ${n(at(to))}`);
  }
  return lines.join('');
}
