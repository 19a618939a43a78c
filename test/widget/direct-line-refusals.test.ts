import { FakeEnvironment } from './fake-environment.js';
import { opened, Page, service } from './fake-page.js';

const SECOND = 1000;

describe('a token', () => {
  it('is refreshed half-way through its life', async () => {
    const { env, server } = await opened();
    await env.pass(1799 * SECOND);
    expect(server.calls).not.toContain('POST /tokens/refresh');
    await env.pass(2 * SECOND);
    expect(server.calls).toContain('POST /tokens/refresh');
  });

  it('that is refused is exchanged, and the call made again', async () => {
    const { page, env, server } = await opened();
    for (let n = 1; n <= 2; n++) server.deadTokens.add(`c1.${n}`);
    page.line.send('one');
    await env.settle();
    expect(page.changes).toEqual(['new']);
    expect(page.lines()).toEqual(['> welcome', 'one (sent)', '> re: one']);
  });

  it('that cannot be exchanged leads to a new conversation, into which the message goes', async () => {
    const { page, env, server } = await opened();
    for (let n = 1; n <= 2; n++) server.deadTokens.add(`c1.${n}`);
    server.refuseRefresh = 403;
    page.line.send('one');
    await env.pass(5 * SECOND);
    expect(page.changes).toEqual(['new', 'replaced', 'new']);
    expect(page.lines()).toEqual(['> welcome', '> welcome', 'one (sent)', '> re: one']);
  });
});

describe('a server that says no', () => {
  it('to a conversation it has lost gets a new one', async () => {
    const { page, env, server } = await opened();
    server.conversations.clear();
    env.dropSockets();
    await env.pass(5 * SECOND);
    page.line.send('one');
    await env.settle();
    expect(page.changes).toEqual(['new', 'replaced', 'new']);
    expect(server.userTexts()).toEqual(['one']);
  });

  it('to one message leaves the next ones free', async () => {
    const { page, env, server } = await opened();
    server.refusePosts = 400;
    page.line.send('one');
    await env.settle();
    server.refusePosts = null;
    page.line.send('two');
    await env.settle();
    expect(page.lines()).toEqual(['> welcome', 'one (refused)', 'two (sent)', '> re: two']);
  });

  it('for now (503) is asked again later, more and more rarely', async () => {
    const { page, env, server } = await opened();
    server.refusePosts = 503;
    page.line.send('one');
    await env.pass(120 * SECOND);
    const tries = server.calls.filter((call) => call === 'POST /conversations/c1/activities').length;
    expect(tries).toBeGreaterThan(3);
    expect(tries).toBeLessThan(20);
    server.refusePosts = null;
    await env.pass(60 * SECOND);
    expect(server.userTexts()).toEqual(['one']);
  });
});

describe('a server that wants no more for a moment (429)', () => {
  const posts = (calls: readonly string[]) =>
    calls.filter((call) => call === 'POST /conversations/c1/activities').length;

  it('is not taken for one that is gone: the line stays up, and the message is sent when the time is over that it names', async () => {
    const { page, env, server } = await opened();
    server.refusePosts = 429;
    env.retryAfter = 3;
    page.line.send('one');
    await env.settle();
    page.line.send('two');
    await env.settle();
    expect(page.statuses).toEqual(['online', 'busy']);
    expect(page.lines()).toEqual(['> welcome', 'one (held)', 'two (held)']);
    server.push('c1', { type: 'message', text: 'meanwhile', from: { id: 'bot' } });
    expect(page.lines()).toContain('> meanwhile');
    server.refusePosts = null;
    await env.pass(2.9 * SECOND);
    expect(posts(server.calls)).toBe(1);
    await env.pass(SECOND);
    expect(server.userTexts()).toEqual(['one', 'two']);
    expect(page.statuses).toEqual(['online', 'busy', 'online']);
    expect(server.calls.filter((call) => call === 'GET /conversations/c1')).toEqual([]);
  });

  it('and does not say for how long is asked more and more rarely', async () => {
    const { page, env, server } = await opened();
    server.refusePosts = 429;
    page.line.send('one');
    await env.pass(120 * SECOND);
    expect(posts(server.calls)).toBeGreaterThan(3);
    expect(posts(server.calls)).toBeLessThan(20);
    expect(page.statuses).not.toContain('offline');
    server.refusePosts = null;
    await env.pass(60 * SECOND);
    expect(server.userTexts()).toEqual(['one']);
  });

  it('is said to be busy also before there is a conversation, and it is begun as soon as it can be', async () => {
    const server = service();
    server.refuseAll = 429;
    const page = new Page(new FakeEnvironment(server));
    page.line.send('one');
    await page.env.pass(2 * SECOND);
    expect(page.statuses).toEqual(['busy']);
    expect(page.lines()).toEqual(['one (held)']);
    server.refuseAll = null;
    await page.env.pass(10 * SECOND);
    expect(page.statuses).toEqual(['busy', 'online']);
    expect(page.lines()).toEqual(['> welcome', 'one (sent)', '> re: one']);
  });

  it('keeps its conversation where a token was to be exchanged just then', async () => {
    const { page, env, server } = await opened();
    for (let n = 1; n <= 2; n++) server.deadTokens.add(`c1.${n}`);
    server.refuseRefresh = 429;
    page.line.send('one');
    await env.pass(2 * SECOND);
    server.refuseRefresh = null;
    await env.pass(10 * SECOND);
    expect(page.changes).toEqual(['new']);
    expect(server.userTexts()).toEqual(['one']);
  });

  it('holds up no new conversation', async () => {
    const { page, env, server } = await opened();
    server.refusePosts = 429;
    env.retryAfter = 50;
    page.line.send('one');
    await env.settle();
    server.refusePosts = null;
    page.line.restart();
    await env.settle();
    page.line.send('two');
    await env.settle();
    expect(server.userTexts()).toEqual(['two']);
  });
});
