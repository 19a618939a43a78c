import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ContractReply } from '../../../src/domain/contract.js';
import { post, type Started } from '../running-server.js';

export interface Said {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly from: { readonly id: string };
  readonly channelData?: { readonly clientActivityID?: string; readonly reply?: ContractReply };
}

export interface Opened {
  readonly base: string;
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
  readonly auth: { readonly authorization: string };
}

/** A conversation as raw HTTP opens it. */
export async function open(server: Pick<Started, 'url'>): Promise<Opened> {
  const base = `${server.url}/v3/directline`;
  const generated = await post(`${base}/tokens/generate`, {});
  const auth = { authorization: `Bearer ${generated.body.token}` };
  const begun = await post(`${base}/conversations`, {}, auth);
  return {
    base,
    conversationId: begun.body.conversationId,
    token: begun.body.token,
    streamUrl: begun.body.streamUrl,
    auth,
  };
}

export const say = (to: Opened, text: string, clientActivityID?: string) =>
  post(
    `${to.base}/conversations/${to.conversationId}/activities`,
    { type: 'message', text, ...(clientActivityID ? { channelData: { clientActivityID } } : {}) },
    to.auth,
  );

/** Reads a stream until so many stored activities have come. */
export async function listen(url: string, count: number): Promise<{ said: Said[]; watermark: string }> {
  const socket = new WebSocket(url);
  const said: Said[] = [];
  let watermark = '';
  const done = new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data));
      if (frame.watermark === undefined) return;
      said.push(...frame.activities);
      watermark = frame.watermark;
      if (said.length >= count) resolve();
    });
  });
  await done;
  socket.close();
  await once(socket, 'close');
  return { said, watermark };
}
