import { rounds } from '../../src/helpdesk/rounds.js';

const HOUR = 3_600_000;
const noReport = (error: unknown) => {
  throw error;
};

test('a job is done at once, and again for whoever asked meanwhile, never twice at the same time', async () => {
  let runs = 0;
  let atOnce = 0;
  let most = 0;
  let goOn: () => void = () => undefined;
  const job = async () => {
    runs++;
    most = Math.max(most, ++atOnce);
    await new Promise<void>((go) => {
      goOn = go;
    });
    atOnce--;
  };
  const going = rounds(job, HOUR, noReport);
  expect(runs).toBe(1);
  for (let n = 0; n < 5; n++) going.wake();
  expect(runs).toBe(1);
  const second = new Promise<void>((begun) => {
    const before = goOn;
    before();
    setImmediate(begun);
  });
  await second;
  expect([runs, most]).toEqual([2, 1]);
  const ended = going.stop();
  going.wake();
  goOn();
  await ended;
  expect(runs).toBe(2);
});

test('what fails is told, and does not keep it from being done again', async () => {
  const told: unknown[] = [];
  let runs = 0;
  const failed = new Promise<void>((done) => {
    const going = rounds(
      async () => {
        runs++;
        throw new Error('disk full');
      },
      HOUR,
      (error) => {
        told.push(error);
        if (told.length === 1) going.wake();
        else done();
      },
    );
  });
  await failed;
  expect([runs, told]).toEqual([2, [new Error('disk full'), new Error('disk full')]]);
});
