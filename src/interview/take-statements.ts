import type { Facts } from '../domain/facts.js';
import type { StatedDevice, Understood } from '../understanding/understand.js';
import { forgetFact, mergeFacts } from './merge-facts.js';
import { addDevice, currentDevice, type DeviceState, type InterviewState, turnTo, updateDevice } from './state.js';

/** Says that what follows is of another device than the one before, even of the same name. */
const ANOTHER =
  /\b(?:another|an other|(?:the |my |our |your )?(?:second|third|fourth|fifth|2nd|3rd|4th|5th|next|last|other)) (?:one|device|unit|ups|pdu|is (?:an?|the|our)\b)|\bdifferent (?:device|unit|one|ups|pdu)\b|^\s*(?:and |now )?(?:another|second|third|fourth|next|last)\s*[:,]/i;
/** The same words before a product's name: 'another Galaxy PDU', 'our other UPS, a …'. */
const ANOTHER_BEFORE = /\b(?:another|second|third|fourth|next|other)\s+(?:\w+\s+){0,1}$/i;
/** Says that a name was said wrongly, and that the device is the same. */
const MISSAID =
  /\bnot (?:a|an|the)\b.{1,30}\bit(?:['’]?s| is)\b|\bit(?:['’]?s| is) (?:an? |the )?[^.;?!]{2,40}, not (?:an? |the )?\w|\b(?:i meant|i mean|meant to (?:say|write)|typo|mistyped|misread|wrong label|wrong name)\b/i;
const ALSO = /\b(?:too|also|another|as well|other)\b/i;

/** Whether a message turns to another device than the current one. */
export const speaksOfAnother = (understood: Understood): boolean =>
  ANOTHER.test(understood.text) ||
  understood.products.some((p) => ANOTHER_BEFORE.test(understood.text.slice(Math.max(0, p.start - 30), p.start)));

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
const BY_ORDER = '(first|second|third|fourth|fifth|last) ';
/** 'the first one has an NMC3' */
const TELLS_BY_ORDER = new RegExp(`\\bthe ${BY_ORDER}(?:one|device|unit)?\\s*(?:has|is|was|runs|got)\\b`, 'i');
/** 'back to the first one', 'the second device again', 'the first one: …' */
const TURNS_BY_ORDER = new RegExp(
  `^\\W*(?:(?:ok|so|and|now|well|please|then|let['’]?s (?:go|get)|go|return|turn|switch|back|to|about)[, ]+)*the ${BY_ORDER}(?:one|device|unit|ups|pdu)(?: (?:again|please|now|then))*\\W*(?:$|[:,.])`,
  'i',
);

/** Which of several devices a message speaks of by the order in which they came up, or null. */
export function ordinalDevice(text: string, count: number): number | null {
  const said = (TELLS_BY_ORDER.exec(text) ?? TURNS_BY_ORDER.exec(text))?.[1]?.toLowerCase();
  if (said === undefined || count < 2) return null;
  const at = said === 'last' ? count - 1 : ORDINALS.indexOf(said);
  return at < count ? at : null;
}

/** 'the other one, the …': one of those spoken of, where it is among them. */
const THE_OTHER = /\bthe other\b/i;

/** Says that something spoken of before is meant. */
const BACK = /\b(?:back to|again|return to|the other one)\b/i;
export const goesBack = (text: string): boolean => BACK.test(text);

/** A device spoken of before the current one that is named again, the latest of that name; once the dialog was stopped, only where the message goes back. */
export function namedAgain(
  { devices, current }: InterviewState,
  { devices: [stated], text }: Understood,
): number | null {
  if (stated?.facts.family === undefined || (current === null && !goesBack(text))) return null;
  const { facts } = stated;
  const at = devices.findLastIndex((d, i) => i !== current && d.facts.family === facts.family);
  return at < 0 ? null : at;
}

/** Whether a product named now is the device spoken of before: an unnamed one, one of the choices of its name, or itself. */
function isCurrent(stated: StatedDevice, facts: Facts, text: string): boolean {
  const { mention } = stated;
  if (mention === null) return true;
  if (facts.family === undefined || (MISSAID.test(text) && !ALSO.test(text))) return true;
  const said = mention.kind === 'product' ? mention.product.name : mention.name.said;
  return said === facts.family;
}

/**
 * Puts what a message states into the state: several devices become several, a device named anew becomes
 * the current one, one that is named again is gone on with, and everything else is said of the current one. `isOption`: whether a product is one of
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
  const ordinal = stated.mention === null ? ordinalDevice(understood.text, state.devices.length) : null;
  if (ordinal !== null) {
    const chosen = updateDevice(turnTo(state, ordinal), (d) => mergeFacts(d, stated.facts));
    return { state: chosen, touched: [ordinal] };
  }
  const current = currentDevice(state);
  const another = speaksOfAnother(understood);
  const narrows =
    current?.facts.family !== undefined &&
    stated.mention?.kind === 'product' &&
    isOption(current.facts.family, stated.mention.product.name);
  const same = current !== null && !another && (narrows || isCurrent(stated, current.facts, understood.text));
  const named = another && !THE_OTHER.test(understood.text) ? null : namedAgain(state, understood);
  const again = same && !(named !== null && goesBack(understood.text)) ? null : named;
  const next =
    same || again !== null
      ? updateDevice(again === null ? state : turnTo(state, again), (d) =>
          mergeFacts(withoutDenied(d, understood), keptFamily(stated, d.facts)),
        )
      : addDevice(state, stated.facts);
  return { state: next, touched: next.current === null ? [] : [next.current] };
}

/** 'We don't have EcoCare after all': the plan that was said is unknown again. */
function withoutDenied(device: DeviceState, understood: Understood): DeviceState {
  const { plan } = device.facts;
  return plan !== undefined && understood.deniedPlans.includes(plan) ? forgetFact(device, 'plan') : device;
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
    next = at >= 0 ? updateDevice(turnTo(next, at), (d) => mergeFacts(d, device.facts)) : addDevice(next, device.facts);
    if (next.current !== null) touched.push(next.current);
  }
  return { state: next, touched };
}
