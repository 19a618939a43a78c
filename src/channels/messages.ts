import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TranscriptLoggerMiddleware,
  type TurnContext,
} from 'botbuilder';
import type { Request, Response, Server } from 'restify';
import { StoreTranscript } from '../bot/transcript.js';
import type { Store } from '../store/open-store.js';
import { botFrameworkActivity } from './bot-framework-activity.js';
import { checked } from './checked.js';
import { HttpProblem } from './http-problem.js';
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
  readonly report: Report;
}

/**
 * `POST /api/messages`: Teams and every other channel of the Bot Framework. Without an app id nobody is
 * authenticated, so then it answers callers on this machine only, and in production nobody.
 */
export function messagesRoute(server: Server, parts: MessagesParts): void {
  const { settings, queue } = parts;
  const adapter = cloudAdapter(parts);
  server.post('/api/messages', async (req: Request, res: Response) => {
    const activity = checked(botFrameworkActivity, req.body);
    if (settings.botFramework.appId === null) requireLocal(req, settings.production, activity.serviceUrl);
    const answer = new CapturedAnswer();
    let begun = false;
    const { channelId, conversation } = activity;
    await queue.run(`${channelId}/${conversation.id}`, () =>
      adapter.process({ body: activity, headers: req.headers, method: 'POST' }, answer, async (context) => {
        begun = true;
        await parts.bot.run(context);
      }),
    );
    answerCaller(res, answer, begun);
  });
}

function cloudAdapter({ settings, store, newId, apology, report }: MessagesParts): CloudAdapter {
  const { appId, appPassword, appType, tenantId } = settings.botFramework;
  const authentication = new ConfigurationBotFrameworkAuthentication(
    appId === null
      ? {}
      : {
          MicrosoftAppId: appId,
          MicrosoftAppType: appType,
          ...(appPassword === null ? {} : { MicrosoftAppPassword: appPassword }),
          ...(tenantId === null ? {} : { MicrosoftAppTenantId: tenantId }),
        },
  );
  const adapter = new CloudAdapter(authentication);
  adapter.use(new TranscriptLoggerMiddleware(new StoreTranscript(store.activities, newId)));
  adapter.onTurnError = async (context, error) => {
    report('turn on a Bot Framework channel', error);
    // What broke the turn may well be that nothing can be sent.
    await context.sendActivity(apology).catch((second: unknown) => report('sending the apology', second));
  };
  return adapter;
}

/** CloudAdapter writes plain texts of its own, SDK errors among them; what the caller gets is decided after it. */
class CapturedAnswer {
  statusCode = 200;
  body: unknown;
  // Only CloudAdapter's streaming uses it.
  readonly socket = null;

  status(code: number): this {
    this.statusCode = code;
    return this;
  }

  send(body?: unknown): this {
    this.body = body;
    return this;
  }

  header(): this {
    return this;
  }

  end(): this {
    return this;
  }
}

function answerCaller(res: Response, { statusCode, body }: CapturedAnswer, begun: boolean): void {
  if (statusCode === 401 || statusCode === 403) {
    throw new HttpProblem(
      statusCode,
      'unauthorized',
      'Authorization: the token is missing or not for this bot; check app id and secret.',
    );
  }
  if (statusCode >= 500 && !begun) {
    throw new HttpProblem(
      503,
      'cannot-verify',
      'Authorization: the token cannot be verified now; check the way to login.botframework.com.',
    );
  }
  if (statusCode === 400 && !begun) {
    throw new HttpProblem(400, 'bad-activity', 'Activity: the Bot Framework cannot read it; send one of its schema.');
  }
  if (body !== undefined && typeof body === 'object') {
    sendJson(res, statusCode, body);
    return;
  }
  res.writeHead(statusCode, { 'Content-Length': '0' });
  res.end();
}
