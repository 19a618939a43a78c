import type { Activity, DirectLine as Client, ConnectionStatus } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import { post } from '../running-server.js';
import { ClientClock } from './client-clock.js';

// The client looks for a browser's globals when it is loaded.
Object.assign(globalThis, { WebSocket, XMLHttpRequest: require('xhr2') });
export const { DirectLine, ConnectionStatus: Status } =
  require('botframework-directlinejs') as typeof import('botframework-directlinejs');

const clients: Client[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.end();
});

export interface Line {
  readonly text: string | undefined;
  readonly clientActivityID: string | undefined;
  readonly id: string | undefined;
}

/** What the client knows and shows to nobody. */
export interface Held {
  readonly conversationId: string;
  readonly token: string;
}

/** Everything that the client shows, and a way to wait until it has shown so many messages. */
function watch(client: Client) {
  const shown: Line[] = [];
  let check = () => {};
  const show = (activity: Activity) => {
    if (activity.type !== 'message') return;
    const { clientActivityID } = (activity.channelData ?? {}) as { clientActivityID?: string };
    shown.push({ text: activity.text, clientActivityID, id: activity.id });
    check();
  };
  // The client's end comes as an error.
  client.activity$.subscribe(show, () => {});
  const when = (enough: () => boolean) =>
    new Promise<readonly Line[]>((resolve) => {
      check = () => {
        if (enough()) resolve(shown);
      };
      check();
    });
  return {
    until: (count: number) => when(() => shown.length >= count),
    untilSaid: (text: string) => when(() => shown.some((line) => line.text === text)),
  };
}

/** An official client of the server, as a page sets it up; its connection can be cut and its time be moved on. */
export async function connect(
  url: string,
  more: { webSocket?: boolean; conversationId?: string; token?: string; userId?: string } = {},
) {
  const domain = `${url}/v3/directline`;
  const { userId, ...options } = more;
  const user = userId === undefined ? {} : { user: { id: userId } };
  const token = more.token ?? (await post(`${domain}/tokens/generate`, user)).body.token;
  const clock = new ClientClock();
  const sockets: WebSocket[] = [];
  class Followed extends WebSocket {
    constructor(address: string) {
      super(address);
      sockets.push(this);
    }
  }
  const client = new DirectLine({
    domain,
    webSocket: true,
    pollingInterval: 200,
    ...options,
    token,
    scheduler: clock.scheduler,
    // It waits between 3 and 15 seconds before it comes back: always 3 here.
    random: () => 0,
    WebSocket: Followed as unknown as typeof globalThis.WebSocket,
  });
  clients.push(client);
  return {
    client,
    clock,
    token,
    held: client as unknown as Held,
    ...watch(client),
    /** As a network does: without a word to either side. */
    cut: () => sockets.at(-1)?.terminate(),
    send: (text: string) =>
      new Promise<string>((resolve, reject) => {
        client
          .postActivity({ from: { id: 'me' }, type: 'message', text, channelData: { clientActivityID: `of ${text}` } })
          .subscribe(resolve, reject);
      }),
    reaches: (wanted: ConnectionStatus) =>
      new Promise<void>((resolve) => {
        client.connectionStatus$.subscribe(
          (status) => {
            if (status === wanted) resolve();
          },
          () => {},
        );
      }),
  };
}
