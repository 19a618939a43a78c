import { readTag } from '../../src/widget/tag.js';

const SRC = 'https://support.example/help/widget.js?v=3';
const read = (data: Readonly<Record<string, string>>) => readTag(data, SRC);

describe('a script tag', () => {
  it('without attributes is a button in the corner that talks to where the script comes from', () => {
    expect(read({})).toEqual({
      assets: 'https://support.example/help/',
      server: 'https://support.example/help/',
      directLine: null,
      suggestions: 'https://support.example/help/api/suggestions',
      target: null,
      title: null,
      side: 'right',
      theme: 'auto',
      open: false,
      lang: null,
    });
  });

  it('may name another server, with a path and with or without a slash', () => {
    expect(read({ server: 'https://bot.example/sns' })).toMatchObject({
      assets: 'https://support.example/help/',
      server: 'https://bot.example/sns/',
      suggestions: 'https://bot.example/sns/api/suggestions',
    });
  });

  it('that names a Direct Line address has what is typed looked up beside it', () => {
    expect(read({ directline: 'https://bot.example/v3/directline/' })).toMatchObject({
      directLine: 'https://bot.example/v3/directline',
      suggestions: 'https://bot.example/api/suggestions',
    });
  });

  it.each([
    [{ suggestions: 'off' }, { suggestions: null }],
    [{ suggestions: '/look-up' }, { suggestions: 'https://support.example/look-up' }],
    [{ target: '#chat' }, { target: '#chat' }],
    [{ target: '#chat', mode: 'bubble' }, { target: null }],
    [{ title: '  Ask us ' }, { title: 'Ask us' }],
    [{ position: 'left' }, { side: 'left' }],
    [{ position: 'top' }, { side: 'right' }],
    [{ theme: 'dark' }, { theme: 'dark' }],
    [{ theme: 'pink' }, { theme: 'auto' }],
    [{ open: '' }, { open: true }],
    [{ open: 'false' }, { open: false }],
    [{ lang: 'fr-CA' }, { lang: 'fr-CA' }],
    [{ lang: '../../evil' }, { lang: null }],
  ])('%j means %j', (data, options) => {
    expect(read(data)).toMatchObject(options);
  });
});
