import type { Store } from '../../src/store/open-store.js';

let count = 0;

/** Somebody asks something, and the assistant replies with a kind of reply; refused, where none is given. */
export async function asks(store: Store, userId: string, text: string, kind = 'out-of-scope'): Promise<void> {
  const conversation = { id: `c-${userId}`, channel: 'directline', userId };
  await store.activities.log(conversation, 'user', { id: `u${++count}`, type: 'message', text });
  const channelData = { reply: { kind, parts: [] } };
  await store.activities.log(conversation, 'bot', {
    id: `b${++count}`,
    type: 'message',
    text: 'A reply.',
    channelData,
  });
}
