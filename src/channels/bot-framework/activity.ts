import { z } from 'zod';

const id = z.string().min(1).max(1000);
const account = z.looseObject({ id });
const moment = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'not a time; write it as ISO 8601');

type Moments = Partial<Record<'timestamp' | 'localTimestamp' | 'expiration', string | undefined>>;

/** Times as the SDK wants them: as dates, and as they were written. */
function withDates<T extends Moments>(given: T) {
  const { timestamp, localTimestamp, expiration } = given;
  return {
    ...given,
    ...(timestamp === undefined ? {} : { timestamp: new Date(timestamp), rawTimestamp: timestamp }),
    ...(localTimestamp === undefined
      ? {}
      : { localTimestamp: new Date(localTimestamp), rawLocalTimestamp: localTimestamp }),
    ...(expiration === undefined ? {} : { expiration: new Date(expiration), rawExpiration: expiration }),
  };
}

const reactions = z
  .array(z.looseObject({ type: z.string().max(200) }))
  .max(100)
  .nullish();

/** What must hold of an activity before the SDK sees it, which throws or stumbles later where it does not. */
export const botFrameworkActivity = z
  .looseObject({
    type: z.string().min(1).max(100),
    id: id.optional(),
    // The web page's conversations have a way in of their own, with tokens.
    channelId: z
      .string()
      .min(1)
      .max(100)
      .refine((channel) => channel !== 'directline', 'this channel comes in at /v3/directline'),
    serviceUrl: z.url({ protocol: /^(?:https?|wss?|urn)$/ }),
    conversation: z.looseObject({ id }),
    from: account,
    recipient: account,
    text: z.string().nullish(),
    locale: z.string().max(50).nullish(),
    name: z.string().max(200).nullish(),
    timestamp: moment.optional(),
    localTimestamp: moment.optional(),
    expiration: moment.optional(),
    membersAdded: z.array(account).max(1000).optional(),
    membersRemoved: z.array(account).max(1000).optional(),
    entities: z
      .array(z.looseObject({ type: z.string().optional() }))
      .max(1000)
      .nullish(),
    replyToId: z.string().max(1000).nullish(),
    reactionsAdded: reactions,
    reactionsRemoved: reactions,
    attachments: z.array(z.looseObject({})).max(100).nullish(),
  })
  .transform(withDates);
