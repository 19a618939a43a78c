import fc from 'fast-check';
import { teamsMarkdown } from '../../src/bot/teams-markdown.js';
import { shownMarkdown } from '../support/shown-markdown.js';

const SIGNS = [...'*_`~<>|[]()#+-=.!&;:\\ "', '1', '23', 'a', 'Galaxy', '&amp;', 'http', '</b>', '[1]', '\n', '\n\n'];
const texts = fc
  .array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 40 })
  // As replies are: no blanks at the ends of lines, no line of blanks, never more than one empty line.
  .map((signs) =>
    signs
      .join('')
      .replace(/[ ]*\n[ ]*/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/ +/g, ' ')
      .trim(),
  )
  .filter((text) => text !== '');

test('a reader of Markdown shows a text just as it is', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(shownMarkdown(teamsMarkdown(text))).toBe(text);
    }),
    { numRuns: 3000 },
  );
});

test('marks of sources stay as Teams looks for them', () => {
  expect(teamsMarkdown('Yes. [1][12]\n- an *item* [x](http://evil.example) [2]')).toBe(
    'Yes. [1][12]  \n\\- an \\*item\\* \\[x\\](http://evil.example) [2]',
  );
});
