import { Slots } from '../../src/channels/slots.js';

/** Jobs that note when they begin and end when they are let. */
function jobs(slots: Slots) {
  const begun: string[] = [];
  const end = new Map<string, (outcome?: Error) => void>();
  const soon = () => new Promise<void>((done) => setImmediate(() => setImmediate(done)));
  return {
    begun,
    soon,
    run: (name: string) =>
      slots.run(() => {
        begun.push(name);
        return new Promise<string>((keep, fail) => end.set(name, (error) => (error ? fail(error) : keep(name))));
      }),
    end: (name: string, error?: Error) => end.get(name)?.(error),
  };
}

test('so many jobs run at once, and the others in the order of their coming', async () => {
  const { run, begun, end, soon } = jobs(new Slots(2));
  const results = Promise.all(['a', 'b', 'c', 'd'].map(run));
  await soon();
  expect(begun).toEqual(['a', 'b']);
  end('b');
  await soon();
  expect(begun).toEqual(['a', 'b', 'c']);
  for (const name of ['a', 'c']) end(name);
  await soon();
  end('d');
  expect(await results).toEqual(['a', 'b', 'c', 'd']);
});

test('a job that fails gives its slot on', async () => {
  const { run, begun, end, soon } = jobs(new Slots(1));
  const first = run('a');
  const second = run('b');
  end('a', new Error('as asked'));
  await expect(first).rejects.toThrow('as asked');
  await soon();
  end('b');
  expect(await second).toBe('b');
  const third = run('c');
  await soon();
  expect(begun).toEqual(['a', 'b', 'c']);
  end('c');
  await third;
});
