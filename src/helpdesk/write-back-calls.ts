import type { HelpdeskMapping } from '../knowledge/helpdesk-schema.js';
import type { OutgoingNote } from '../store/outbox.js';

type WriteBack = NonNullable<HelpdeskMapping['writeBack']>;

/** One call that tells a helpdesk something. `path` begins with a slash. */
export interface WriteBackCall {
  readonly method: 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  readonly body: unknown;
}

/** The calls that tell a note, by the mapping of its helpdesk, in their order. */
export function writeBackCalls(
  { calls }: WriteBack,
  { externalId: id, note, route }: OutgoingNote,
): readonly WriteBackCall[] {
  return calls.map(({ method, path, body }) => ({
    method,
    path: filled(path, { id: encodeURIComponent(id) }),
    body: filledJson(body, { id, note, route }),
  }));
}

/** The header that lets a call in. */
export const authorizationOf = ({ authorization }: WriteBack, token: string): string =>
  authorization === 'bearer' ? `Bearer ${token}` : `Basic ${Buffer.from(token).toString('base64')}`;

type Values = Readonly<Record<string, string>>;

const filled = (template: string, values: Values): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

function filledJson(template: unknown, values: Values): unknown {
  if (typeof template === 'string') return filled(template, values);
  if (Array.isArray(template)) return template.map((part) => filledJson(part, values));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([name, part]) => [name, filledJson(part, values)]));
}
