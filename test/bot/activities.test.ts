import { replyActivities } from '../../src/bot/activities.js';
import type { ContractReply } from '../../src/domain/contract.js';
import type { Verdict } from '../../src/domain/verdict.js';
import { reply } from '../channels/running-server.js';

const suggestions = ['one', 'two', 'three', 'four', 'five', 'six'];
const plain: ContractReply = { ...reply('text with *stars* & <b>'), suggestions };
const withVerdict: ContractReply = {
  ...plain,
  text: 'No.\n\nIts card is too old.',
  facts: { family: '[x](http://evil.example)', nmc: 'NMC2' },
  verdict: { outcome: 'not-eligible-nmc2' } as Verdict,
};
const only = (channelId: string | undefined, shown = plain) => {
  const [activity, ...rest] = replyActivities(shown, channelId);
  expect(rest).toEqual([]);
  return activity ?? {};
};

test.each([['directline'], ['msteams'], ['emulator'], [undefined]])('%s gets the text plain, as it is', (channelId) => {
  expect(only(channelId)).toMatchObject({ type: 'message', text: 'text with *stars* & <b>', textFormat: 'plain' });
});

test.each([
  ['directline', 6],
  ['msteams', 3],
  ['emulator', 5],
])('%s shows as many suggestions as it has room for', (channelId, count) => {
  const actions = only(channelId).suggestedActions?.actions ?? [];
  expect(actions.map(({ title }) => title)).toEqual(suggestions.slice(0, count));
  expect(actions.every(({ type, title, value }) => type === 'imBack' && value === title)).toBe(true);
});

test('without suggestions none are sent', () => {
  expect(only('directline', { ...plain, suggestions: [] })).not.toHaveProperty('suggestedActions');
});

test('only the page gets the whole reply', () => {
  expect(only('directline').channelData).toEqual({ reply: plain });
  expect(only('msteams').channelData).toBeUndefined();
});

test('Teams gets a verdict as a card, with what a person typed as plain runs of text', () => {
  const activity = only('msteams', withVerdict);
  expect(activity.summary).toBe(withVerdict.text);
  const [card] = activity.attachments ?? [];
  expect(card?.contentType).toBe('application/vnd.microsoft.card.adaptive');
  const json = JSON.stringify(card?.content);
  expect(json).toContain('[x](http://evil.example)');
  expect(json).toContain('Its card is too old.');
  expect(json).not.toMatch(/"TextBlock"|"FactSet"/);
  expect(card?.content.actions).toHaveLength(6);
});

test('other channels get a verdict as text', () => {
  expect(only('emulator', withVerdict)).toMatchObject({ text: withVerdict.text });
  expect(only('emulator', withVerdict)).not.toHaveProperty('attachments');
});
