import type { Tell, Told } from '../../bot/reminder-round.js';
import type { BotFrameworkAdapter } from './adapter.js';

/** Answers of a channel that will not change: no such conversation, or the bot may not write there (removed, blocked). */
const GONE: readonly unknown[] = [400, 403, 404, 410];
/** Failures in the middle of a call: the message may have arrived. */
const UNSURE: readonly unknown[] = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'channel-silent'];

/** How the bot says something without having been asked, through the adapter that answers: within the same bounds. Never rejects. */
export const tellThrough =
  (adapter: BotFrameworkAdapter, appId: string | null): Tell =>
  async (reference, activity) => {
    let failure: unknown = null;
    try {
      await adapter.continueConversationAsync(appId ?? '', reference, async (context) => {
        // Kept from the adapter, which would apologise.
        await context.sendActivity(activity).catch((error: unknown) => {
          failure = error ?? new Error('unknown');
        });
      });
    } catch (error) {
      failure = error ?? new Error('unknown');
    }
    return failure === null ? { kind: 'said' } : whatOf(failure);
  };

function whatOf(failure: unknown): Told {
  if (GONE.includes(fieldOf(failure, 'statusCode'))) return { kind: 'gone', because: failure };
  const codes = [fieldOf(failure, 'code'), fieldOf(fieldOf(failure, 'cause'), 'code')];
  return { kind: codes.some((code) => UNSURE.includes(code)) ? 'unsure' : 'not-said', because: failure };
}

function fieldOf(value: unknown, name: 'statusCode' | 'code' | 'cause'): unknown {
  if (typeof value !== 'object' || value === null || !(name in value)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
