import { promiseReport } from '../../src/eval/promise.js';
import { shareOf } from '../../src/eval/share.js';

const state = (wrong: number, messages: number) =>
  promiseReport({ rate: 0.02, threshold: 0.8 }, shareOf(wrong, messages)).state;

describe('a promise of 2 % wrong answers', () => {
  test('is kept where the whole interval lies below', () => {
    expect(state(2, 400)).toBe('kept');
  });

  test('is not kept where the whole interval lies above', () => {
    expect(state(20, 400)).toBe('not kept');
  });

  test('cannot be told of from few messages, even where none or many seem wrong', () => {
    expect(state(0, 150)).toBe('cannot be told from so few');
    expect(state(12, 400)).toBe('cannot be told from so few');
    expect(state(0, 0)).toBe('cannot be told from so few');
  });
});
