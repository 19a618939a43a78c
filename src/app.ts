import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { knowledgeTypeAhead } from './answering/knowledge-type-ahead.js';
import { apiFunctions } from './app/api-functions.js';
import { channelSettings } from './app/channel-settings.js';
import { fleetFunctions } from './app/fleet-functions.js';
import { lessonFunctions } from './app/lesson-functions.js';
import { ServerEncoder } from './app/server-encoder.js';
import { knowledgeSearch } from './assistant/knowledge-search.js';
import { liveKnowledge } from './assistant/live-knowledge.js';
import { loadAssistant } from './assistant/load-assistant.js';
import { runTrainer } from './assistant/run-trainer.js';
import { watchKnowledge } from './assistant/watch-knowledge.js';
import { SnsBot } from './bot/bot.js';
import { StoredFeedback } from './bot/feedback-keeper.js';
import { StateOfPerson } from './bot/group.js';
import { guidedConversation } from './bot/guided-conversation.js';
import { HandOffs } from './bot/hand-offs.js';
import { Introductions } from './bot/introductions.js';
import { messageExtension } from './bot/message-extension/message-extension.js';
import { OfferedCards } from './bot/offered-cards.js';
import { Pictures } from './bot/pictures.js';
import { Presses } from './bot/presses.js';
import { reminderRound } from './bot/reminder-round.js';
import { Reminders } from './bot/reminders.js';
import { BotStorage } from './bot/storage.js';
import { talkRound } from './bot/talk-round.js';
import { Talks } from './bot/talks.js';
import { inMillis } from './bot/typing.js';
import { createServer } from './channels/server.js';
import { loadStaticFiles } from './channels/static.js';
import { credentialProblems, type Settings } from './config.js';
import { failed, ok, problemLine, type Result } from './domain/problem.js';
import { timeIn, todayIn } from './domain/today.js';
import { coverEndBy } from './entitlement/cover-end.js';
import { timelineOf } from './entitlement/timeline.js';
import { openDesk } from './helpdesk/open-desk.js';
import { quoteOf } from './knowledge/quotes.js';
import { toContract } from './rendering/contract.js';
import { WORDING } from './rendering/wording.js';
import { openStore } from './store/open-store.js';
import { daily, expireBefore, hourly, type Repeated } from './store/retention.js';
import { triage } from './triage/triage.js';

export interface App {
  /** Starts to listen and answers the port. */
  readonly listen: () => Promise<number>;
  /** Lets accepted messages be answered, then ends. */
  readonly close: () => Promise<void>;
}

/** Where what was built lies. */
export interface BuiltFolders {
  readonly model: string;
  readonly web: string;
  /** The script that trains. */
  readonly trainer: string;
  /** The script of the thread that encodes. */
  readonly encoder: string;
}

/** So many suggestions are offered while a person types. */
const MOST_SUGGESTIONS = 5;
/** Whoever has asked within it may ask again: a rehearsal waits. */
const BUSY_MILLIS = 100;

/**
 * The composition root: names every part and puts them together; problems with knowledge, model or store end it before it listens.
 * `onRehearsed` is told once, some seconds after it listens, that the answering runs at full speed.
 */
export async function createApp(
  settings: Settings,
  built: BuiltFolders,
  onRehearsed: () => void,
): Promise<Result<App>> {
  const clock = () => new Date();
  const now = () => performance.now();
  const today = () => todayIn(settings.TIME_ZONE, clock());
  const report = (where: string, error: unknown) =>
    console.error(`${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);

  const credentials = credentialProblems(settings);
  if (credentials.length > 0) return failed(...credentials);
  const encoder = new ServerEncoder(built.encoder);
  let closing = false;
  const assistant = loadAssistant({
    knowledgeFolder: settings.KNOWLEDGE_FOLDER,
    modelFolder: built.model,
    mode: settings.ANSWERING,
    wrongAnswers: settings.WRONG_ANSWERS,
    onEncoderFailure: (error) => report('the sentence encoder (answering goes on without it)', error),
    startEncoder: (onLost) => encoder.start(onLost, () => loaded.loadEncoder()),
  });
  if (!assistant.ok) return assistant;
  const loaded = assistant.value;
  const opened = await openStore(join(settings.DATA_FOLDER, 'sns.db'), clock);
  if (!opened.ok) return opened;
  const store = opened.value;
  const page = loadStaticFiles(built.web);
  if (!page.ok) return failed(...page.problems);

  const suggester = () => knowledgeTypeAhead(loaded.knowledge, loaded.welcome.suggestions);
  let typeAhead = suggester();
  const searcher = () => knowledgeSearch(loaded.knowledge, typeAhead, loaded.welcome.suggestions);
  let search = searcher();
  const live = liveKnowledge({
    reload: loaded.reload,
    train: async () => {
      const folders = { knowledge: settings.KNOWLEDGE_FOLDER, model: built.model };
      const code = await runTrainer(built.trainer, folders, (text) => process.stdout.write(text));
      if (code !== 0) throw new Error(`it ended with code ${code}`);
    },
    onTaken: ({ version }) => {
      typeAhead = suggester();
      search = searcher();
      console.log(`Knowledge ${version} is in use.`);
    },
    onTraining: () => console.log('Phrasings or names have changed; until they are trained, answers come from before.'),
    onProblems: (problems) =>
      console.error(
        `The changed knowledge cannot be used; answers come from before:\n${problems.map((p) => `  ${problemLine(p)}`).join('\n')}`,
      ),
  });
  const frame = { contact: settings.CONTACT, retentionDays: settings.RETENTION_DAYS, keepsFeedback: true };
  /** For what is answered once and kept nowhere. */
  const unkept = { contact: settings.CONTACT };
  const storage = new BotStorage(store.sessions);
  const state = new StateOfPerson(storage);
  const pictures = new Pictures((facts, verdict) => timelineOf(facts, verdict, loaded.knowledge.rules), report);
  const feedback = new StoredFeedback(store.exchanges, store.feedback);
  const keeping = {
    store,
    newId: randomUUID,
    clock,
    localTime: (at: Date) => ({ day: todayIn(settings.TIME_ZONE, at), time: timeIn(settings.TIME_ZONE, at) }),
    coverEnd: coverEndBy(() => loaded.knowledge.rules),
    report,
  };
  const handOffs = new HandOffs(keeping);
  const helpdesk = openDesk({
    store,
    assistant: () => loaded.parts,
    frame: unkept,
    access: (source) => settings.HELPDESKS.get(source)?.access ?? null,
    dayOf: (instant) => todayIn(settings.TIME_ZONE, instant),
    newId: randomUUID,
    clock,
    report,
    fetch,
  });
  const conversation = guidedConversation({
    state,
    assistant: () => loaded.assistant,
    frame,
    handOffs,
    effects: store.effects,
    pictures,
    quoteOf: (sentence) => quoteOf(loaded.knowledge, sentence),
    feedback,
    reminders: new Reminders(keeping),
    talks: new Talks(keeping),
    after: inMillis,
    today,
    now,
  });
  const welcome = () => toContract(loaded.welcome, 0, frame);
  const extension = messageExtension({
    triage: (ticket) => triage(ticket, loaded.parts),
    search: (typed, on) => search(typed, on),
    frame,
    today,
    dayOf: (instant) => todayIn(settings.TIME_ZONE, instant),
  });
  const server = await createServer({
    settings: channelSettings(settings),
    store,
    storage,
    bot: new SnsBot(
      conversation,
      welcome,
      feedback,
      new Introductions(state, ({ channelId, from }) => store.conversations.anyOf(channelId, from.id)),
      new Presses(new OfferedCards(state)),
      extension,
    ),
    api: apiFunctions({
      loaded,
      suggest: (typed) => typeAhead.suggest(typed, MOST_SUGGESTIONS),
      frame: unkept,
      today,
      now,
    }),
    fleet: fleetFunctions(() => loaded.knowledge),
    helpdesk,
    lessons: lessonFunctions({
      store,
      knowledge: () => loaded.knowledge,
      knowledgeFolder: settings.KNOWLEDGE_FOLDER,
      modelFolder: built.model,
      contact: settings.CONTACT,
    }),
    ready: () => ({ mode: loaded.mode(), knowledgeVersion: loaded.knowledge.version }),
    page: page.value,
    apology: WORDING.apology(settings.CONTACT),
    newId: randomUUID,
    clock,
    report,
  });
  let watching: { close: () => Promise<void> } | null = null;
  const repeated: Repeated[] = [];
  return ok({
    listen: async () => {
      const { port } = await server.listen();
      watching = await watchKnowledge(settings.KNOWLEDGE_FOLDER, () => void live.changed());
      const expire = () => expireBefore(store.erasure, settings.RETENTION_DAYS, clock());
      repeated.push(daily(expire, (error) => report('deleting what is too old', error)));
      const sayDue = () => reminderRound(keeping, server.tell);
      repeated.push(hourly(sayDue, (error) => report('saying what reminders are due', error)));
      helpdesk.begin(() => talkRound(keeping, server.say));
      // It already answers without the encoder, so nobody waits for it.
      void loaded.loadEncoder();
      loaded
        .rehearse(today(), {
          pause: (long) => (long ? setTimeout(BUSY_MILLIS) : setImmediate()),
          goesOn: () => !closing,
        })
        .then(onRehearsed)
        .catch((error: unknown) => report('the rehearsal', error));
      return port;
    },
    close: async () => {
      closing = true;
      await watching?.close();
      for (const job of repeated) await job.stop();
      await helpdesk.stop();
      await server.close();
      await encoder.close();
      await store.close();
    },
  });
}
