import { progressBar } from '../../src/cli/progress.js';

/** A bar under a clock that is set by hand, with all that it wrote, line by line. */
function barAt() {
  let written = '';
  const clock = { millis: 0 };
  const write = (text: string) => {
    written += text;
  };
  const bar = progressBar(write, () => clock.millis);
  const lines = () =>
    written
      .split('\r')
      .slice(1)
      .map((line) => line.replaceAll('\u001b[K', '').replace(/^[█░]+ +/, ''));
  return { bar, clock, lines };
}

describe('the bar of progress', () => {
  test('is written twice a second at the most, and taken away at the end', () => {
    const { bar, clock, lines } = barAt();
    for (const [millis, share] of [
      [0, 0],
      [100, 0.1],
      [500, 0.5],
      [900, 0.9],
      [1000, 1.5],
    ] as const) {
      clock.millis = millis;
      bar.show(share);
    }
    bar.done();
    expect(lines()).toEqual(['0 %', '50 %', '100 %', '']);
  });

  test('tells the speed and the time left, of what this run does and not of what was there already', () => {
    const { bar, clock, lines } = barAt();
    bar.show(0, 0);
    clock.millis = 1_000;
    bar.show(0.5, 0);
    clock.millis = 11_000;
    bar.show(0.6, 100);
    clock.millis = 41_000;
    bar.show(0.9, 400);
    expect(lines()).toEqual(['0 %', '50 %', '60 %  10 a second, 40 s left', '90 %  10 a second, 10 s left']);
  });

  test('says long times in minutes and hours', () => {
    const { bar, clock, lines } = barAt();
    bar.show(0, 0);
    clock.millis = 60_000;
    bar.show(0.1, 60);
    clock.millis = 120_000;
    bar.show(0.01, 120);
    expect(lines().slice(1)).toEqual(['10 %  1.0 a second, 9 min left', '1 %  1.0 a second, 3 h 18 min left']);
  });

  test('that was never shown takes nothing away', () => {
    const { bar, lines } = barAt();
    bar.done();
    expect(lines()).toEqual([]);
  });
});
