import type { IncomingMessage } from 'node:http';
import { callerAddress } from '../caller-address.js';
import { HttpProblem } from '../http-problem.js';
import { RateLimit } from '../rate-limit.js';
import type { ChannelSettings } from '../settings.js';
import type { Pass } from './tokens.js';

type Call = Pick<IncomingMessage, 'headers' | 'socket'>;

/** Who may use Direct Line at all, and how often. What it refuses is looked at no further. */
export class Gate {
  private readonly calls: RateLimit;
  private readonly starts: RateLimit;
  private readonly messages: RateLimit;

  constructor(
    private readonly settings: ChannelSettings,
    clock: () => Date,
  ) {
    const { perMinute } = settings.directLine;
    this.calls = new RateLimit(perMinute.calls, clock);
    this.starts = new RateLimit(perMinute.conversations, clock);
    this.messages = new RateLimit(perMinute.messages, clock);
  }

  /** Any call. Problems: 403 from a page of an origin that is not trusted, 429 too many from one address. */
  admit(call: Call): void {
    this.requireTrustedOrigin(call.headers);
    this.calls.take(this.addressOf(call), 'too-many-calls', 'Calls from your address');
  }

  /** A token for a new conversation. Problem: 429 too many from one address. */
  admitNew(call: Call): void {
    this.starts.take(this.addressOf(call), 'too-many-conversations', 'New conversations from your address');
  }

  /** Something said. Problem: 429 too much in one conversation. */
  admitSaid(pass: Pass): void {
    this.messages.take(pass.conversationId, 'too-many-messages', 'Messages in this conversation');
  }

  private addressOf(call: Call): string {
    return callerAddress(call, this.settings.proxies);
  }

  /** Browsers name the page's origin, and hold no page back from opening a socket; other programs name none. */
  private requireTrustedOrigin(headers: IncomingMessage['headers']): void {
    const { origin } = headers;
    const { allowedOrigins } = this.settings.directLine;
    if (origin === undefined || allowedOrigins === '*' || allowedOrigins.includes(origin)) return;
    if (headers['sec-fetch-site'] === 'same-origin' || this.isOwn(origin, headers)) return;
    throw new HttpProblem(
      403,
      'foreign-origin',
      `Origin: pages of ${origin.slice(0, 200)} may not use this chat; whoever runs the server can add it to ALLOWED_ORIGINS.`,
    );
  }

  private isOwn(origin: string, headers: IncomingMessage['headers']): boolean {
    const { publicUrl } = this.settings;
    if (publicUrl !== null && new URL(publicUrl).origin === origin) return true;
    const host = URL.canParse(origin) ? new URL(origin).host : '';
    const forwarded = String(headers['x-forwarded-host'] ?? '')
      .split(',')[0]
      ?.trim();
    return host !== '' && (host === headers.host || host === forwarded);
  }
}
