import * as fc from 'fast-check';
import { FakeEnvironment, memoryStore, type Way } from './fake-environment.js';
import { opened, Page, service } from './fake-page.js';

const SECOND = 1000;

describe('a conversation', () => {
  it('is begun at the start, and the welcome is shown', async () => {
    const { page } = await opened();
    expect(page.changes).toEqual(['new']);
    expect(page.statuses).toEqual(['online']);
    expect(page.lines()).toEqual(['> welcome']);
  });

  it('takes messages in the order written, each with an id of its own', async () => {
    const { page, env, server } = await opened();
    page.line.send('one');
    page.line.send('two');
    await env.settle();
    expect(server.userTexts()).toEqual(['one', 'two']);
    expect(page.lines()).toEqual(['> welcome', 'one (sent)', '> re: one', 'two (sent)', '> re: two']);
  });

  it('goes on after a reload, with all that was said', async () => {
    const { page, env, server } = await opened();
    page.line.send('one');
    await env.settle();
    page.line.stop();
    const again = new Page(env);
    await env.settle();
    expect(again.changes).toEqual(['resumed']);
    expect(again.lines()).toEqual(page.lines());
    expect(server.conversations.size).toBe(1);
  });

  it('is the same in a second tab, which sees what the first one says, and does not send it again', async () => {
    const shared = memoryStore();
    const server = service();
    const first = new Page(new FakeEnvironment(server, shared));
    await first.env.settle();
    const second = new Page(new FakeEnvironment(server, shared));
    await second.env.settle();
    first.line.send('one');
    await first.env.settle();
    expect(second.lines()).toEqual(['> welcome', 'one (sent)', '> re: one']);
    expect(server.userTexts()).toEqual(['one']);
  });

  it('is left for a new one on request, and nothing of the old one comes through any more', async () => {
    const { page, env, server } = await opened();
    page.line.restart();
    page.transcript = [];
    await env.settle();
    server.push('c1', { type: 'message', text: 'late', from: { id: 'bot' } });
    page.line.send('one');
    await env.settle();
    expect(page.changes).toEqual(['new', 'new']);
    expect(page.lines()).toEqual(['> welcome', 'one (sent)', '> re: one']);
  });

  it('updates an answer in place when it comes again with the same id', async () => {
    const { page, env, server } = await opened();
    server.push('c1', { type: 'message', id: 'x', text: 'first', from: { id: 'bot' } });
    server.push('c1', { type: 'message', id: 'x', text: 'second', from: { id: 'bot' } });
    await env.settle();
    expect(page.lines()).toEqual(['> welcome', '> second']);
  });
});

describe('without a network', () => {
  it('keeps messages, says so, and sends them in order when it is back', async () => {
    const { page, env, server } = await opened();
    env.way = () => 'lost';
    env.dropSockets();
    await env.pass(2 * SECOND);
    page.line.send('one');
    page.line.send('two');
    await env.pass(20 * SECOND);
    expect(page.statuses.at(-1)).toBe('offline');
    expect(page.lines()).toEqual(['> welcome', 'one (waiting)', 'two (waiting)']);
    env.way = () => 'through';
    await env.pass(40 * SECOND);
    expect(page.statuses.at(-1)).toBe('online');
    expect(page.lines()).toEqual(['> welcome', 'one (sent)', '> re: one', 'two (sent)', '> re: two']);
    expect(server.userTexts()).toEqual(['one', 'two']);
  });

  it('tries at once when asked to', async () => {
    const { page, env, server } = await opened();
    env.way = () => 'lost';
    env.dropSockets();
    await env.pass(300 * SECOND);
    page.line.send('one');
    await env.settle();
    env.way = () => 'through';
    page.line.reconnect();
    await env.settle();
    expect(server.userTexts()).toEqual(['one']);
  });

  it('keeps an unsent message over a reload', async () => {
    const { page, env, server } = await opened();
    env.way = () => 'lost';
    env.dropSockets();
    page.line.send('one');
    await env.pass(5 * SECOND);
    page.line.stop();
    env.way = () => 'through';
    const again = new Page(env);
    await env.settle();
    expect(again.lines()).toEqual(['> welcome', 'one (sent)', '> re: one']);
    expect(server.userTexts()).toEqual(['one']);
  });

  it('does not send again what arrived although its answer was lost', async () => {
    const { page, env, server } = await opened();
    env.way = (call) => (call.startsWith('POST') ? 'answer-lost' : 'through');
    page.line.send('one');
    await env.pass(30 * SECOND);
    expect(server.userTexts()).toEqual(['one']);
    expect(page.lines()).toEqual(['> welcome', 'one (sent)', '> re: one']);
  });

  it('polls where no socket gets through', async () => {
    const server = service();
    const env = new FakeEnvironment(server);
    env.socketsOpen = false;
    const page = new Page(env);
    await env.pass(3 * SECOND);
    page.line.send('one');
    await env.pass(5 * SECOND);
    expect(page.lines()).toEqual(['> welcome', 'one (sent)', '> re: one']);
  });

  it('notices a stream that is open and dead by the echo that does not come', async () => {
    const { page, env, server } = await opened();
    server.mute = true;
    page.line.send('one');
    await env.settle();
    expect(page.lines()).toEqual(['> welcome', 'one (sending)']);
    server.mute = false;
    await env.pass(10 * SECOND);
    expect(page.lines()).toEqual(['> welcome', 'one (sent)', '> re: one']);
  });

  it('trusts no stream after a sleep: what came meanwhile is read at once', async () => {
    const { page, env, server } = await opened();
    server.mute = true;
    server.push('c1', { type: 'message', text: 'while you slept', from: { id: 'bot' } });
    server.mute = false;
    await env.pass(60 * SECOND);
    expect(page.lines()).toEqual(['> welcome']);
    env.sleep(3600 * SECOND);
    await env.pass(SECOND);
    expect(page.lines()).toEqual(['> welcome', '> while you slept']);
  });

  it('loses and doubles nothing, whatever the network does', async () => {
    const way = fc.constantFrom<Way>('through', 'lost', 'answer-lost', 'too-many');
    const event = fc.oneof(
      fc.record({ kind: fc.constant('say' as const), way }),
      fc.record({ kind: fc.constant('drop' as const), way }),
      fc.record({ kind: fc.constant('wait' as const), way }),
      fc.record({ kind: fc.constant('reload' as const), way }),
    );
    const check = async (events: readonly { readonly kind: string; readonly way: Way }[]) => {
      const { server, env, page: first } = await opened();
      let page = first;
      const said: string[] = [];
      for (const { kind, way } of events) {
        env.way = (call) => (call.includes('generate') || call.endsWith('conversations') ? 'through' : way);
        if (kind === 'drop') env.dropSockets();
        if (kind === 'wait') await env.pass(7 * SECOND);
        if (kind === 'reload') {
          page.line.stop();
          env.dropSockets();
          page = new Page(env);
        }
        if (kind === 'say') {
          said.push(`m${said.length}`);
          page.line.send(`m${said.length - 1}`);
        }
        await env.settle();
      }
      env.way = () => 'through';
      await env.pass(90 * SECOND);
      expect(server.userTexts()).toEqual(said);
      const shown = page.lines().filter((line) => !line.startsWith('>'));
      expect(shown).toEqual(said.map((text) => `${text} (sent)`));
      page.line.stop();
    };
    await fc.assert(fc.asyncProperty(fc.array(event, { maxLength: 12 }), check), { numRuns: 60 });
  });
});
