import type { StoredActivity } from './activities.js';
import type { HandOff } from './hand-offs.js';
import type { Database } from './schema.js';

/**
 * Deletes one message of a person wherever its words are kept, inside a transaction of the caller's: in the conversation, beside what was
 * said of the answer to it, and in requests for a person. The answer itself stays.
 */
export async function eraseMessage(trx: Database, conversationId: string, activityId: string): Promise<void> {
  const answers = await trx
    .selectFrom('activities')
    .select(['id', 'activity'])
    .where('conversation_id', '=', conversationId)
    .where('sender', '=', 'bot')
    .execute();
  const toIt = answers.filter(({ activity }) => (JSON.parse(activity) as StoredActivity).replyToId === activityId);
  for (const { id } of toIt) await forgetSaid(trx, conversationId, id);
  await trx
    .deleteFrom('activities')
    .where('conversation_id', '=', conversationId)
    .where('id', '=', activityId)
    .where('sender', '=', 'user')
    .execute();
  const requests = await trx
    .selectFrom('handoffs')
    .select(['reference', 'note'])
    .where('conversation_id', '=', conversationId)
    .execute();
  for (const { reference, note } of requests) {
    const noted = JSON.parse(note) as Pick<HandOff, 'transcript'>;
    const transcript = noted.transcript.filter(({ id }) => id !== activityId);
    if (transcript.length === noted.transcript.length) continue;
    const without = JSON.stringify({ ...noted, transcript });
    await trx.updateTable('handoffs').set({ note: without }).where('reference', '=', reference).execute();
  }
}

async function forgetSaid(trx: Database, conversationId: string, answerId: string): Promise<void> {
  const judged = await trx
    .selectFrom('feedback')
    .select(['user_id', 'exchange'])
    .where('conversation_id', '=', conversationId)
    .where('activity_id', '=', answerId)
    .execute();
  for (const { user_id, exchange } of judged) {
    await trx
      .updateTable('feedback')
      .set({ exchange: JSON.stringify({ ...JSON.parse(exchange), said: null }) })
      .where('conversation_id', '=', conversationId)
      .where('activity_id', '=', answerId)
      .where('user_id', '=', user_id)
      .execute();
  }
}
