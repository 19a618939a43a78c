import { isBareQuestion } from '../../src/understanding/leaning.js';

describe('a question that means nothing by itself', () => {
  test.each([
    'how long?',
    'for how long',
    'why not?',
    'who does that?',
    'and until when?',
    "why can't you tell me?",
    'how?',
  ])('%s', (text) => {
    expect(isBareQuestion(text)).toBe(true);
  });

  test.each(['how much?', 'and if not?', 'who are you?', 'what is NMC3?', 'is it free?', 'and then', 'it is', '', '?'])(
    'is not: %s',
    (text) => {
      expect(isBareQuestion(text)).toBe(false);
    },
  );
});
