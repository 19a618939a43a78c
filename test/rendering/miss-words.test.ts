import { inTurn } from '../../src/rendering/miss-words.js';

test('words are said in their order, and after the last the last two by turns', () => {
  const said = [1, 2, 3, 4, 5, 6, 7].map((attempt) => inTurn(['a', 'b', 'c'], attempt));
  expect(said.join('')).toBe('abcbcbc');
});

test('two words take turns from the start', () => {
  expect([1, 2, 3, 4].map((attempt) => inTurn(['a', 'b'], attempt)).join('')).toBe('abab');
});
