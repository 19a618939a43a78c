import type { NewHandOff } from '../../src/store/hand-offs.js';

/** A request for a person, such as a turn notes. */
export const handOff = (reference: string, conversationId = reference, openedAt = reference): NewHandOff => ({
  reference,
  conversationId,
  channel: 'directline',
  userId: 'u1',
  openedAt,
  reason: 'offered',
  devices: [],
  current: null,
  tried: { asked: ['nmc'], notUnderstood: ['nmc'], identify: [] },
  transcript: [{ id: 'm1', at: 'then', sender: 'user', text: 'a person, please' }],
  knowledgeVersion: 'k1',
  address: null,
});
