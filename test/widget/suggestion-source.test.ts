import type { TypeAheadSuggestion } from '../../src/domain/type-ahead.js';
import { type SuggestionEnvironment, SuggestionSource } from '../../src/widget/suggestion-source.js';

const offered = (label: string): TypeAheadSuggestion => ({ kind: 'product', label, says: label });

/** A server that answers when it is told to, a clock that stands still until it is moved on, and what was found. */
function world() {
  const calls: { readonly url: string; readonly signal: AbortSignal; answer(status: number, body: unknown): void }[] =
    [];
  const timers = new Set<() => void>();
  const found: { readonly text: string; readonly labels: readonly string[] }[] = [];
  const state = { online: true, reachable: true };
  const env: SuggestionEnvironment = {
    fetch: (url, signal) =>
      new Promise((resolve, reject) => {
        if (!state.reachable) reject(new TypeError('no network'));
        const answer = (status: number, body: unknown) => resolve({ status, json: async () => body });
        calls.push({ url, signal, answer });
      }),
    after: (_millis, call) => {
      timers.add(call);
      return () => timers.delete(call);
    },
    online: () => state.online,
  };
  const source = new SuggestionSource(env, 'https://a.example/api/suggestions', (suggestions, text) =>
    found.push({ text, labels: suggestions.map(({ label }) => label) }),
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    source,
    calls,
    found,
    state,
    settle,
    /** The writer pauses. */
    async pause() {
      for (const call of [...timers]) {
        timers.delete(call);
        call();
      }
      await settle();
    },
  };
}

describe('suggestions are asked for', () => {
  it('once, when the writer pauses, with the text as it is then', async () => {
    const w = world();
    for (const text of ['ga', 'gal', 'gala & ü']) w.source.ask(text);
    expect(w.calls).toHaveLength(0);
    await w.pause();
    expect(w.calls.map(({ url }) => url)).toEqual(['https://a.example/api/suggestions?text=gala%20%26%20%C3%BC']);
    w.calls[0]?.answer(200, { suggestions: [offered('Galaxy VS')] });
    await w.settle();
    expect(w.found).toEqual([{ text: 'gala & ü', labels: ['Galaxy VS'] }]);
  });

  it('anew for another text, and the answer to the old one is given up and counts no more', async () => {
    const w = world();
    w.source.ask('gal');
    await w.pause();
    w.source.ask('symm');
    expect(w.calls[0]?.signal.aborted).toBe(true);
    await w.pause();
    w.calls[1]?.answer(200, { suggestions: [offered('Symmetra PX1')] });
    await w.settle();
    w.calls[0]?.answer(200, { suggestions: [offered('Galaxy VS')] });
    await w.settle();
    expect(w.found).toEqual([{ text: 'symm', labels: ['Symmetra PX1'] }]);
  });

  it('no more once none are wanted', async () => {
    const w = world();
    w.source.ask('gal');
    w.source.rest();
    await w.pause();
    expect(w.calls).toHaveLength(0);
    w.source.ask('gal');
    await w.pause();
    w.source.rest();
    w.calls[0]?.answer(200, { suggestions: [offered('Galaxy VS')] });
    await w.settle();
    expect([w.calls[0]?.signal.aborted, w.found]).toEqual([true, []]);
  });

  it('not for a letter, for blanks, or for a long text, and what is shown goes', async () => {
    const w = world();
    for (const text of ['', 'g', '  g \n', 'x'.repeat(301)]) {
      w.source.ask(text);
      await w.pause();
      expect(w.found.at(-1)).toEqual({ text, labels: [] });
    }
    expect(w.calls).toHaveLength(0);
    w.source.ask('x'.repeat(300));
    await w.pause();
    expect(w.calls).toHaveLength(1);
  });
});

describe('there are just none', () => {
  it('without a network, with one that fails, and again some as soon as it works', async () => {
    const w = world();
    w.state.online = false;
    w.source.ask('gal');
    await w.pause();
    w.state.online = true;
    w.state.reachable = false;
    w.source.ask('gala');
    await w.pause();
    w.state.reachable = true;
    w.source.ask('galax');
    await w.pause();
    w.calls.at(-1)?.answer(200, { suggestions: [offered('Galaxy VS')] });
    await w.settle();
    expect(w.found).toEqual([
      { text: 'gal', labels: [] },
      { text: 'gala', labels: [] },
      { text: 'galax', labels: ['Galaxy VS'] },
    ]);
  });

  it.each([
    ['no object', 'suggestions'],
    ['no list', { suggestions: 'many' }],
    ['nothing', null],
  ])('where the answer is %s', async (_what, body) => {
    const w = world();
    w.source.ask('gal');
    await w.pause();
    w.calls[0]?.answer(200, body);
    await w.settle();
    expect(w.found).toEqual([{ text: 'gal', labels: [] }]);
  });

  it('of a form that is not known, beside those that are', async () => {
    const w = world();
    w.source.ask('gal');
    await w.pause();
    const suggestions = [
      null,
      { kind: 'ship', label: 'a', says: 'a' },
      { kind: 'plan', label: 'b' },
      offered('Galaxy VS'),
    ];
    w.calls[0]?.answer(200, { suggestions });
    await w.settle();
    expect(w.found).toEqual([{ text: 'gal', labels: ['Galaxy VS'] }]);
  });

  it.each([401, 403, 404, 405, 410])('and the server is not asked again once it has said %i', async (status) => {
    const w = world();
    w.source.ask('gal');
    await w.pause();
    w.calls[0]?.answer(status, {});
    await w.settle();
    w.source.ask('gala');
    await w.pause();
    expect(w.calls).toHaveLength(1);
    expect(w.found.map(({ labels }) => labels)).toEqual([[], []]);
  });

  it.each([400, 429, 500, 503])('where it says %i, and it is asked again for the next text', async (status) => {
    const w = world();
    w.source.ask('gal');
    await w.pause();
    w.calls[0]?.answer(status, { suggestions: [offered('Galaxy VS')] });
    await w.settle();
    w.source.ask('gala');
    await w.pause();
    expect([w.calls.length, w.found]).toEqual([2, [{ text: 'gal', labels: [] }]]);
  });
});
