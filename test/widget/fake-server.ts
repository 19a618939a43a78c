import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { WebSocketServer } from 'ws';
import type { TypeAheadSuggestion } from '../../src/domain/type-ahead.js';
import type { FakeDirectLine } from './fake-direct-line.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};
/** As strict as the real server's, so that a page that works here works there. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/** As the real server lets pages of other sites, where it is told to. */
const FROM_ANYWHERE = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type',
};

/** The built page and a fake Direct Line service on one port of this machine; it can go away and come back. */
export class FakeServer {
  /** What it offers for a text that is being typed. */
  suggest: (typed: string) => readonly TypeAheadSuggestion[] = () => [];
  /** Where it says that conversations are held. */
  line = '/v3/directline';
  /** Paths that it answers with 503. */
  readonly broken = new Set<string>();
  /** All that it was asked for, in order, without what stands behind `?`. */
  readonly asked: string[] = [];
  /** Each text that it was asked to suggest for. */
  readonly typed: string[] = [];
  #server: Server | null = null;
  #port = 0;
  #terminate: () => void = () => undefined;

  constructor(
    private readonly folder: string,
    readonly service: FakeDirectLine,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.#port}/`;
  }

  /** Listens; after a stop on the same port again. */
  async start(): Promise<void> {
    const server = createServer((request, response) => {
      void this.#answer(request).then(({ status, type, body }) => {
        response.writeHead(status, { 'content-type': type, 'content-security-policy': POLICY, ...FROM_ANYWHERE });
        response.end(body);
      });
    });
    const sockets = new WebSocketServer({ noServer: true });
    server.on('upgrade', (request, socket, head) => {
      sockets.handleUpgrade(request, socket, head, (ws) => {
        const stop = this.service.listen(`ws://fake${request.url}`, (frame) => ws.send(frame));
        ws.on('close', () => stop?.());
        if (!stop) ws.close();
      });
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.service.streamBase = `ws://127.0.0.1:${this.#port}`;
    this.#server = server;
    this.#terminate = () => {
      for (const ws of sockets.clients) ws.terminate();
    };
  }

  /** Gone, with all connections, as after kill -9. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = null;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      this.#terminate();
      server.closeAllConnections();
    });
  }

  async #answer(request: IncomingMessage) {
    const { method = 'GET', url = '/' } = request;
    const path = url.replace(/\?.*/, '');
    this.asked.push(path);
    if (this.broken.has(path)) return { status: 503, type: 'text/plain', body: 'not well' };
    if (method === 'OPTIONS') return { status: 204, type: 'text/plain', body: '' };
    if (url === '/api/token') {
      const { status, body } = this.service.handle(method, '/v3/directline/tokens/generate', null, {});
      return { status, type: 'application/json', body: JSON.stringify({ ...body, directLine: this.line }) };
    }
    if (url.startsWith('/v3/directline')) {
      const token = request.headers.authorization?.replace('Bearer ', '') ?? null;
      const { status, body } = this.service.handle(method, url, token, JSON.parse((await textOf(request)) || '{}'));
      return { status, type: 'application/json', body: JSON.stringify(body) };
    }
    if (url.startsWith('/api/suggestions?')) {
      const typed = new URL(url, this.url).searchParams.get('text') ?? '';
      this.typed.push(typed);
      return { status: 200, type: 'application/json', body: JSON.stringify({ suggestions: this.suggest(typed) }) };
    }
    const name = path === '/' ? 'index.html' : path.slice(1);
    try {
      return { status: 200, type: TYPES[extname(name)] ?? 'text/plain', body: await readFile(join(this.folder, name)) };
    } catch {
      return { status: 404, type: 'text/plain', body: 'not found' };
    }
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
