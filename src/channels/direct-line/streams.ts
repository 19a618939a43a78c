import type { WebSocket } from 'ws';
import type { Activities } from '../../store/activities.js';
import type { Report } from '../settings.js';
import type { OutgoingActivity } from './adapter.js';

/** A reader that lets this many bytes pile up is cut off; it reconnects and reads on from its watermark. */
const MOST_BUFFERED = 4 * 1024 * 1024;
/** Pages a person has open of one conversation; more is no person. */
const MOST_READERS = 16;
const HEARTBEAT_MILLIS = 30_000;
const FAREWELL_MILLIS = 1000;

interface Reader {
  readonly socket: WebSocket;
  watermark: number;
  draining: boolean;
  again: boolean;
  alive: boolean;
}

/**
 * Pushes conversations to those who read them. Every reader is fed from the store by its own watermark, so that
 * nothing is pushed twice, out of order or before it is stored.
 */
export class Streams {
  private readonly readers = new Map<string, Set<Reader>>();
  private readonly heartbeat: NodeJS.Timeout;

  constructor(
    private readonly activities: Activities,
    private readonly report: Report,
  ) {
    this.heartbeat = setInterval(() => this.beat(), HEARTBEAT_MILLIS);
    this.heartbeat.unref();
  }

  get count(): number {
    return [...this.readers.values()].reduce((sum, set) => sum + set.size, 0);
  }

  connect(socket: WebSocket, conversationId: string, watermark: number): void {
    const set = this.readers.get(conversationId) ?? new Set();
    socket.on('error', () => socket.terminate());
    if (set.size >= MOST_READERS) {
      socket.close(1013, 'too many readers of this conversation');
      return;
    }
    const reader: Reader = { socket, watermark, draining: false, again: false, alive: true };
    this.readers.set(conversationId, set.add(reader));
    socket.on('pong', () => {
      reader.alive = true;
    });
    // Clients send empty messages to keep the connection open; nothing else is expected and nothing is read.
    socket.on('message', () => {
      reader.alive = true;
    });
    socket.on('close', () => {
      set.delete(reader);
      if (set.size === 0 && this.readers.get(conversationId) === set) this.readers.delete(conversationId);
    });
    void this.drain(conversationId, reader);
  }

  /** Something new is stored. */
  published(conversationId: string): void {
    for (const reader of this.readers.get(conversationId) ?? []) void this.drain(conversationId, reader);
  }

  /** Shows what is stored nowhere; it moves no watermark. */
  ephemeral(conversationId: string, activity: OutgoingActivity): void {
    for (const { socket } of this.readers.get(conversationId) ?? [])
      socket.send(JSON.stringify({ activities: [activity] }));
  }

  close(): void {
    clearInterval(this.heartbeat);
    const sockets = [...this.readers.values()].flatMap((set) => [...set].map(({ socket }) => socket));
    for (const socket of sockets) socket.close(1001, 'the server restarts');
    // Readers who do not answer are not waited for.
    setTimeout(() => {
      for (const socket of sockets) socket.terminate();
    }, FAREWELL_MILLIS).unref();
  }

  private async drain(conversationId: string, reader: Reader): Promise<void> {
    reader.again = true;
    if (reader.draining) return;
    reader.draining = true;
    try {
      while (reader.again && reader.socket.readyState === reader.socket.OPEN) {
        reader.again = false;
        const { activities, marks, watermark } = await this.activities.since(conversationId, reader.watermark);
        if (activities.length === 0) continue;
        reader.watermark = watermark;
        reader.again = true;
        // One at a time: of two frames that come together the official client shows the first of each before the second of either.
        for (const [n, activity] of activities.entries())
          reader.socket.send(JSON.stringify({ activities: [activity], watermark: String(marks[n]) }));
        if (reader.socket.bufferedAmount > MOST_BUFFERED) reader.socket.terminate();
      }
    } catch (error) {
      this.report(`streaming conversation ${conversationId}`, error);
      reader.socket.terminate();
    } finally {
      reader.draining = false;
    }
  }

  private beat(): void {
    for (const set of this.readers.values()) {
      for (const reader of set) {
        if (!reader.alive) reader.socket.terminate();
        reader.alive = false;
        reader.socket.ping();
      }
    }
  }
}
