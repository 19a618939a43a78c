import type { ContractReply } from '../domain/contract.js';
import { isRecord } from './wire.js';

/**
 * The reply that an activity carries, or null where any field that the widget draws has another form (an older
 * server, another bot behind the same channel): the activity's plain text is drawn then, and nothing breaks.
 */
export function readReply(value: unknown): ContractReply | null {
  return isRecord(value) && isReply(value) ? (value as unknown as ContractReply) : null;
}

type Shape = Readonly<Record<string, unknown>>;
const isText = (value: unknown) => typeof value === 'string';
const isTextOrNull = (value: unknown) => value === null || isText(value);
const isList = (value: unknown, each: (item: unknown) => boolean) => Array.isArray(value) && value.every(each);
const isShape = (value: unknown, fits: (shape: Shape) => boolean) => isRecord(value) && fits(value);
const isFacts = (value: unknown) =>
  isShape(value, (facts) => Object.values(facts).every((fact) => fact === undefined || isTextOrNull(fact)));

const isCitation = (value: unknown) =>
  isShape(
    value,
    (c) => isText(c.source) && typeof c.question === 'number' && typeof c.sentence === 'number' && isText(c.title),
  );
const isSentence = (value: unknown) => isShape(value, (s) => isText(s.text) && isList(s.citations, isCitation));

function isReply(reply: Shape): boolean {
  return (
    isText(reply.kind) &&
    isText(reply.text) &&
    isList(reply.parts, (part) => isShape(part, ({ kind }) => isText(kind))) &&
    isList(reply.sentences, isSentence) &&
    isList(reply.suggestions, isText) &&
    isFacts(reply.facts) &&
    (reply.verdict === null || isVerdict(reply.verdict)) &&
    isList(reply.devices, (d) => isShape(d, (device) => isFacts(device.facts) && isVerdict(device.verdict)))
  );
}

function isVerdict(value: unknown): boolean {
  return isShape(
    value,
    (v) =>
      isText(v.outcome) &&
      isText(v.covered) &&
      (v.planName === undefined || isTextOrNull(v.planName)) &&
      isTextOrNull(v.coveredUntil) &&
      (v.gap === null || isShape(v.gap, (gap) => isText(gap.from) && isText(gap.to))) &&
      isList(v.upcoming, (u) => isShape(u, (event) => isText(event.event) && isText(event.on))) &&
      isList(v.missing, isText) &&
      isList(v.assumptions, isSentence) &&
      isList(v.contradictions, (c) => isShape(c, (contradiction) => isText(contradiction.text))) &&
      isList(v.notes, isSentence) &&
      isList(v.actions, isSentence) &&
      isText(v.asOf),
  );
}
