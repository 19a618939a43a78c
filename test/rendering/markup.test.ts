import fc from 'fast-check';
import { escaped, html, trusted } from '../../src/rendering/markup.js';

const HOSTILE = `<script>alert("1")</script> & 'more'`;
const MADE_SAFE = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39;';

describe('a template of HTML', () => {
  test('escapes what is put into it, in text and in attributes', () => {
    expect(html`<p title="${HOSTILE}">${HOSTILE}</p>`.markup).toBe(`<p title="${MADE_SAFE}">${MADE_SAFE}</p>`);
    expect(html`${[HOSTILE]}`.markup).toBe(MADE_SAFE);
  });

  test('leaves markup as it is, however deep it was put in', () => {
    expect(html`<ul>${['a<', 'b'].map((text) => html`<li>${text}</li>`)}</ul>`.markup).toBe(
      '<ul><li>a&lt;</li><li>b</li></ul>',
    );
    expect(html`<style>${trusted('a > b {}')}</style>`.markup).toBe('<style>a > b {}</style>');
  });

  test('writes numbers, and nothing for null', () => {
    expect(html`${0}${null}${1.5}`.markup).toBe('01.5');
  });

  test('escapes any text so that it reads back the same', () => {
    const back: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const safe = escaped(text);
        expect(safe).not.toMatch(/[<>"']/);
        expect(safe.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => back[name] ?? '')).toBe(text);
      }),
    );
  });
});
