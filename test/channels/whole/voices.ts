import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ContractReply } from '../../../src/domain/contract.js';
import { listen, type Opened, open, say } from '../direct-line/client.js';
import { get } from '../running-server.js';
import { TODAY } from './conversations.js';

/** Somebody in a conversation of his own, whatever way it takes. */
export interface Voice<R = ContractReply> {
  readonly say: (text: string) => Promise<R>;
}

/** A reply without the time that it took. */
export const timeless = <T>(reply: T): T =>
  JSON.parse(JSON.stringify(reply, (key, value) => (key === 'millis' ? 0 : value)));

/** By Direct Line, as the page does; `moveTo`: the server has another address now. */
export async function directLine(url: string): Promise<Voice & { moveTo(url: string): void; readonly id: string }> {
  let to: Opened = await open({ url });
  let { watermark } = await listen(to.streamUrl, 1);
  return {
    id: to.conversationId,
    moveTo: (moved) => {
      to = { ...to, base: `${moved}/v3/directline` };
    },
    say: async (text) => {
      await say(to, text);
      const again = await get(`${to.base}/conversations/${to.conversationId}?watermark=${watermark}`, to.auth);
      const heard = await listen(again.body.streamUrl, 2);
      watermark = heard.watermark;
      const reply = heard.said.at(-1)?.channelData?.reply;
      if (!reply) throw new Error(`no reply to '${text}': ${JSON.stringify(heard.said)}`);
      return timeless(reply);
    },
  };
}

/** What the bot sends to a channel of the Bot Framework. */
export interface SentActivity {
  readonly type: string;
  readonly text?: string;
  readonly suggestedActions?: { readonly actions: readonly { readonly value: string }[] };
  readonly channelData?: { readonly reply: ContractReply };
}

const connectors = new Set<ReturnType<typeof createServer>>();
afterAll(() => {
  for (const connector of connectors) connector.close().closeAllConnections();
});

/** By `POST /api/messages`, as the Bot Framework's emulator and channels do. */
export async function messages(url: string, channelId: string, id: string): Promise<Voice<SentActivity>> {
  const sent: SentActivity[] = [];
  const connector = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    sent.push(JSON.parse(body));
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end(JSON.stringify({ id: `r${sent.length}` }));
  });
  await new Promise<void>((done) => connector.listen(0, '127.0.0.1', done));
  connectors.add(connector);
  const serviceUrl = `http://127.0.0.1:${(connector.address() as AddressInfo).port}`;
  const around = {
    type: 'message',
    channelId,
    serviceUrl,
    conversation: { id },
    from: { id: 'u' },
    recipient: { id: 'b' },
  };
  let count = 0;
  return {
    say: async (text) => {
      count += 1;
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...around, id: `${id}-${count}`, text }),
      });
      const reply = sent.findLast((activity) => activity.type === 'message');
      if (response.status !== 200 || !reply) throw new Error(`${response.status} for '${text}'`);
      return timeless(reply);
    },
  };
}

/** By `sns converse --batch`, each list of messages a conversation. */
export function batch(conversations: readonly (readonly string[])[]): readonly (readonly ContractReply[])[] {
  const lines = conversations.map((turns, id) =>
    JSON.stringify({ id, today: TODAY, turns: turns.map((user) => ({ user })) }),
  );
  const run = spawnSync(process.execPath, [join(__dirname, '../../../.sns/build/sns.js'), 'converse', '--batch', '-'], {
    input: lines.join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ANSWERING: 'lexical' },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => timeless(JSON.parse(line).turns));
}
