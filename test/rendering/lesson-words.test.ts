import type { LessonProposal } from '../../src/domain/lesson.js';
import { lessonSentence } from '../../src/rendering/lesson-words.js';

const proposal: LessonProposal = {
  id: '1',
  text: 'does it sing',
  texts: ['does it sing'],
  people: 2,
  weeks: 1,
  first: '2026-11-20',
  last: '2026-11-20',
  reasons: ['refused'],
  belongs: null,
  near: [],
};

test.each([
  ['does it sing', '“does it sing”. Nothing in'],
  ['Does it sing?', '“Does it sing?” Nothing in'],
  ['It should sing.', '“It should sing.” Nothing in'],
])('what was asked as ‘%s’ is quoted with one mark at its end', (text, quoted) => {
  expect(lessonSentence({ ...proposal, text })).toContain(quoted);
});
