import { z } from 'zod';
import { SEARCH_PARAMETER } from '../../domain/message-commands.js';

/** Times before Teams, or so far ahead that no calendar writes them with four figures, are mistakes. */
const moment = z
  .string()
  .refine((text) => /^2[01]\d\d-/.test(text) && !Number.isNaN(Date.parse(text)), 'not a time; write it as ISO 8601')
  .transform((text) => new Date(text));

const named = z.looseObject({ displayName: z.string().nullish() }).nullish();

/** A message as Teams hands it on with an action; of the many fields those that are read. */
const messagePayload = z.looseObject({
  createdDateTime: moment.nullish(),
  deleted: z.boolean().nullish(),
  subject: z.string().nullish(),
  body: z.looseObject({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
  from: z.looseObject({ user: named, application: named }).nullish(),
});
export type MessagePayload = z.infer<typeof messagePayload>;

const commandId = z.string().min(1, 'empty; send the command that is meant');

/** What a button of the triage card sends. */
export const PRESSED = ['insert', 'close'] as const;
/** A longer draft fits no card, in characters. */
const LONGEST_DRAFT = 30_000;

/** Of `composeExtension/fetchTask` and `composeExtension/submitAction`. */
export const actionValue = z.looseObject({
  commandId,
  messagePayload: messagePayload.nullish(),
  data: z
    .looseObject({
      pressed: z.enum(PRESSED, { error: `no button of the card; use ${PRESSED.join(' or ')}` }).optional(),
      draft: z.string().max(LONGEST_DRAFT, `longer than ${LONGEST_DRAFT} characters; shorten it`).optional(),
    })
    .nullish(),
});
export type ActionValue = z.infer<typeof actionValue>;

const whole = (from: number) => z.int('not a whole number').min(from, `less than ${from}`);

/** Of `composeExtension/query`: what is typed ('' where nothing is yet), and the page that is wanted. */
export const queryValue = z
  .looseObject({
    commandId,
    parameters: z
      .array(z.looseObject({ name: z.string(), value: z.unknown() }))
      .max(20)
      .nullish(),
    queryOptions: z.looseObject({ skip: whole(0).nullish(), count: whole(1).nullish() }).nullish(),
  })
  .transform(({ parameters, ...value }, context) => {
    const typed = parameters?.find(({ name }) => name === SEARCH_PARAMETER)?.value ?? '';
    if (typeof typed === 'string') return { ...value, typed };
    context.addIssue({ code: 'custom', path: ['parameters'], message: `${SEARCH_PARAMETER} is not a text` });
    return z.NEVER;
  });
export type QueryValue = z.infer<typeof queryValue>;
