import { type Activity, TranscriptLoggerMiddleware, type TurnContext } from 'botbuilder';
import type { Request, Response, Server } from 'restify';
import { onlyAddressed } from '../bot/group.js';
import type { Tell } from '../bot/reminder-round.js';
import { StoreTranscript } from '../bot/transcript.js';
import type { Store } from '../store/open-store.js';
import { botFrameworkActivity } from './bot-framework/activity.js';
import { BotFrameworkAdapter } from './bot-framework/adapter.js';
import { BotFrameworkAuthentication } from './bot-framework/authentication.js';
import { tellThrough } from './bot-framework/tell.js';
import { checked } from './checked.js';
import type { KeyedQueue } from './keyed-queue.js';
import { requireLocal } from './local-caller.js';
import { sendJson } from './send-json.js';
import type { ChannelSettings, Report } from './settings.js';

export interface MessagesParts {
  readonly settings: ChannelSettings;
  readonly bot: { run(context: TurnContext): Promise<void> };
  readonly store: Store;
  readonly queue: KeyedQueue;
  readonly apology: string;
  readonly newId: () => string;
  readonly clock: () => Date;
  readonly report: Report;
}

/**
 * `POST /api/messages`: Teams and every other channel of the Bot Framework. Without an app id nobody is
 * authenticated, so then it answers callers on this machine only, and in production nobody. Answers how the bot says something there
 * without having been asked.
 */
export function messagesRoute(server: Server, parts: MessagesParts): Tell {
  const { settings, queue, clock, report } = parts;
  const { botFramework } = settings;
  const authentication = new BotFrameworkAuthentication({ botFramework, clock, report });
  const adapter = adapterOf(authentication, parts);
  server.post('/api/messages', async (req: Request, res: Response) => {
    const given = checked(botFrameworkActivity, req.body);
    if (botFramework.appId === null) requireLocal(req, settings.production, given.serviceUrl);
    // What the schema has let through is what the SDK calls an activity, but for fields that it only passes on.
    const activity = given as unknown as Activity;
    // Before the queue: whoever is refused holds up no conversation.
    const caller = await authentication.callerOf(activity, req.headers.authorization);
    const answer = await queue.run(`${activity.channelId}/${activity.conversation.id}`, () =>
      adapter.turn(caller, activity, (context) => parts.bot.run(context)),
    );
    if (answer?.body !== undefined && typeof answer.body === 'object') {
      sendJson(res, answer.status, answer.body);
      return;
    }
    res.writeHead(answer?.status ?? 200, { 'Content-Length': '0' });
    res.end();
  });
  return tellThrough(adapter, botFramework.appId);
}

function adapterOf(
  authentication: BotFrameworkAuthentication,
  { store, newId, apology, report }: MessagesParts,
): BotFrameworkAdapter {
  const adapter = new BotFrameworkAdapter(authentication);
  adapter.use(onlyAddressed);
  adapter.use(new TranscriptLoggerMiddleware(new StoreTranscript(store.activities, newId)));
  adapter.onTurnError = async (context, error) => {
    report('turn on a Bot Framework channel', error);
    // What broke the turn may well be that nothing can be sent.
    await context.sendActivity(apology).catch((second: unknown) => report('sending the apology', second));
  };
  return adapter;
}
