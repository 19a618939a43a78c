import type { FactName, Facts } from '../domain/facts.js';
import type { PartialDate } from '../domain/partial-date.js';

/** What is known of one device of the asker. Facts of one device are never read for another. */
export interface DeviceState {
  readonly facts: Facts;
  /** Facts that the asker does not know; they are not asked for again. */
  readonly declined: readonly FactName[];
}

/** The open question: which fact of the current device, and how often it was put without a usable answer. */
export interface Pending {
  readonly fact: FactName;
  readonly attempt: number;
  /** A day of commissioning that was said to be past and is still to come: asked back whether it is planned for then. */
  readonly doubted?: PartialDate;
}

/** How far the search for the card has come: which way was offered last. */
export type IdentifyProgress = 'web-page' | 'other-evidence' | 'service-personnel';

/** The guided dialog's whole memory: small, plain data, so that it can be stored and outlive a restart. */
export interface InterviewState {
  readonly devices: readonly DeviceState[];
  /** Index of the device last spoken of; null before the first. */
  readonly current: number | null;
  /** Index of the device that was spoken of before the current one; absent where there was none. */
  readonly before?: number;
  readonly pending: Pending | null;
  readonly identify: IdentifyProgress | null;
  /** Whether an entitlement question is open, so that a card found leads back to it. */
  readonly open: boolean;
}

export const EMPTY_INTERVIEW: InterviewState = {
  devices: [],
  current: null,
  pending: null,
  identify: null,
  open: false,
};

/** At most this many devices are kept; the oldest is dropped first. */
export const MOST_DEVICES = 50;

export function currentDevice(state: InterviewState): DeviceState | null {
  return state.current === null ? null : (state.devices[state.current] ?? null);
}

/** The device spoken of before the current one; the last other one where that is not known. */
export function deviceBefore(state: InterviewState): DeviceState | null {
  const before = state.before === state.current ? undefined : state.devices[state.before ?? -1];
  return before ?? state.devices.filter((_, i) => i !== state.current).at(-1) ?? null;
}

/** A new device, which becomes the current one. */
export function addDevice(state: InterviewState, facts: Facts): InterviewState {
  const all = [...state.devices, { facts, declined: [] }];
  const devices = all.slice(-MOST_DEVICES);
  const left = leaving({
    ...state,
    current: state.current === null ? null : state.current - (all.length - devices.length),
  });
  return { ...left, devices, current: devices.length - 1, pending: null, identify: null };
}

/** A device spoken of before becomes the current one again; what was asked of another is no longer open. */
export function turnTo(state: InterviewState, at: number): InterviewState {
  return at === state.current ? state : { ...leaving(state), current: at, pending: null, identify: null };
}

/** The current device noted as the one before. */
const leaving = (state: InterviewState): InterviewState =>
  state.current === null || state.current < 0 ? state : { ...state, before: state.current };

/** The current device with other facts; the first device where there was none. */
export function updateDevice(state: InterviewState, change: (device: DeviceState) => DeviceState): InterviewState {
  const device = currentDevice(state);
  if (device === null) return updateDevice(addDevice(state, {}), change);
  return { ...state, devices: state.devices.map((d, i) => (i === state.current ? change(d) : d)) };
}
