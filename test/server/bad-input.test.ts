import { connect } from 'node:net';
import type { ContractReply } from '../../src/domain/contract.js';
import { dataFolder, type StartedServer, startServer } from './started-server.js';

async function post(server: StartedServer, path: string, body: string) {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return { status: response.status, body: (await response.json()) as { code?: string; message?: string } };
}

const ask = async (server: StartedServer, text: string) => {
  const { status, body } = await post(server, '/api/ask', JSON.stringify({ text }));
  return { status, reply: body as unknown as ContractReply };
};

/** What comes back for bytes that no HTTP client would send. */
function rawAnswer(server: StartedServer, bytes: string): Promise<string> {
  const { port } = new URL(server.url);
  return new Promise((done) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('close', () => done(text));
  });
}

describe('the running server', () => {
  test('gives a clear answer to messages that hold no question', async () => {
    const server = await startServer(dataFolder(), 0, { ANSWERING: 'lexical' });
    const kinds: Record<string, string> = {};
    for (const [name, text] of Object.entries({
      blank: '   ',
      signs: '?!…',
      long: 'update '.repeat(1500),
      thumb: '👍',
    })) {
      const { status, reply } = await ask(server, text);
      kinds[name] = status === 200 ? reply.kind : String(status);
    }
    expect(kinds).toEqual({ blank: 'out-of-scope', signs: 'out-of-scope', long: 'out-of-scope', thumb: 'smalltalk' });
  }, 60_000);

  test('answers what stands between markup, and says it back to nobody', async () => {
    const server = await startServer(dataFolder(), 0, { ANSWERING: 'lexical' });
    const { reply } = await ask(
      server,
      '<script>alert(1)</script> **Is there a Secure NMC for NMC2?** <img src=x onerror=y>',
    );
    expect([reply.kind, reply.text.includes('<')]).toEqual(['faq', false]);
  }, 60_000);

  test('refuses bad input with a code and a remedy, and never with a 500', async () => {
    const server = await startServer(dataFolder(), 0, { ANSWERING: 'lexical' });
    const answers = [
      await post(server, '/api/ask', '{"text": 3}'),
      await post(server, '/api/ask', 'no json'),
      await post(server, '/api/ask', JSON.stringify({ text: 'x'.repeat(300 * 1024) })),
      await post(server, '/api/entitlement', '{"facts": {"commissioned": "2025-02-31"}}'),
      await post(server, '/api/entitlement', '{"facts": {"nmc": "NMC7"}}'),
      await post(server, '/api/messages', '{}'),
      await post(server, '/api/nowhere', '{}'),
    ];
    expect(answers.map((a) => a.status)).toEqual([400, 400, 413, 400, 400, 400, 404]);
    for (const { body } of answers) {
      expect(Object.keys(body).sort()).toEqual(['code', 'message']);
      expect(body.message).not.toMatch(/\bat .*\.(?:js|ts):\d/);
    }
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  }, 60_000);

  test('decides facts over HTTP as the rules do', async () => {
    const server = await startServer(dataFolder(), 0, { ANSWERING: 'lexical' });
    const { body } = await post(
      server,
      '/api/entitlement',
      '{"facts": {"family": "galaxy vs", "nmc": "NMC3", "commissioned": "2025-11-23"}, "asOf": "2026-11-22"}',
    );
    expect(body).toMatchObject({ outcome: 'included', covered: 'yes', coveredUntil: '2026-11-22', missing: [] });
  }, 60_000);

  test('survives addresses and hosts that cannot be read', async () => {
    const server = await startServer(dataFolder(), 0, { ANSWERING: 'lexical' });
    const lines = [
      'GET /healthz HTTP/1.1\r\nHost: [',
      'GET / HTTP/1.1\r\nHost: a b',
      'GET http://[/ HTTP/1.1\r\nHost: x',
      'GET http://x:99999/ HTTP/1.1\r\nHost: x',
    ];
    const answers: string[] = [];
    for (const line of lines) answers.push(await rawAnswer(server, `${line}\r\nConnection: close\r\n\r\n`));
    expect(answers.map((a) => a.slice(0, 12))).toEqual(lines.map(() => 'HTTP/1.1 400'));
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  }, 60_000);

  test('is not held up by days at the edge of time or by a hundred dates in a row', async () => {
    const server = await startServer(dataFolder(), 0, { ANSWERING: 'lexical' });
    const far = await post(server, '/api/entitlement', '{"facts": {"plan": "none"}, "asOf": "9999-12-31"}');
    const edge = await post(server, '/api/entitlement', '{"facts": {"plan": "none"}, "asOf": "2999-12-31"}');
    const many = await ask(server, 'may 2025 and '.repeat(120));
    expect([far.status, edge.status, many.status]).toEqual([400, 200, 200]);
  }, 60_000);

  test('survives a caller who says nothing sensible at all', async () => {
    const server = await startServer(dataFolder(), 0, { ANSWERING: 'lexical' });
    const answer = await rawAnswer(server, 'NONSENSE\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  }, 60_000);
});

describe('a start', () => {
  test('with settings that cannot be used names each of them and does not begin', async () => {
    await expect(startServer(dataFolder(), 0, { TIME_ZONE: 'Mars/Olympus', ANSWERING: 'guess' })).rejects.toThrow(
      /TIME_ZONE: .*[\s\S]*ANSWERING: /,
    );
  }, 60_000);

  test('with no knowledge base says where it looked', async () => {
    await expect(startServer(dataFolder(), 0, { KNOWLEDGE_FOLDER: '/nowhere/at/all' })).rejects.toThrow(
      /no folder '\/nowhere\/at\/all'/,
    );
  }, 60_000);
});
