import type { Activity } from 'botbuilder';
import * as fc from 'fast-check';
import { LONGEST_TEXT, messageText } from '../../src/bot/message-text.js';

const read = (text: unknown, more: object = {}) =>
  messageText({ type: 'message', channelId: 'msteams', recipient: { id: 'bot' }, text, ...more } as Activity);
const mention = (text: string, id = 'bot') => ({ type: 'mention', text, mentioned: { id } });

describe('the text of a message from Teams', () => {
  test.each([
    ['<p>Is my <b>Galaxy VS</b> covered?</p>', 'Is my Galaxy VS covered?'],
    ['Galaxy&nbsp;VS &amp; PDU &#x2019;s &lt;old&gt;', 'Galaxy VS & PDU ’s <old>'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['<div>one</div><div>two<br/>three</div>', 'one\ntwo\nthree'],
    ['load < 5 kW and > 3 kW, <NMC2>', 'load < 5 kW and > 3 kW, <NMC2>'],
    ['**is it** _really_ `NMC3`?', 'is it really NMC3?'],
    ['see [the FAQ](https://x.example/a_b) please', 'see the FAQ please'],
    ['> quoted\n# heading\nNMC_3 and 3*4*5', '> quoted\nheading\nNMC_3 and 3*4*5'],
    [
      '<blockquote itemid="1"><strong>Ann</strong><p>which card?</p></blockquote><p>an NMC4</p>',
      '> Annwhich card?\n> \nan NMC4',
    ],
    ['&#0; &#x110000; &unknown;', '&#0; &#x110000; &unknown;'],
  ])('%j reads %j', (text, plain) => {
    expect(read(text)).toBe(plain);
  });

  test('leaves out every mention of the bot and keeps those of others', () => {
    const entities = [mention('<at>SNS</at>'), mention('<at>SNS</at>'), mention('<at>Ann</at>', 'ann')];
    expect(read('<at>SNS</at> ask <at>SNS</at> and <at>Ann</at>', { entities })).toBe('ask and Ann');
  });

  test.each([
    ['<at>SNS</at>, is it covered?', 'is it covered?'],
    ['hello <at>SNS</at>, is it covered?', 'hello, is it covered?'],
    ['is it covered, <at>SNS</at>?', 'is it covered?'],
    ['is it covered <at>SNS</at>', 'is it covered'],
  ])('leaves nothing behind of what set the name off: %j', (text, plain) => {
    expect(read(text, { entities: [mention('<at>SNS</at>')] })).toBe(plain);
  });

  test('does not stumble over mentions that are malformed', () => {
    const entities = [
      null,
      7,
      { type: 'mention' },
      { type: 'mention', mentioned: { id: 'bot' } },
      mention('<at>(+[</at>'),
    ];
    expect(read('<at>(+[</at> hello', { entities })).toBe('hello');
    expect(read('hello', { entities: 'x', recipient: undefined })).toBe('hello');
  });
});

describe('the text of a message from the page', () => {
  const web = { channelId: 'directline', textFormat: 'plain' };
  test('is what was typed', () => {
    expect(read('<b>x</b> & **y** &amp;', web)).toBe('<b>x</b> & **y** &amp;');
  });
  test('is read as Markdown where it says so', () => {
    expect(read('**y**', { ...web, textFormat: 'markdown' })).toBe('y');
  });
});

test('a button counts as the text that it stands for', () => {
  expect(read(undefined, { value: { says: 'NMC3' } })).toBe('NMC3');
  expect(read('typed', { value: { says: 'NMC3' } })).toBe('typed');
});

test.each([[undefined], [null], [7], [{}], [''], ['  \n ']])('%j is no text', (text) => {
  expect(read(text)).toBe('');
  expect(read(text, { value: { says: 1 } })).toBe('');
});

test('very long messages are cut, control characters and blanks are tidied', () => {
  expect(read('x'.repeat(100_000))).toHaveLength(LONGEST_TEXT);
  expect(read('a\u0000b\u00a0 \t c\r\nd')).toBe('a b c\nd');
});

test('any text can be read, and plain words are never lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect(typeof read(text)).toBe('string');
    }),
  );
  const word = fc.stringMatching(/^[A-Za-z0-9]{1,8}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
      expect(read(words.join(' '))).toBe(words.join(' '));
    }),
  );
});
