import * as fc from 'fast-check';
import { textOfHtml } from '../../../src/bot/message-extension/html-text.js';

test.each([
  ['a line for each paragraph', '<div><p>One</p>\n<p>two</p></div>', 'One\ntwo'],
  ['a blank paragraph as a blank line', '<p>One</p><p>&nbsp;</p><p>two</p>', 'One\n\ntwo'],
  ['line breaks', 'One<br>two<br/><br/>three', 'One\ntwo\n\nthree'],
  ['white space of the source as one blank', '<p>One\n   two\t three</p>', 'One two three'],
  ['white space as it is where it is kept', '<pre>a  b\n  c</pre>', 'a  b\nc'],
  ['entities as what they stand for', '<p>3 &lt; 4 &amp; &#8364;5&nbsp;&quot;x&quot;</p>', '3 < 4 & €5\u00a0"x"'],
  ['mentions by their names', '<p>Hi <at id="0">Ann Lee</at>, look</p>', 'Hi Ann Lee, look'],
  ['links by their words', '<p>see <a href="https://a.example/x">the page</a></p>', 'see the page'],
  ['points', '<ul>\n<li>one</li>\n<li><p>two</p></li>\n<li></li>\n</ul><p>three</p>', '- one\n- two\nthree'],
  [
    'rows with their cells parted by tabs',
    '<table>\n<tr> <td><p>Site</p></td>\n<td>Card</td> </tr>\n<tr><td><p></p></td><td><p>NMC3</p><p>new</p></td></tr></table>',
    'Site\tCard\n\tNMC3 new',
  ],
  [
    'a table within a cell as a line',
    '<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>',
    'a\tb c',
  ],
  ['what is quoted, marked', '<blockquote><b>Ann</b><p>is it?</p></blockquote><p>No.</p>', '> Ann\n> is it?\nNo.'],
  ['nothing of pictures', '<p><img alt="image" src="https://a.example/x"></p>', ''],
  ['nothing of attached cards', '<attachment id="7"></attachment>', ''],
  ['nothing of scripts and styles', '<style>p { x: y }</style><script>alert("<p>no</p>")</script>so', 'so'],
  ['a text that is none of HTML as it is', 'NMC2 < NMC3, is it?', 'NMC2 < NMC3, is it?'],
  ['elements that are never closed', '<div><p>One<p>two<td>three', 'One\ntwo\nthree'],
])('reads %s', (_what, html, text) => {
  expect(textOfHtml(html)).toBe(text);
});

const TAGS = 'p div br li ul td tr table blockquote pre script attachment b at'.split(' ');
const pieces = fc.oneof(
  fc.constantFrom(...TAGS.flatMap((tag) => [`<${tag}>`, `</${tag}>`, `<${tag} x="`])),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

test('any text is read, however broken it is', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (all) => {
      expect(typeof textOfHtml(all.join(''))).toBe('string');
    }),
  );
});

test('words outside of what nobody reads are never lost', () => {
  const shown = TAGS.filter((tag) => tag !== 'script' && tag !== 'attachment');
  const piece = fc.constantFrom(...shown.flatMap((tag) => [`<${tag}>`, `</${tag}>`]), 'alpha', 'beta', ' ', '\n');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (all) => {
      const words = (text: string) => text.match(/alpha|beta/g) ?? [];
      expect(words(textOfHtml(all.join('')))).toEqual(words(all.join('')));
    }),
  );
});
