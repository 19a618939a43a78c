import type { TextStore } from './environment.js';
import type { Conversation, OutgoingMessage } from './line-api.js';
import { isRecord } from './wire.js';

const CONVERSATION = 'sns-chat.conversation';
const OUTBOX = 'sns-chat.outbox';

/** The conversation that this computer is in, shared by all tabs, so that a reload or a second tab goes on with it. */
export class SavedConversation {
  constructor(private readonly store: TextStore) {}

  load(): Conversation | null {
    const value = parsed(this.store.get(CONVERSATION));
    if (!isRecord(value)) return null;
    const { id, token, expiresAt, userId } = value;
    return typeof id === 'string' &&
      typeof token === 'string' &&
      typeof expiresAt === 'number' &&
      typeof userId === 'string'
      ? { id, token, expiresAt, userId }
      : null;
  }

  save(conversation: Conversation): void {
    const { id, token, expiresAt, userId } = conversation;
    this.store.set(CONVERSATION, JSON.stringify({ id, token, expiresAt, userId }));
  }

  /** A fresh token, unless another tab has gone on to another conversation. */
  renew(conversation: Conversation): void {
    if (this.load()?.id === conversation.id) this.save(conversation);
  }

  /** Forgets this conversation; another one that another tab has begun stays. */
  forget(id: string): void {
    if (this.load()?.id === id) this.store.remove(CONVERSATION);
  }
}

/**
 * Messages that the server has not yet confirmed, oldest first. Kept for this tab only:
 * were they shared, two tabs would both send them.
 */
export class Outbox {
  private messages: readonly OutgoingMessage[];

  constructor(private readonly store: TextStore) {
    const value = parsed(store.get(OUTBOX));
    this.messages = Array.isArray(value) ? value.flatMap((item: unknown) => messageOf(item) ?? []) : [];
  }

  all(): readonly OutgoingMessage[] {
    return this.messages;
  }

  first(): OutgoingMessage | null {
    return this.messages[0] ?? null;
  }

  add(message: OutgoingMessage): void {
    this.replace([...this.messages, message]);
  }

  remove(id: string): void {
    if (this.messages.some((m) => m.id === id)) this.replace(this.messages.filter((m) => m.id !== id));
  }

  clear(): void {
    this.replace([]);
  }

  private replace(messages: readonly OutgoingMessage[]): void {
    this.messages = messages;
    if (messages.length === 0) this.store.remove(OUTBOX);
    else this.store.set(OUTBOX, JSON.stringify(messages));
  }
}

function messageOf(item: unknown): OutgoingMessage | null {
  return isRecord(item) && typeof item.id === 'string' && typeof item.text === 'string'
    ? { id: item.id, text: item.text }
    : null;
}

function parsed(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
