import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Started } from './running-server.js';

/** What the bot sent, and where to: the conversation that the request names. */
export interface Sent {
  readonly text?: string;
  readonly type: string;
  readonly to: string;
  readonly suggestedActions?: { readonly actions: readonly { readonly title: string }[] };
  readonly channelData?: unknown;
}

const open: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close().closeAllConnections();
});

/** Teams' side of the wire: takes what the bot says. `status`: what it answers with at the moment; 0: not at all. */
export async function teamsService() {
  const sent: Sent[] = [];
  const service = {
    sent,
    status: 200,
    serviceUrl: '',
    /** How many requests have come. */
    asked: 0,
    /** Ends it; answers the address at which nobody listens any more. */
    gone: async () => {
      await new Promise((closed) => server.close(closed));
      return service.serviceUrl;
    },
  };
  const server = createServer(async (req, res) => {
    service.asked++;
    let body = '';
    for await (const chunk of req) body += chunk;
    const to = decodeURIComponent(/\/v3\/conversations\/([^/]+)/.exec(req.url ?? '')?.[1] ?? '');
    if (service.status === 0) return;
    if (service.status === 200) sent.push({ ...JSON.parse(body), to });
    res.writeHead(service.status, { 'content-type': 'application/json' });
    res.end(JSON.stringify(service.status === 200 ? { id: `1700000000${sent.length}` } : { error: { code: 'x' } }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  open.push(server);
  service.serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return service;
}

export const BOT = { id: '28:f5d48856-5b42-41a0-8c3a-c5f944b679b0', name: 'Secure NMC' };
const TENANT = '72f988bf-86f1-41af-91ab-2d7cd011db47';
export const MENTION = { type: 'mention', mentioned: BOT, text: '<at>Secure NMC</at>' };
const CLIENT = { type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Windows', timezone: 'Europe/London' };
const CHANNEL = '19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2';

export const PERSONAL = { conversationType: 'personal', tenantId: TENANT, id: 'a:17I0kl9EkpE1O9PH5TWrzrLNwnWWcf' };
export const GROUP_CHAT = { isGroup: true, conversationType: 'groupChat', tenantId: TENANT, id: '19:b2@thread.v2' };
/** A thread of a channel: its first message is part of its name. */
export const thread = (first: string) => ({
  isGroup: true,
  conversationType: 'channel',
  tenantId: TENANT,
  id: `${CHANNEL};messageid=${first}`,
});

/** An activity in the form in which Teams delivers it. */
export function fromTeams(serviceUrl: string, who: string, conversation: { readonly id: string }, more: object = {}) {
  const inChannel = conversation.id.startsWith(CHANNEL);
  return {
    type: 'message',
    id: '1700000000001',
    timestamp: '2026-11-22T09:15:00.123Z',
    localTimestamp: '2026-11-22T09:15:00.123Z',
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${who}`, name: who, aadObjectId: `aad-${who}` },
    conversation,
    recipient: BOT,
    entities: [CLIENT],
    channelData: {
      ...(inChannel ? { teamsChannelId: CHANNEL, channel: { id: CHANNEL }, team: { id: '19:t@thread.tacv2' } } : {}),
      tenant: { id: TENANT },
    },
    locale: 'en-GB',
    localTimezone: 'Europe/London',
    ...more,
  };
}

/** The same said in a group, with the mention that makes Teams deliver it. */
export const mentioning = (text: string) => ({
  text: `<at>Secure NMC</at> ${text}`,
  textFormat: 'plain',
  attachments: [{ contentType: 'text/html', content: `<div><div><span>Secure NMC</span>&nbsp;${text}</div></div>` }],
  entities: [MENTION, CLIENT],
});

/** Delivers an activity and answers the status. */
export async function deliver({ url }: Pick<Started, 'url'>, activity: object): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(activity) });
  await response.arrayBuffer();
  return response.status;
}
