import type { TextStore } from '../../src/widget/environment.js';
import { FakeEnvironment, memoryStore } from './fake-environment.js';
import { opened, Page, service } from './fake-page.js';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

/** Two tabs of one browser, in the same conversation. */
async function twoTabs() {
  const server = service();
  const shared = memoryStore();
  const first = new Page(new FakeEnvironment(server, shared));
  await first.env.settle();
  const second = new Page(new FakeEnvironment(server, shared));
  await second.env.settle();
  const pass = async (millis: number) => {
    await first.env.pass(millis);
    await second.env.pass(millis);
  };
  return { server, shared, first, second, pass };
}

describe('two tabs of one conversation', () => {
  it('may speak at once: each message is sent once, and both show the same', async () => {
    const { server, first, second, pass } = await twoTabs();
    first.line.send('a1');
    second.line.send('b1');
    first.line.send('a2');
    second.line.send('b2');
    await pass(SECOND);
    expect([...server.userTexts()].sort()).toEqual(['a1', 'a2', 'b1', 'b2']);
    expect(second.lines()).toEqual(first.lines());
    expect(first.lines().filter((line) => line.startsWith('> re'))).toHaveLength(4);
  });

  it('lose nothing that both have written while the network was away', async () => {
    const { server, first, second, pass } = await twoTabs();
    for (const { env, line } of [first, second]) {
      env.way = () => 'lost';
      env.dropSockets();
      line.send(`from ${first.line === line ? 'first' : 'second'}`);
    }
    await pass(30 * SECOND);
    for (const { env } of [first, second]) env.way = () => 'through';
    await pass(60 * SECOND);
    expect([...server.userTexts()].sort()).toEqual(['from first', 'from second']);
    expect(second.lines()).toEqual(first.lines());
  });

  it('part where one begins a new conversation: the other stays where it is, and a later tab goes where the newest is', async () => {
    const { server, shared, first, second, pass } = await twoTabs();
    first.line.restart();
    await pass(SECOND);
    second.line.send('still here');
    await pass(SECOND);
    expect(second.changes).toEqual(['resumed']);
    expect(second.lines()).toContain('> re: still here');
    const third = new Page(new FakeEnvironment(server, shared));
    await third.env.settle();
    expect(third.lines()).toEqual(['> welcome']);
  });

  it('take over the token that the other has fetched', async () => {
    const { server, first, second, pass } = await twoTabs();
    await first.env.pass(HOUR / 2 + SECOND);
    const fetched = server.calls.filter((call) => call === 'POST /tokens/refresh').length;
    for (let n = 1; n <= 3; n++) server.deadTokens.add(`c1.${n}`);
    second.line.send('one');
    await second.env.settle();
    expect(server.calls.filter((call) => call === 'POST /tokens/refresh').length).toBe(fetched);
    await pass(SECOND);
    expect(second.changes).toEqual(['resumed']);
    expect(server.userTexts()).toEqual(['one']);
  });
});

describe('a computer that sleeps over the end of its token', () => {
  it('goes on with its conversation, and reads what came meanwhile', async () => {
    const { page, env, server } = await opened();
    page.line.send('before');
    await env.settle();
    for (let n = 1; n <= 9; n++) server.deadTokens.add(`c1.${n}`);
    // The first exchange comes back with a token that has not ended.
    for (let n = 1; n <= 9; n++) server.handle('POST', '/v3/directline/tokens/refresh', 'c1.1', {});
    server.mute = true;
    server.push('c1', { type: 'message', text: 'while you slept', from: { id: 'bot' } });
    server.mute = false;
    env.sleep(9 * HOUR);
    await env.pass(5 * SECOND);
    page.line.send('after');
    await env.pass(5 * SECOND);
    expect(page.changes).toEqual(['new']);
    expect(page.lines()).toEqual([
      '> welcome',
      'before (sent)',
      '> re: before',
      '> while you slept',
      'after (sent)',
      '> re: after',
    ]);
  });

  it('and wakes without a network waits for it, with its conversation', async () => {
    const { page, env, server } = await opened();
    env.sleep(9 * HOUR);
    for (let n = 1; n <= 2; n++) server.deadTokens.add(`c1.${n}`);
    env.way = () => 'lost';
    env.dropSockets();
    await env.pass(60 * SECOND);
    page.line.send('one');
    expect(page.statuses.at(-1)).toBe('offline');
    env.way = () => 'through';
    await env.pass(60 * SECOND);
    expect(page.changes).toEqual(['new']);
    expect(server.userTexts()).toEqual(['one']);
  });
});

describe('a server that is gone for a minute', () => {
  it.each(['lost', 503] as const)(
    '(%s) is back without a click, with all that was said and nothing twice',
    async (how) => {
      const { page, env, server } = await opened();
      if (how === 'lost') env.way = () => 'lost';
      else server.refuseAll = how;
      env.dropSockets();
      page.line.send('one');
      await env.pass(30 * SECOND);
      page.line.send('two');
      await env.pass(30 * SECOND);
      expect(page.statuses.at(-1)).toBe('offline');
      env.way = () => 'through';
      server.refuseAll = null;
      // As long as it waits at the most between two attempts.
      await env.pass(30 * SECOND);
      expect(page.statuses.at(-1)).toBe('online');
      expect(page.lines()).toEqual(['> welcome', 'one (sent)', '> re: one', 'two (sent)', '> re: two']);
      expect(page.changes).toEqual(['new']);
    },
  );
});

/** As in a private window whose storage is blocked: nothing is ever there. */
const blocked: TextStore = { get: () => null, set: () => undefined, remove: () => undefined };

describe('without any storage', () => {
  it('a conversation lives as long as its page, over outages and ended tokens', async () => {
    const server = service();
    const env = new FakeEnvironment(server, blocked, blocked);
    const page = new Page(env);
    await env.settle();
    page.line.send('one');
    await env.settle();
    env.way = () => 'lost';
    env.dropSockets();
    page.line.send('two');
    await env.pass(30 * SECOND);
    for (let n = 1; n <= 2; n++) server.deadTokens.add(`c1.${n}`);
    env.way = () => 'through';
    await env.pass(60 * SECOND);
    expect(server.userTexts()).toEqual(['one', 'two']);
    expect(page.changes).toEqual(['new']);
  });
});

describe('a clock that is wrong', () => {
  it.each([
    ['ahead', DAY],
    ['behind', -DAY],
  ])('by a day (%s) is of no account', async (_way, wrong) => {
    const { server, page: first, env: before } = await opened();
    first.line.stop();
    // What was kept with the right clock is taken up with the wrong one.
    const env = new FakeEnvironment(server, before.shared);
    env.time = before.time + wrong;
    const page = new Page(env);
    await env.settle();
    expect(page.changes).toEqual(['resumed']);
    page.line.send('one');
    await env.pass(10 * SECOND);
    expect(page.lines()).toEqual(['> welcome', 'one (sent)', '> re: one']);
    const asked = server.calls.length;
    await env.pass(60 * SECOND);
    expect(server.calls.length - asked).toBeLessThan(5);
  });

  it.each([
    ['forward', DAY],
    ['back', -DAY],
  ])('and is put right (%s) while the chat is open ends nothing', async (_way, jump) => {
    const { page, env, server } = await opened();
    env.time += jump;
    page.line.send('one');
    await env.pass(Math.max(jump, 0) + 60 * SECOND);
    page.line.send('two');
    await env.pass(10 * SECOND);
    expect(page.changes).toEqual(['new']);
    expect(server.userTexts()).toEqual(['one', 'two']);
    expect(page.statuses.at(-1)).toBe('online');
  });
});
