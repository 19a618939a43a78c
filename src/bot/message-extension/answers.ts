import type { Attachment, InvokeResponse } from 'botbuilder';
import type { z } from 'zod';

/** A dialog with a card in it. */
export const dialog = (title: string, card: Attachment): InvokeResponse =>
  answer({ task: { type: 'continue', value: { title, height: 'large', width: 'medium', card } } });

/** A dialog that only says something. */
export const dialogMessage = (text: string): InvokeResponse => answer({ task: { type: 'message', value: text } });

/** Cards to choose from; a single one that answers an action goes into the box where the reply is written. */
export const result = (attachments: readonly object[]): InvokeResponse =>
  answer({ composeExtension: { type: 'result', attachmentLayout: 'list', attachments } });

/** A sentence in the place of cards. */
export const message = (text: string): InvokeResponse => answer({ composeExtension: { type: 'message', text } });

/** Nothing more happens; a dialog that is open closes. */
export const DONE: InvokeResponse = { status: 200 };

/** What an invoke's value is as the schema reads it, or the answer that says what is wrong with it, by the code of the first. */
export function readValue<T>(
  schema: z.ZodType<T>,
  value: unknown,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly answer: InvokeResponse } {
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return { ok: true, value: parsed.data };
  const { issues } = parsed.error;
  const field = issues[0]?.path.findLast((step) => typeof step === 'string') ?? 'value';
  const text = issues.map(({ path, message }) => `${['value', ...path].join('.')}: ${message.replace(/\.$/, '')}.`);
  return { ok: false, answer: refused(`bad-${String(field)}`, text.join(' ')) };
}

/** Not understood; `text` says what, where and what to do. */
export const refused = (code: string, text: string): InvokeResponse => ({
  status: 400,
  body: { code, message: text },
});

const answer = (body: object): InvokeResponse => ({ status: 200, body });
