import fc from 'fast-check';
import { picksOf } from '../../src/understanding/picks.js';

describe('which of three things offered a message picks', () => {
  test.each([
    ['the second one', [1]],
    ['first', [0]],
    ['I meant the third option please', [2]],
    ['number two', [1]],
    ['option 3', [2]],
    ['2', [1]],
    ['#1', [0]],
    ['the last', [2]],
    ['1 and 3', [0, 2]],
    ['the first two', [0, 1]],
    ['all three', [0, 1, 2]],
    ['all of them', [0, 1, 2]],
    ['tell me more about the first one', [0]],
  ])('%s', (text, picked) => {
    expect(picksOf(text, 3, true)).toEqual(picked);
  });

  test.each(['both', 'the fourth one', '7', 'the first year', 'is it the second one?', 'NMC2', 'one moment', 'no', ''])(
    'none: %s',
    (text) => {
      expect(picksOf(text, 3, true)).toEqual([]);
    },
  );

  test('both of two, but no figure where figures name something else', () => {
    expect(picksOf('both', 2, true)).toEqual([0, 1]);
    expect(picksOf('2', 3, false)).toEqual([]);
    expect(picksOf('number 2', 3, false)).toEqual([1]);
  });

  test('any text picks only what was offered', () => {
    const word = fc.constantFrom('the', 'first', 'last', 'two', '2', '9', 'all', 'both', 'number', 'and', 'x', '?');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 10 }), fc.nat(6), fc.boolean(), (words, count, digits) => {
        for (const i of picksOf(words.join(' '), count, digits)) expect(i).toBeLessThan(count);
      }),
    );
  });
});
