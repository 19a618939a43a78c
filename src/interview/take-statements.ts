import type { Facts } from '../domain/facts.js';
import type { StatedDevice, Understood } from '../understanding/understand.js';
import { mergeFacts } from './merge-facts.js';
import { addDevice, currentDevice, type InterviewState, updateDevice } from './state.js';

/** Says that what follows is of another device than the one before, even of the same name. */
const ANOTHER =
  /\b(?:another|an other|(?:the )?(?:second|third|fourth|fifth|2nd|3rd|4th|5th|next|last) (?:one|device|unit|ups|pdu|is|:)|(?:second|third|next|last)\s*[:,]|different (?:device|unit|one|ups|pdu)|other (?:one|device|unit|ups|pdu))\b|^\s*(?:second|third|next|then)\b/i;
/** Says that a name was said wrongly, and that the device is the same. */
const MISSAID = /\b(?:i meant|i mean|meant to (?:say|write)|typo|mistyped|correction|misread|sorry)\b/i;

export const speaksOfAnother = (text: string): boolean => ANOTHER.test(text);

/** Whether a product named now is the device spoken of before: an unnamed one, one of the choices of its name, or itself. */
function isCurrent(stated: StatedDevice, facts: Facts, text: string): boolean {
  const { mention } = stated;
  if (mention === null) return true;
  if (facts.family === undefined || MISSAID.test(text)) return true;
  const said = mention.kind === 'product' ? mention.product.name : mention.name.said;
  return said === facts.family;
}

/**
 * Puts what a message states into the state: several devices become several, a device named anew becomes
 * the current one, and everything else is said of the current one. `isOption`: whether a product is one of
 * the choices that an ambiguous name leaves.
 */
export function takeStatements(
  state: InterviewState,
  understood: Understood,
  isOption: (ambiguous: string, product: string) => boolean,
): { readonly state: InterviewState; readonly touched: readonly number[] } {
  if (understood.devices.length > 1) return takeSeveral(state, understood.devices);
  const [stated] = understood.devices;
  if (!stated) return { state, touched: [] };
  const current = currentDevice(state);
  const another = ANOTHER.test(understood.text);
  const narrows =
    current?.facts.family !== undefined &&
    stated.mention?.kind === 'product' &&
    isOption(current.facts.family, stated.mention.product.name);
  const same = current !== null && !another && (narrows || isCurrent(stated, current.facts, understood.text));
  const next = same
    ? updateDevice(state, (d) => mergeFacts(d, keptFamily(stated, d.facts)))
    : addDevice(state, stated.facts);
  return { state: next, touched: next.current === null ? [] : [next.current] };
}

/** 'our Galaxy' said of a Galaxy VS does not undo what is known. */
function keptFamily(stated: StatedDevice, known: Facts): Facts {
  if (stated.mention?.kind !== 'ambiguous' || known.family === undefined) return stated.facts;
  const { family: _said, ...rest } = stated.facts;
  return stated.mention.name.options.includes(known.family) ? rest : stated.facts;
}

function takeSeveral(state: InterviewState, devices: readonly StatedDevice[]): ReturnType<typeof takeStatements> {
  let next = state;
  const touched: number[] = [];
  for (const device of devices) {
    const at = next.devices.findIndex((d) => d.facts.family !== undefined && d.facts.family === device.facts.family);
    next =
      at >= 0
        ? updateDevice({ ...next, current: at }, (d) => mergeFacts(d, device.facts))
        : addDevice(next, device.facts);
    if (next.current !== null) touched.push(next.current);
  }
  return { state: next, touched };
}
