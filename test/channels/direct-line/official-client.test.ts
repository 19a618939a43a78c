import type { Activity, DirectLine as Client } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import { post, settings, start } from '../running-server.js';

// The client looks for a browser's globals when it is loaded.
Object.assign(globalThis, { WebSocket, XMLHttpRequest: require('xhr2') });
const { DirectLine, ConnectionStatus } =
  require('botframework-directlinejs') as typeof import('botframework-directlinejs');

const clients: Client[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.end();
});

interface Line {
  readonly text: string | undefined;
  readonly clientActivityID: string | undefined;
  readonly id: string | undefined;
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
  const until = (count: number) =>
    new Promise<readonly Line[]>((resolve) => {
      check = () => {
        if (shown.length >= count) resolve(shown);
      };
      check();
    });
  return { until };
}

async function connect(url: string, more: { webSocket?: boolean; conversationId?: string; token?: string } = {}) {
  const domain = `${url}/v3/directline`;
  const token = more.token ?? (await post(`${domain}/tokens/generate`, {})).body.token;
  const client = new DirectLine({ domain, webSocket: true, pollingInterval: 200, ...more, token });
  clients.push(client);
  return { client, token, ...watch(client) };
}

const send = (client: Client, text: string) =>
  new Promise<string>((resolve, reject) => {
    client
      .postActivity({ from: { id: 'me' }, type: 'message', text, channelData: { clientActivityID: `of ${text}` } })
      .subscribe(resolve, reject);
  });

test.each([
  ['by stream', true],
  ['by polling', false],
])('the official client, %s, is greeted, sees its own message and the answers in order', async (_how, webSocket) => {
  const server = await start();
  const { client, until } = await connect(server.url, { webSocket });
  await until(1);
  const id = await send(client, 'hello');
  const shown = await until(4);
  expect(shown.map(({ text }) => text)).toEqual(['welcome', 'hello', 'echo 1: hello', 'again: hello']);
  expect(shown[1]).toMatchObject({ id, clientActivityID: 'of hello' });
});

test('the official client comes back to its conversation with everything that was said', async () => {
  const server = await start();
  const before = await connect(server.url);
  await before.until(1);
  await send(before.client, 'hello');
  await before.until(4);
  const { conversationId } = before.client as unknown as { conversationId: string };
  before.client.end();
  const after = await connect(server.url, { token: before.token, conversationId });
  expect((await after.until(4)).map(({ text }) => text)).toEqual(['welcome', 'hello', 'echo 1: hello', 'again: hello']);
  await send(after.client, 'more');
  expect((await after.until(7)).at(-1)?.text).toBe('again: more');
});

test('the official client learns that its token has expired', async () => {
  const server = await start({ settings: { directLine: { ...settings.directLine, tokenSeconds: -1 } } });
  const { client } = await connect(server.url);
  const seen = new Promise<number>((resolve) => {
    client.connectionStatus$.subscribe(
      (status) => {
        if (status === ConnectionStatus.FailedToConnect || status === ConnectionStatus.ExpiredToken) resolve(status);
      },
      () => {},
    );
  });
  expect(await seen).toBe(ConnectionStatus.FailedToConnect);
});
