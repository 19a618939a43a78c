import { type Activity, TestAdapter, TranscriptLoggerMiddleware } from 'botbuilder';
import { createAssistant } from '../../src/assistant/assistant.js';
import { SnsBot } from '../../src/bot/bot.js';
import { StateOfPerson } from '../../src/bot/group.js';
import { guidedConversation } from '../../src/bot/guided-conversation.js';
import { Introductions } from '../../src/bot/introductions.js';
import { Reminders } from '../../src/bot/reminders.js';
import { BotStorage } from '../../src/bot/storage.js';
import { StoreTranscript } from '../../src/bot/transcript.js';
import { todayIn } from '../../src/domain/today.js';
import { coverEndBy } from '../../src/entitlement/cover-end.js';
import type { Store } from '../../src/store/open-store.js';
import { understander } from '../../src/understanding/understand.js';
import { reply } from '../channels/running-server.js';
import { projectKnowledge } from '../support/knowledge.js';
import { shownMarkdown } from '../support/shown-markdown.js';

const feedback = { judge: async () => {}, complain: async () => {} };
const BOT = { id: '28:bot', name: 'Secure NMC' };
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
  likest: () => null,
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
  const state = new StateOfPerson(new BotStorage(store.sessions));
  const conversation = guidedConversation({
    state,
    assistant: () => assistant,
    frame: { contact: 'the desk', retentionDays: 30 },
    handOffs: null,
    effects: store.effects,
    pictures: null,
    feedback,
    reminders: new Reminders(keeping),
    today: () => keeping.localTime(keeping.clock()).day,
    now: () => 0,
  });
  const introductions = new Introductions(state, async () => false);
  const bot = new SnsBot(conversation, () => reply('welcome'), feedback, introductions);
  const adapter = new TestAdapter((context) => bot.run(context), {
    ...IN_TEAMS,
    ...channel,
    conversation: { id: 'a:1', name: '', isGroup: false, conversationType: 'personal', ...place },
  });
  const transcript = new StoreTranscript(store.activities, () => 'id');
  const written: Promise<void>[] = [];
  adapter.use(
    new TranscriptLoggerMiddleware({
      logActivity: (activity) => void written.push(transcript.logActivity(activity)),
    }),
  );
  /** What is said to these activities, or messages, with the clicks under it. */
  const says = async (...said: (string | Partial<Activity>)[]) => {
    const before = adapter.activeQueue.length;
    for (const one of said) {
      const given = typeof one === 'string' ? { type: 'message', text: one } : one;
      await adapter.receiveActivity({ from: { ...who }, recipient: BOT, ...given });
      await Promise.all(written);
    }
    const all: Said[] = [];
    for (const sent of adapter.activeQueue.slice(before)) {
      const clicks = clicksOf(sent);
      const previous = all.at(-1);
      const isBeside = sent.text === undefined && previous !== undefined && sent.replyToId === previous.to;
      if (isBeside) all[all.length - 1] = { ...previous, clicks };
      else all.push({ text: textOf(sent), clicks, to: sent.replyToId });
    }
    return all.map(({ text, clicks }) => ({ text, clicks }));
  };
  return { says };
}

/** What is said, a card beside a text with it; `to`: the message that it answers. */
interface Said {
  readonly text: string;
  readonly clicks: readonly string[];
  readonly to: string | undefined;
}

const textOf = ({ text, textFormat, summary }: Partial<Activity>) =>
  textFormat === 'markdown' ? shownMarkdown(text ?? '') : (text ?? summary ?? '');
const clicksOf = ({ suggestedActions, attachments }: Partial<Activity>): readonly string[] =>
  (suggestedActions?.actions ?? attachments?.[0]?.content?.actions ?? []).map(({ title }: { title: string }) => title);
