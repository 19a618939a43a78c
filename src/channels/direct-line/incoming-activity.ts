import { z } from 'zod';
import { FEEDBACK_EVENT, feedbackValue } from '../../bot/judgement.js';

const text = (most: number) => z.string().max(most);
const reactions = z
  .array(z.object({ type: text(200) }))
  .max(20)
  .optional();

/**
 * What a client may post. Who it is from, where it goes and when it came is the server's to say, so those fields
 * are not read; other fields that no part of the bot reads are dropped.
 */
const activity = z.object({
  type: z.enum(['message', 'event', 'typing', 'endOfConversation', 'messageReaction']),
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
  reactionsAdded: reactions,
  reactionsRemoved: reactions,
});
export type IncomingActivity = z.infer<typeof activity>;

/** Whether an activity says nothing itself and judges an answer. */
export const judges = ({ type, name }: Pick<IncomingActivity, 'type' | 'name'>): boolean =>
  type === 'messageReaction' || (type === 'event' && name === FEEDBACK_EVENT);

export const incomingActivity = activity.superRefine((said, context) => {
  if (!judges(said)) return;
  if (said.replyToId === undefined)
    context.addIssue({ code: 'custom', path: ['replyToId'], message: 'missing; name the answer that is meant' });
  const parsed = said.type === 'event' ? feedbackValue.safeParse(said.value) : null;
  for (const { path, message } of parsed?.error?.issues ?? [])
    context.addIssue({ code: 'custom', path: ['value', ...path], message });
});
