import { opened } from './fake-page.js';

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
    server.refreshes = false;
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

  it('for now (429, 503) is asked again later, more and more rarely', async () => {
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
