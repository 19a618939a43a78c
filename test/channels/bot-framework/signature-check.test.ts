import { SignatureCheck } from '../../../src/channels/bot-framework/signature-check.js';

const LIMITS = { wait: 60_000, pause: 1000 };
const gone = () => Promise.reject(new Error('connect ECONNREFUSED'));
const genuine = () => Promise.resolve('who');

test('a key that was genuine before is checked at once while another is looked for', async () => {
  const check = new SignatureCheck(LIMITS, () => 0);
  await check.run('known', genuine);
  let give = (_: string) => {};
  const slow = check.run('unknown', () => new Promise<string>((done) => (give = done)));
  expect(await check.run('known', genuine)).toEqual({ kind: 'genuine', value: 'who' });
  give('late');
  expect(await slow).toEqual({ kind: 'genuine', value: 'late' });
});

test('unknown keys are looked for one after another', async () => {
  const check = new SignatureCheck(LIMITS, () => 0);
  const steps: string[] = [];
  const slow = (name: string) => async () => {
    steps.push(`${name} begins`);
    await Promise.resolve();
    steps.push(`${name} ends`);
  };
  await Promise.all([check.run('a', slow('a')), check.run('b', slow('b'))]);
  expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

test('after keys could not be had, unknown ones are refused for a while, and known ones are not', async () => {
  let now = 0;
  const check = new SignatureCheck(LIMITS, () => now);
  await check.run('known', genuine);
  expect((await check.run('unknown', gone)).kind).toBe('unreachable');
  now = 999;
  expect(await check.run('unknown', genuine)).toEqual({ kind: 'unreachable', error: null });
  expect((await check.run('known', genuine)).kind).toBe('genuine');
  now = 1000;
  expect((await check.run('unknown', genuine)).kind).toBe('genuine');
});

test('a token that is not genuine does not count as keys that could not be had', async () => {
  const check = new SignatureCheck(LIMITS, () => 0);
  const forged = () => Promise.reject(Object.assign(new Error('no'), { name: 'JsonWebTokenError' }));
  const refused = () => Promise.reject(Object.assign(new Error('no'), { statusCode: 401 }));
  expect([await check.run('a', forged), await check.run('b', refused)]).toEqual([
    { kind: 'forged' },
    { kind: 'forged' },
  ]);
  expect((await check.run('c', genuine)).kind).toBe('genuine');
});
