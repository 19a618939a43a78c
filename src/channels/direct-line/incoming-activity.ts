import { z } from 'zod';

const text = (most: number) => z.string().max(most);

/**
 * What a client may post. Who it is from, where it goes and when it came is the server's to say, so those fields
 * are not read; other fields that no part of the bot reads are dropped.
 */
export const incomingActivity = z.object({
  type: z.enum(['message', 'event', 'typing', 'endOfConversation']),
  /** As long as the body may be: the assistant says what it thinks of long messages. */
  text: z.string().optional(),
  textFormat: z.enum(['plain', 'markdown', 'xml']).optional(),
  locale: text(50).optional(),
  localTimestamp: text(50).optional(),
  localTimezone: text(100).optional(),
  name: text(200).optional(),
  value: z.unknown().optional(),
  replyToId: text(200).optional(),
  channelData: z.looseObject({ clientActivityID: text(200).optional() }).optional(),
  attachments: z
    .array(z.looseObject({ contentType: text(200) }))
    .max(20)
    .optional(),
});
export type IncomingActivity = z.infer<typeof incomingActivity>;
