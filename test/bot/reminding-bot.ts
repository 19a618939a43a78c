import { type Activity, TestAdapter } from 'botbuilder';
import { createAssistant } from '../../src/assistant/assistant.js';
import { StateOfPerson } from '../../src/bot/group.js';
import { guidedConversation } from '../../src/bot/guided-conversation.js';
import { Reminders } from '../../src/bot/reminders.js';
import { BotStorage } from '../../src/bot/storage.js';
import { todayIn } from '../../src/domain/today.js';
import { coverEndBy } from '../../src/entitlement/cover-end.js';
import type { Store } from '../../src/store/open-store.js';
import { understander } from '../../src/understanding/understand.js';
import { projectKnowledge } from '../support/knowledge.js';

const knowledge = projectKnowledge();
/** Takes everything for a device's case. */
const assistant = createAssistant({
  knowledge,
  understand: understander(knowledge),
  match: async () => ({
    ranked: [{ label: 'kind:entitlement', group: 'kind', score: 1 }],
    confidence: 0.95,
    decision: 'answer',
  }),
  opening: () => ({ first: 0, lead: null, certainty: 0 }) as never,
  isEnglishWord: () => true,
});

/** What the bot's parts and the rounds of reminders rest on, at a moment that the test sets. */
export function keepingAt(store: Store, moment: { now: string }) {
  const clock = () => new Date(moment.now);
  let ids = 0;
  return {
    store,
    newId: () => `r${ids++}`,
    clock,
    localTime: (at: Date) => ({ day: todayIn('UTC', at), time: at.toISOString().slice(11, 16) }),
    coverEnd: coverEndBy(() => knowledge.rules),
  };
}

export const ANN = { id: '29:ann', name: 'Ann', aadObjectId: 'aad-ann' };
export const IN_TEAMS = { channelId: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/emea/' };

export interface Where {
  readonly channelId?: string;
  readonly serviceUrl?: string;
  readonly conversation?: Partial<Activity['conversation']>;
  readonly who?: Activity['from'];
}

/** The bot in a conversation, in Teams and personal where nothing else is said, over all that the store has kept. */
export function remindingBot(
  store: Store,
  moment: { now: string },
  { who = ANN, conversation: place, ...channel }: Where = {},
) {
  const keeping = keepingAt(store, moment);
  const conversation = guidedConversation({
    state: new StateOfPerson(new BotStorage(store.sessions)),
    assistant: () => assistant,
    frame: { contact: 'the desk', retentionDays: 30 },
    handOffs: null,
    effects: store.effects,
    pictures: null,
    feedback: { judge: async () => {}, complain: async () => {} },
    reminders: new Reminders(keeping),
    today: () => keeping.localTime(keeping.clock()).day,
    now: () => 0,
  });
  const adapter = new TestAdapter((context) => conversation.run(context), {
    ...IN_TEAMS,
    ...channel,
    conversation: { id: 'a:1', name: '', isGroup: false, conversationType: 'personal', ...place },
  });
  /** What is said to these messages, with the clicks under it. */
  const says = async (...texts: string[]) => {
    const before = adapter.activeQueue.length;
    for (const text of texts) await adapter.receiveActivity({ type: 'message', text, from: who });
    return adapter.activeQueue.slice(before).map((sent) => ({ text: textOf(sent), clicks: clicksOf(sent) }));
  };
  return { says };
}

const textOf = ({ text, summary }: Partial<Activity>) => text ?? summary ?? '';
const clicksOf = ({ suggestedActions, attachments }: Partial<Activity>): readonly string[] =>
  (suggestedActions?.actions ?? attachments?.[0]?.content?.actions ?? []).map(({ title }: { title: string }) => title);
