import type { LineEnvironment } from './environment.js';
import type { Judgement } from './judgements.js';
import { type ActivitySet, isRecord, readActivitySet } from './wire.js';

/** For now it cannot be done. `busy`: too much at once, the same will be taken in so many seconds (0: not said). */
export type Setback = { readonly kind: 'unreachable' } | { readonly kind: 'busy'; readonly seconds: number };

/** What became of a call. `forbidden`: the token is not good (any more). `gone`: no such conversation. `refused`: this will never be taken. */
export type CallResult<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | Setback
  | { readonly kind: 'forbidden' | 'gone' | 'refused' };

export const isSetback = (result: { readonly kind: string }): result is Setback =>
  result.kind === 'unreachable' || result.kind === 'busy';

export interface Conversation {
  readonly id: string;
  readonly token: string;
  /** Milliseconds since 1970; when the token ends. */
  readonly expiresAt: number;
  readonly userId: string;
}

export interface OutgoingMessage {
  /** Chosen here and echoed by the server, so that a message sent twice can be told from two messages. */
  readonly id: string;
  readonly text: string;
}

/** An hour: what Direct Line's own tokens last, where the server does not say. */
const DEFAULT_SECONDS = 3600;

/** The calls of Direct Line 3.0 that the widget makes, each one HTTP request. None throws. */
export class LineApi {
  constructor(
    private readonly env: LineEnvironment,
    /** Without a slash at the end, such as `/v3/directline`. */
    private readonly base: string,
    /** BCP 47, such as `en-GB`: how the person writes dates. */
    private readonly locale: string,
  ) {}

  /** A new conversation: a token first, then the conversation that it is good for. */
  async create(userId: string): Promise<CallResult<Conversation & { readonly streamUrl: string | null }>> {
    const user = { user: { id: userId }, locale: this.locale };
    const generated = await this.call('POST', '/tokens/generate', null, user);
    if (generated.kind !== 'ok') return generated;
    const first = generated.value.token;
    if (typeof first !== 'string') return { kind: 'unreachable' };
    const started = await this.call('POST', '/conversations', first, user);
    if (started.kind !== 'ok') return started;
    const id = started.value.conversationId;
    if (typeof id !== 'string') return { kind: 'unreachable' };
    const merged = { ...generated.value, ...started.value };
    return { kind: 'ok', value: { id, userId, ...this.tokenOf(merged, first), streamUrl: textOf(merged.streamUrl) } };
  }

  /** Where to listen on, from `watermark`. */
  async reconnect(
    c: Conversation,
    watermark: string | null,
  ): Promise<CallResult<{ readonly streamUrl: string | null }>> {
    const result = await this.call('GET', `${pathOf(c)}${query(watermark)}`, c.token);
    return result.kind === 'ok' ? { kind: 'ok', value: { streamUrl: textOf(result.value.streamUrl) } } : result;
  }

  /** All activities after `watermark`; null: from the beginning. */
  async history(c: Conversation, watermark: string | null): Promise<CallResult<ActivitySet>> {
    const result = await this.call('GET', `${pathOf(c)}/activities${query(watermark)}`, c.token);
    if (result.kind !== 'ok') return result;
    const set = readActivitySet(result.value);
    return set ? { kind: 'ok', value: set } : { kind: 'unreachable' };
  }

  async post(c: Conversation, message: OutgoingMessage): Promise<CallResult<null>> {
    const result = await this.call('POST', `${pathOf(c)}/activities`, c.token, {
      type: 'message',
      text: message.text,
      textFormat: 'plain',
      from: { id: c.userId, role: 'user' },
      locale: this.locale,
      channelData: { clientActivityID: message.id },
    });
    return result.kind === 'ok' ? { kind: 'ok', value: null } : result;
  }

  /** What the visitor thinks of an answer. */
  async judge(c: Conversation, { about, reaction, comment }: Judgement): Promise<CallResult<null>> {
    const result = await this.call('POST', `${pathOf(c)}/activities`, c.token, {
      type: 'event',
      name: 'feedback',
      from: { id: c.userId, role: 'user' },
      replyToId: about,
      value: { reaction, ...(comment !== undefined && { comment }) },
    });
    return result.kind === 'ok' ? { kind: 'ok', value: null } : result;
  }

  async refresh(c: Conversation): Promise<CallResult<Conversation>> {
    const result = await this.call('POST', '/tokens/refresh', c.token, {});
    return result.kind === 'ok' ? { kind: 'ok', value: { ...c, ...this.tokenOf(result.value, c.token) } } : result;
  }

  private tokenOf(body: Readonly<Record<string, unknown>>, fallback: string) {
    const seconds = typeof body.expires_in === 'number' && body.expires_in > 0 ? body.expires_in : DEFAULT_SECONDS;
    return { token: textOf(body.token) ?? fallback, expiresAt: this.env.now() + seconds * 1000 };
  }

  private async call(
    method: 'GET' | 'POST',
    path: string,
    token: string | null,
    body?: unknown,
  ): Promise<CallResult<Readonly<Record<string, unknown>>>> {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (token !== null) headers.authorization = `Bearer ${token}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    try {
      const answer = await this.env.fetch(`${this.base}${path}`, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (answer.status === 429) return { kind: 'busy', seconds: answer.retryAfter };
      if (answer.status < 200 || answer.status >= 300) return { kind: kindOfStatus(answer.status) };
      const value = await answer.json();
      return isRecord(value) ? { kind: 'ok', value } : { kind: 'unreachable' };
    } catch {
      return { kind: 'unreachable' };
    }
  }
}

/** 408 says 'later', so it counts with the statuses of a server that is not well. */
function kindOfStatus(status: number): 'unreachable' | 'forbidden' | 'gone' | 'refused' {
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'gone';
  return status >= 400 && status < 500 && status !== 408 ? 'refused' : 'unreachable';
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
const pathOf = (c: Conversation) => `/conversations/${encodeURIComponent(c.id)}`;
const query = (watermark: string | null) => `?watermark=${encodeURIComponent(watermark ?? '')}`;
