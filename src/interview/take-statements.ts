import type { Facts } from '../domain/facts.js';
import type { StatedDevice, Understood } from '../understanding/understand.js';
import { inKnownYears, putsRight } from './known-years.js';
import { forgetFact, mergeFacts } from './merge-facts.js';
import { sameAs } from './same-as.js';
import {
  addDevice,
  currentDevice,
  type DeviceState,
  deviceBefore,
  type InterviewState,
  turnTo,
  updateDevice,
} from './state.js';
import { asksForNext, goesBack, isDefinite, referredDevice } from './which-device.js';

/** Says that what follows is of another device than the one before, even of the same name. */
const ANOTHER =
  /\b(?:another|an other|(?:the |my |our |your )?(?:second|third|fourth|fifth|2nd|3rd|4th|5th|next|last|other)) (?:one|device|unit|ups|pdu|is (?:an?|the|our)\b)|\bdifferent (?:device|unit|one|ups|pdu)\b|^\s*(?:and |now )?(?:another|second|third|fourth|next|last)\s*[:,]/i;
/** Says so of a device that has not been spoken of yet, whatever place it has. */
const NEW = /\b(?:another|different)\b/i;
const speaksOfNew = ({ text }: Understood): boolean => NEW.test(text);
/** The same words before a product's name: 'another Galaxy PDU', 'our other UPS, a …'. */
const ANOTHER_BEFORE = /\b(?:another|second|third|fourth|next|other)\s+(?:\w+\s+){0,1}$/i;
/** Says that a name was said wrongly, and that the device is the same. */
const MISSAID =
  /\bnot (?:a|an|the)\b.{1,30}\bit(?:['’]?s| is)\b|\bit(?:['’]?s| is| was) (?:an?|the)?\b.{1,30}(?:,| and)? ?\bnot (?:an?|the)?\b|\bactually\b|\b(?:product|model|type|name|device) (?:is|was) wrong\b|\bwrong (?:product|model|type|name|device)\b|\b(?:i meant|i mean|meant to (?:say|write)|typo|mistyped|misread|wrong label|wrong name)\b/i;
const ALSO = /\b(?:too|also|another|as well|other)\b/i;

/** Whether a message turns to another device than the current one. */
export const speaksOfAnother = (understood: Understood): boolean =>
  ANOTHER.test(understood.text) ||
  understood.products.some((p) => ANOTHER_BEFORE.test(understood.text.slice(Math.max(0, p.start - 30), p.start)));

/** 'Sorry, 3S Pro' is short; what is longer describes a device. */
const CORRECTION_LENGTH = 80;

/** Whether a product named now is the device spoken of before: an unnamed one, one of the choices of its name, or itself. */
function isCurrent(stated: StatedDevice, facts: Facts, text: string): boolean {
  const { mention } = stated;
  if (mention === null) return true;
  if (facts.family === undefined || (MISSAID.test(text) && !ALSO.test(text))) return true;
  if (mention.kind === 'ambiguous') {
    const definite =
      isDefinite(text, mention.start) && !asksForNext(text) && mention.name.options.includes(facts.family);
    return definite || mention.name.said === facts.family;
  }
  const alone = Object.keys(stated.facts).length === 1 && text.length <= CORRECTION_LENGTH;
  return mention.product.name === facts.family || (alone && putsRight(text) && !ALSO.test(text));
}

/** The device spoken of before that a message turns to, by its place or name; null where it puts a name right or speaks of a new one. */
export function turnsBackTo(understood: Understood, state: InterviewState): number | null {
  const { text, devices } = understood;
  const putsNameRight =
    devices[0]?.mention != null && currentDevice(state) !== null && MISSAID.test(text) && !ALSO.test(text);
  return putsNameRight || speaksOfNew(understood) ? null : referredDevice(understood, state);
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
  const current = currentDevice(state);
  const another = speaksOfAnother(understood);
  const narrows =
    current?.facts.family !== undefined &&
    stated.mention?.kind === 'product' &&
    isOption(current.facts.family, stated.mention.product.name);
  const referred = narrows && !goesBack(understood.text) ? null : turnsBackTo(understood, state);
  if (referred !== null) {
    const chosen = updateDevice(turnTo(state, referred), (d) =>
      mergeFacts(d, {
        ...sameAs(understood.text, current),
        ...inKnownYears(keptFamily(stated, d.facts), d.facts, understood),
      }),
    );
    return { state: chosen, touched: [referred] };
  }
  const same = current !== null && !another && (narrows || isCurrent(stated, current.facts, understood.text));
  const next: InterviewState = same
    ? updateDevice(state, (d) =>
        mergeFacts(withoutDenied(d, understood), inKnownYears(keptFamily(stated, d.facts), d.facts, understood)),
      )
    : addDevice(state, { ...sameAs(understood.text, current), ...stated.facts });
  return { state: withSame(next, understood.text, same), touched: next.current === null ? [] : [next.current] };
}

/** 'Same contract' of the device spoken of: what is known of the one before. */
function withSame(state: InterviewState, text: string, same: boolean): InterviewState {
  const shared = same ? sameAs(text, deviceBefore(state)) : {};
  return Object.keys(shared).length === 0 ? state : updateDevice(state, (d) => mergeFacts(d, shared));
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

/** Whether a family is the one stated, or one of the products that its name could be. */
const isNamed = (family: string, { facts, mention }: StatedDevice): boolean =>
  family === facts.family || (mention?.kind === 'ambiguous' && mention.name.options.includes(family));

function takeSeveral(state: InterviewState, devices: readonly StatedDevice[]): ReturnType<typeof takeStatements> {
  let next = state;
  const touched: number[] = [];
  for (const device of devices) {
    const at = next.devices.findIndex((d) => d.facts.family !== undefined && isNamed(d.facts.family, device));
    next =
      at >= 0
        ? updateDevice(turnTo(next, at), (d) => mergeFacts(d, keptFamily(device, d.facts)))
        : addDevice(next, device.facts);
    if (next.current !== null) touched.push(next.current);
  }
  return { state: next, touched };
}
