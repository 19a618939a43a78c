import type { LineEnvironment } from './environment.js';
import { type ActivitySet, readActivitySet } from './wire.js';

/** Proxies close sockets on which nothing moves for a minute; Direct Line servers take an empty text for a sign of life. */
const ALIVE_MILLIS = 20_000;
/** A timer so late means that the computer was asleep: the socket may be dead without knowing. */
const ASLEEP_MILLIS = 30_000;
/** A socket that is not open by now is held up on the way, and polling does better. */
const OPEN_MILLIS = 5_000;

/** How a stream ended: it never opened, we left it, or the other side (or the network) dropped it. */
export type StreamEnd = 'deaf' | 'left' | 'dropped';

/** The stream of a conversation: one WebSocket at a time. */
export class LineStream {
  #end: (() => void) | null = null;

  constructor(private readonly env: LineEnvironment) {}

  /** Listens until the socket closes, whoever closes it. Never rejects. */
  listen(url: string, receive: (set: ActivitySet) => void): Promise<StreamEnd> {
    this.close();
    return new Promise((resolve) => {
      let opened = false;
      let ended = false;
      let socket: { close(): void; send(text: string): void } | null = null;
      let cancelTimer = this.env.after(OPEN_MILLIS, () => end('dropped'));
      const end = (how: 'left' | 'dropped') => {
        if (ended) return;
        ended = true;
        cancelTimer();
        this.#end = null;
        socket?.close();
        resolve(how === 'left' || opened ? how : 'deaf');
      };
      const stayAlive = () => {
        const since = this.env.now();
        cancelTimer = this.env.after(ALIVE_MILLIS, () => {
          if (this.env.now() - since > ALIVE_MILLIS + ASLEEP_MILLIS) return end('left');
          socket?.send('');
          stayAlive();
        });
      };
      this.#end = () => end('left');
      try {
        socket = this.env.openSocket(url, {
          opened: () => {
            if (ended) return;
            opened = true;
            cancelTimer();
            stayAlive();
          },
          received: (text) => {
            const set = ended ? null : setOf(text);
            if (set) receive(set);
          },
          closed: () => end('dropped'),
        });
      } catch {
        end('dropped');
      }
    });
  }

  /** Ends `listen`, where it runs. */
  close(): void {
    this.#end?.();
  }
}

/** A frame's activities; empty frames (signs of life) and anything unreadable are passed over. */
function setOf(text: string): ActivitySet | null {
  if (text === '') return null;
  try {
    return readActivitySet(JSON.parse(text));
  } catch {
    return null;
  }
}
