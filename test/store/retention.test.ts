import { daily } from '../../src/store/retention.js';

test('what is done daily is done at once, one after the other, and its end waits for it', async () => {
  const done: string[] = [];
  const job = async () => {
    await Promise.resolve();
    done.push('done');
  };
  await daily(job, () => done.push('reported')).stop();
  expect(done).toEqual(['done']);
});

test('what fails is told to whoever runs the server', async () => {
  const told: unknown[] = [];
  await daily(
    () => Promise.reject(new Error('disk full')),
    (error) => told.push(error),
  ).stop();
  expect(told).toEqual([new Error('disk full')]);
});
