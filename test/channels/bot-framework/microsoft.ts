import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sign } from 'jsonwebtoken';
import { CLOUDS, type Cloud } from '../../../src/channels/bot-framework/clouds.js';

export const APP_ID = '00000000-0000-4000-8000-000000000001';
export const TENANT = '00000000-0000-4000-8000-00000000000a';
export const OTHER_TENANT = '00000000-0000-4000-8000-00000000000b';
export const SERVICE = 'https://smba.trafficmanager.net/emea/';

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const microsoft = pair();
const stranger = pair();
export const KEYS = { microsoft: microsoft.privateKey, stranger: stranger.privateKey, published: microsoft.publicKey };

const open: Server[] = [];
export function closeAll(): void {
  for (const server of open.splice(0)) server.close().closeAllConnections();
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  open.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export interface KeyServer {
  readonly cloud: Cloud;
  /** Paths that were asked for. */
  readonly asked: readonly string[];
}

/** A stand-in for where Microsoft's keys lie. `silent`: it takes requests and never answers. */
export async function keyServer({ silent = false } = {}): Promise<KeyServer> {
  const asked: string[] = [];
  const server = createServer((req, res) => {
    asked.push(req.url ?? '');
    if (silent) return;
    const keys = [
      { ...microsoft.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', endorsements: ['msteams'] },
    ];
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end(JSON.stringify(req.url === '/keys' ? { keys } : { jwks_uri: `${url}/keys` }));
  });
  const url = await listening(server);
  return { cloud: cloudAt(url), asked };
}

/** A cloud at an address where nothing listens any more. */
export async function unreachable(): Promise<Cloud> {
  const server = createServer();
  const url = await listening(server);
  await new Promise<void>((done) => server.close(() => done()));
  return cloudAt(url);
}

const cloudAt = (url: string): Cloud => ({
  ...CLOUDS.public,
  channelKeys: `${url}/channels`,
  directoryKeys: `${url}/directory`,
});

/** A channel that takes what is sent to it and never answers. */
export async function silentChannel() {
  const asked: string[] = [];
  const server = createServer((req) => asked.push(req.url ?? ''));
  return { serviceUrl: await listening(server), asked };
}

/** What a channel claims of itself, now valid. */
export const channelClaims = () => ({
  iss: CLOUDS.public.issuer,
  aud: APP_ID,
  serviceurl: SERVICE,
  exp: Math.floor(Date.now() / 1000) + 600,
  nbf: Math.floor(Date.now() / 1000) - 600,
});

/** What a tool claims that has the bot's own credentials. */
export const directoryClaims = (tenant = TENANT) => {
  const { exp, nbf } = channelClaims();
  return { iss: `https://sts.windows.net/${tenant}/`, aud: APP_ID, appid: APP_ID, tid: tenant, ver: '1.0', exp, nbf };
};

export const signed = (claims: object, key: KeyObject = KEYS.microsoft, keyid = 'k1') =>
  sign(claims, key, { algorithm: 'RS256', keyid });
