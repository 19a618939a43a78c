/** What the fake keeps of an activity; the rest of a real one does not matter to the widget. */
export interface FakeActivity {
  readonly type: string;
  readonly id?: string;
  readonly text?: string;
  readonly from: { readonly id: string; readonly role?: string };
  readonly channelData?: Readonly<Record<string, unknown>>;
  readonly suggestedActions?: { readonly actions: readonly { type: string; title: string; value: string }[] };
}

type Said = Omit<FakeActivity, 'from'>;
type Body = Readonly<Record<string, unknown>>;
interface FakeConversation {
  readonly activities: FakeActivity[];
  readonly listeners: Set<(frame: string) => void>;
}

/**
 * A Direct Line 3.0 service without any transport: conversations with their activities, tokens and streams. It answers
 * with what `says` gives for a text, and takes a message that is sent twice for two messages, so that a test sees it.
 */
export class FakeDirectLine {
  readonly conversations = new Map<string, FakeConversation>();
  readonly calls: string[] = [];
  /** What was posted and is no message. */
  readonly events: Body[] = [];
  readonly deadTokens = new Set<string>();
  /** The status of every attempt to exchange a token, where there are to be no fresh ones. */
  refuseRefresh: number | null = null;
  /** The status of every post, where it is not to be taken. */
  refusePosts: number | null = null;
  /** The status of every answer, where nothing is taken or given. */
  refuseAll: number | null = null;
  /** The stream brings nothing, as after a broken proxy. */
  mute = false;
  expiresIn = 3600;
  streamBase = 'ws://line.test';
  #tokens = 0;
  #ids = 0;

  constructor(
    private readonly says: (text: string) => readonly Said[],
    private readonly welcome: readonly Said[] = [],
  ) {}

  /** All that was said by people, in the order in which it came. */
  userTexts(): readonly string[] {
    return [...this.conversations.values()]
      .flatMap((c) => c.activities)
      .filter((a) => a.from.role === 'user')
      .map((a) => a.text ?? '');
  }

  handle(
    method: string,
    url: string,
    token: string | null,
    body: Body,
  ): { readonly status: number; readonly body: Body } {
    const { pathname, searchParams } = new URL(url, 'http://line.test');
    const path = pathname.replace(/^.*\/v3\/directline/, '');
    this.calls.push(`${method} ${path}`);
    if (this.refuseAll !== null) return error(this.refuseAll);
    const watermark = Number(searchParams.get('watermark') || '0');
    if (path === '/tokens/generate') return ok(this.#grant(`c${this.conversations.size + 1}`));
    if (path === '/tokens/refresh') {
      return this.refuseRefresh === null ? ok(this.#grant(conversationOf(token))) : error(this.refuseRefresh);
    }
    if (token === null || this.deadTokens.has(token)) return error(403);
    if (path === '/conversations') return this.#start(token);
    const [, id = '', rest] = /^\/conversations\/([^/]+)(\/activities)?$/.exec(path) ?? [];
    const conversation = this.conversations.get(id);
    if (!conversation) return error(404);
    if (id !== conversationOf(token)) return error(403);
    if (rest === undefined) return ok({ ...this.#grant(id), streamUrl: this.#streamUrl(id, watermark) });
    if (method === 'GET') return ok(frameFrom(conversation, watermark));
    if (this.refusePosts !== null) return error(this.refusePosts);
    const posted = body as unknown as FakeActivity;
    if (posted.type === 'event') {
      this.events.push(body);
      return ok({ id: `${id}|e${this.events.length}` });
    }
    this.push(id, { ...posted, from: { id: posted.from.id, role: 'user' } });
    for (const said of this.says(posted.text ?? '')) this.push(id, { ...said, from: { id: 'bot', role: 'bot' } });
    return ok({ id: `${id}|${conversation.activities.length}` });
  }

  /** Opens a stream, which first brings what came after its watermark; null where there is no such conversation. */
  listen(url: string, send: (frame: string) => void): (() => void) | null {
    const { pathname, searchParams } = new URL(url);
    const conversation = this.conversations.get(pathname.split('/').at(-2) ?? '');
    if (!conversation) return null;
    const from = Number(searchParams.get('watermark') || '0');
    if (from < conversation.activities.length) send(JSON.stringify(frameFrom(conversation, from)));
    conversation.listeners.add(send);
    return () => conversation.listeners.delete(send);
  }

  /** Says something in a conversation; an activity with an id that is there already is sent anew and replaces it. */
  push(id: string, activity: FakeActivity): void {
    const conversation = this.conversations.get(id);
    if (!conversation) return;
    const stored = { ...activity, id: activity.id ?? `a${++this.#ids}` };
    if (activity.type !== 'typing') conversation.activities.push(stored);
    if (this.mute) return;
    const watermark = String(conversation.activities.length);
    for (const send of conversation.listeners) send(JSON.stringify({ activities: [stored], watermark }));
  }

  #start(token: string): { readonly status: number; readonly body: Body } {
    const id = conversationOf(token);
    this.conversations.set(id, { activities: [], listeners: new Set() });
    for (const said of this.welcome) this.push(id, { ...said, from: { id: 'bot', role: 'bot' } });
    return { status: 201, body: { ...this.#grant(id), streamUrl: this.#streamUrl(id, 0) } };
  }

  #grant(conversationId: string) {
    return { conversationId, token: `${conversationId}.${++this.#tokens}`, expires_in: this.expiresIn };
  }

  #streamUrl(id: string, watermark: number): string {
    return `${this.streamBase}/v3/directline/conversations/${id}/stream?watermark=${watermark}`;
  }
}

const ok = (body: Body) => ({ status: 200, body });
const error = (status: number) => ({ status, body: { error: { code: 'Fake', message: `status ${status}` } } });
const conversationOf = (token: string | null) => (token ?? '').split('.')[0] ?? '';
const frameFrom = (c: FakeConversation, from: number) => ({
  activities: c.activities.slice(from),
  watermark: String(c.activities.length),
});
