import * as fc from 'fast-check';
import { backoff } from '../../src/widget/backoff.js';
import { isTakenOver, openSuggestions, withActivities, withOutgoing } from '../../src/widget/transcript.js';
import { transcriptText } from '../../src/widget/transcript-text.js';
import { readActivitySet } from '../../src/widget/wire.js';

test('waiting doubles from half a second to half a minute, with a random part', () => {
  expect([0, 1, 2, 20].map((n) => backoff(n, () => 0))).toEqual([250, 500, 1000, 15_000]);
  fc.assert(
    fc.property(fc.nat(1000), fc.double({ min: 0, max: 0.999, noNaN: true }), (failures, random) => {
      const wait = backoff(failures, () => random);
      return wait >= 250 && wait <= 30_000;
    }),
  );
});

test('suggestions can be clicked until something is said', () => {
  const activity = {
    type: 'message',
    id: 'a',
    text: 'Which?',
    suggestedActions: { actions: [{ type: 'imBack', title: 'NMC3', value: 'It has an NMC3' }, { type: 'imBack' }] },
  };
  const offered = withActivities([], [activity], 'me');
  expect(openSuggestions(offered)).toEqual([{ label: 'NMC3', says: 'It has an NMC3' }]);
  expect(openSuggestions(withOutgoing(offered, { id: 'x', text: 'hm' }, 'sending'))).toEqual([]);
});

describe('a chat that a person has taken over', () => {
  const from = (id: string, text: string, channelData: object) => ({
    ...{ type: 'message', id, text, from: { id: 'bot' } },
    channelData,
  });
  const JOINED = from('j', 'Ann has joined.', { talk: 'joined' });
  const SAID = from('s', 'Ann: Hello', { person: { name: 'Ann', says: 'Hello' } });
  const ENDED = from('e', 'Ann has left.', { talk: 'ended' });
  const read = (...activities: readonly object[]) =>
    withActivities([], readActivitySet({ activities })?.activities ?? [], 'me');

  it('shows who says what, and a line where they come and go', () => {
    expect(read(JOINED, SAID, ENDED)).toEqual([
      { kind: 'note', key: 'j', text: 'Ann has joined.', talk: 'joined' },
      { kind: 'person', key: 's', text: 'Hello', name: 'Ann' },
      { kind: 'note', key: 'e', text: 'Ann has left.', talk: 'ended' },
    ]);
    expect(transcriptText(read(SAID))).toBe('Ann: Hello\n');
  });

  it('is theirs until they leave', () => {
    expect([read(), read(JOINED), read(JOINED, SAID), read(JOINED, SAID, ENDED)].map(isTakenOver)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('offers nothing that was offered before', () => {
    const offer = { ...from('o', 'Which?', {}), suggestedActions: { actions: [{ title: 'NMC3' }] } };
    expect(openSuggestions(read(offer))).toHaveLength(1);
    expect(openSuggestions(read(offer, JOINED))).toEqual([]);
    expect(openSuggestions(read(offer, SAID))).toEqual([]);
  });

  it('is drawn as what it says where another server marks it otherwise', () => {
    expect(read(from('x', 'Hello', { person: 'Ann', talk: 7 }))).toMatchObject([{ kind: 'assistant', text: 'Hello' }]);
  });
});

describe('a conversation that is drawn', () => {
  const answer = (id: string, text: string) => ({ type: 'message', id, text, from: { id: 'bot' } });

  it('has what is not confirmed yet at its end', () => {
    const waiting = withOutgoing([], { id: 'x', text: 'mine' }, 'waiting');
    const texts = withActivities(waiting, [answer('a', 'late')], 'me').map((e) => e.text);
    expect(texts).toEqual(['late', 'mine']);
  });

  it('shows nothing any more of what was said before it was erased, save what is on its way', () => {
    const mine = { type: 'message', id: 'm', text: 'old', from: { id: 'me' }, channelData: { clientActivityID: 'y' } };
    const before = withOutgoing(
      withActivities([], [answer('a', 'one'), mine], 'me'),
      { id: 'x', text: 'new' },
      'sending',
    );
    const erased = { type: 'event', id: 'e', name: 'conversation.erased' };
    const after = withActivities(before, [erased, answer('b', 'Erased.')], 'me');
    expect(after.map((e) => e.text)).toEqual(['Erased.', 'new']);
  });

  it('shows nothing of other events', () => {
    expect(withActivities([], [{ type: 'event', id: 'e', name: 'handoff.initiate' }], 'me')).toEqual([]);
  });

  it('stays the very same when history is replayed, so that nothing is read out twice', () => {
    const once = withActivities([], [answer('a', 'one'), answer('b', 'two')], 'me');
    expect(withActivities(once, [answer('a', 'one'), answer('b', 'two')], 'me')).toBe(once);
  });

  it('loses what was deleted', () => {
    const shown = withActivities([], [answer('a', 'one'), { type: 'messageDelete', id: 'a' }], 'me');
    expect(shown).toEqual([]);
  });
});
