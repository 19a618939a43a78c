import type { Assistant } from '../../src/assistant/assistant.js';
import { EMPTY_SESSION } from '../../src/assistant/session.js';
import { SnsBot } from '../../src/bot/bot.js';
import { StoredFeedback } from '../../src/bot/feedback-keeper.js';
import { StateOfPerson } from '../../src/bot/group.js';
import { guidedConversation } from '../../src/bot/guided-conversation.js';
import { HandOffs } from '../../src/bot/hand-offs.js';
import { BotStorage } from '../../src/bot/storage.js';
import { Talks } from '../../src/bot/talks.js';
import { day } from '../../src/domain/day.js';
import type { HandOffBrief } from '../../src/domain/hand-off.js';
import type { Reply } from '../../src/domain/reply.js';
import type { Store } from '../../src/store/open-store.js';
import { reply } from '../channels/running-server.js';

export const BRIEF: HandOffBrief = {
  reason: 'asked',
  devices: [
    {
      facts: { family: 'Galaxy VS' },
      declined: ['commissioned'],
      verdict: { outcome: 'undetermined', covered: 'unknown', missing: ['nmc'], asOf: day('2026-11-22') },
    },
  ],
  current: 0,
  tried: { asked: ['nmc'], notUnderstood: [], identify: ['web-page'] },
};

const COMMON = {
  confidence: 1,
  suggestions: [],
  facts: {},
  verdict: null,
  pending: null,
  parts: [],
  devices: [],
  knowledgeVersion: 'k1',
} as const;

const PERSON: Reply = { ...COMMON, kind: 'human', brief: BRIEF };
const answer = (text: string): Reply => ({ ...COMMON, kind: 'one-phase', sentences: [{ text, citations: [] }] });

function replyTo(text: string): Reply {
  if (text === 'person') return PERSON;
  if (text === 'erase' || text === 'erase my data') return { ...COMMON, kind: 'cancel', what: 'erased' };
  if (text === 'both') return { ...answer('first'), parts: [answer('first'), PERSON] };
  return answer(`heard ${text}`);
}

/** Gives a person to 'person' and, among other things, to 'both', and erases at 'erase' and 'erase my data'. */
const assistant: Assistant = {
  turn: async (_session, { text }) => ({ session: EMPTY_SESSION, reply: replyTo(text) }),
};

/** The real bot round an assistant that hardly knows anything, at 10:15 of a day. `storage`: the server's, where there is one. */
export function keepingBot(store: Store, storage = new BotStorage(store.sessions)): SnsBot {
  let ids = 0;
  const state = new StateOfPerson(storage);
  const feedback = new StoredFeedback(store.exchanges, store.feedback);
  const conversation = guidedConversation({
    state,
    assistant: () => assistant,
    frame: { contact: 'the desk', retentionDays: 30 },
    handOffs: new HandOffs({
      store,
      newId: () => `0000000${ids++}-0000-4000-8000-000000000000`,
      clock: () => new Date('2026-11-22T09:15:00Z'),
      localTime: (instant) => ({ day: day('2026-11-22'), time: `at ${instant.toISOString().slice(11, 16)} UTC` }),
    }),
    talks: new Talks({ store, clock: () => new Date('2026-11-22T10:00:00Z') }),
    effects: store.effects,
    feedback,
    pictures: null,
    today: () => day('2026-11-22'),
    now: () => 0,
  });
  return new SnsBot(conversation, () => reply('welcome'), feedback);
}
