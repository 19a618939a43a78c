import { type Day, plusDays } from '../domain/day.js';
import { boundsOfDate } from '../domain/partial-date.js';
import type { DeviceResult } from './device-result.js';
import { WINDOWS } from './summary.js';

/** Why a device needs somebody's attention; the first that fits, in this order. */
export const ATTENTION = ['look', 'ends-30', 'ends-90', 'gap', 'undetermined', 'expired'] as const;
export type Attention = (typeof ATTENTION)[number];

/** Tells why a device needs attention, or null where it needs none. */
export function attentionOn(asOf: Day): (device: DeviceResult) => Attention | null {
  const soon = plusDays(asOf, WINDOWS[0]);
  const later = plusDays(asOf, WINDOWS[2]);
  return ({ issues, standing: { verdict, coverEnds } }) => {
    if (issues.length > 0) return 'look';
    if (coverEnds !== null && coverEnds <= soon) return 'ends-30';
    if (coverEnds !== null && coverEnds <= later) return 'ends-90';
    if (verdict.gap !== null && boundsOfDate(verdict.gap.to).to >= asOf) return 'gap';
    if (!verdict.isSettled) return 'undetermined';
    return verdict.outcome === 'expired' ? 'expired' : null;
  };
}

export interface AttentionGroup {
  readonly attention: Attention;
  readonly count: number;
  /** The first ones; where cover ends, the ones that end first. */
  readonly shown: readonly DeviceResult[];
}

/** Gathers devices by why they need attention; of each kind so many are kept. */
export class AttentionList {
  private readonly groups = new Map<Attention, { count: number; shown: DeviceResult[] }>();

  constructor(private readonly most: number) {
    for (const attention of ATTENTION) this.groups.set(attention, { count: 0, shown: [] });
  }

  add(attention: Attention, device: DeviceResult): void {
    const group = this.groups.get(attention);
    if (group === undefined) return;
    group.count++;
    const { shown } = group;
    if (!attention.startsWith('ends')) {
      if (shown.length < this.most) shown.push(device);
      return;
    }
    const last = shown.at(-1);
    if (shown.length >= this.most && last !== undefined && endOf(device) >= endOf(last)) return;
    let place = shown.length;
    while (place > 0 && endOf(shown[place - 1] as DeviceResult) > endOf(device)) place--;
    shown.splice(place, 0, device);
    if (shown.length > this.most) shown.pop();
  }

  /** Groups with devices in them, in the order of ATTENTION. */
  all(): readonly AttentionGroup[] {
    return [...this.groups].flatMap(([attention, { count, shown }]) =>
      count === 0 ? [] : [{ attention, count, shown }],
    );
  }
}

const endOf = (device: DeviceResult): string => device.standing.coverEnds ?? '';
