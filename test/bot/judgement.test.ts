import { judgementOfEvent, judgementOfSubmit, judgementsOfReactions } from '../../src/bot/judgement.js';

const replyToId = 'a1';
const submit = (feedback: unknown, reaction: unknown = 'dislike') => ({
  replyToId,
  value: { actionName: 'feedback', actionValue: { reaction, feedback } },
});

describe('the buttons of Teams', () => {
  test.each([
    ['a JSON text, as documented', '{"feedbackText":"It is an NMC3."}', 'It is an NMC3.'],
    ['an object', { feedbackText: 'It is an NMC3.' }, 'It is an NMC3.'],
    ['what was typed, as it is', 'It is an NMC3.', 'It is an NMC3.'],
    ['a JSON text that is broken', '{"feedbackText":"It is', '{"feedbackText":"It is'],
    ['a number that was typed', '3', '3'],
    ['an empty text', '', ''],
    ['a form of somebody else’s', '{"other":1}', null],
    ['a text that is none', { feedbackText: 7 }, null],
    ['a list', [], null],
    ['nothing', undefined, null],
    ['null', null, null],
  ])('say what was typed in %s', (_what, feedback, comment) => {
    expect(judgementOfSubmit(submit(feedback))).toEqual({ about: 'a1', reaction: 'down', comment });
  });

  test('name the message beside the value or in it, or not at all', () => {
    const { value } = submit('{}', 'like');
    const judgement = { reaction: 'up', comment: null };
    expect(judgementOfSubmit({ value: { ...value, replyToId: 'a2' } })).toEqual({ ...judgement, about: 'a2' });
    expect(judgementOfSubmit({ value })).toEqual({ ...judgement, about: null });
    expect(judgementOfSubmit({ value, replyToId: { id: 'a1' } })).toEqual({ ...judgement, about: null });
  });

  test.each([
    ['another action', { actionName: 'other', actionValue: { reaction: 'like' } }],
    ['another reaction', { actionName: 'feedback', actionValue: { reaction: 'shrug' } }],
    ['no value of the action', { actionName: 'feedback' }],
    ['a text', 'like'],
    ['null', null],
    ['nothing', undefined],
  ])('say nothing with %s', (_what, value) => {
    expect(judgementOfSubmit({ replyToId, value })).toBeNull();
  });
});

describe('the event of the page', () => {
  test('says what is thought of which answer', () => {
    expect(judgementOfEvent({ replyToId, value: { reaction: 'down', comment: 'No.' } })).toEqual({
      about: 'a1',
      reaction: 'down',
      comment: 'No.',
    });
    expect(judgementOfEvent({ replyToId, value: { reaction: 'none' } })).toMatchObject({ reaction: 'none' });
  });

  test.each([undefined, 'down', { reaction: 'like' }, { reaction: 'down', comment: 7 }])('is none with %j', (value) => {
    expect(judgementOfEvent({ replyToId, value })).toBeNull();
  });
});

describe('reactions to a message', () => {
  const of = (reactionsAdded: unknown, reactionsRemoved: unknown = []) =>
    judgementsOfReactions({ replyToId, reactionsAdded, reactionsRemoved }).map(({ reaction, only }) => [
      reaction,
      only,
    ]);

  test('count where they speak of the answer, not of its news', () => {
    expect(of([{ type: 'like' }])).toEqual([['up', undefined]]);
    expect(of([{ type: 'heart' }])).toEqual([['up', undefined]]);
    expect(of([{ type: 'dislike' }])).toEqual([['down', undefined]]);
    for (const type of ['laugh', 'surprised', 'sad', 'angry', 'toString']) expect(of([{ type }])).toEqual([]);
  });

  test('that are exchanged leave the new one, and one that is removed takes back only itself', () => {
    expect(of([{ type: 'dislike' }], [{ type: 'like' }])).toEqual([
      ['none', 'up'],
      ['down', undefined],
    ]);
    expect(of(undefined, [{ type: 'like' }])).toEqual([['none', 'up']]);
  });

  test('of no form, or to no message, are none', () => {
    expect(of('like')).toEqual([]);
    expect(of([{ kind: 'like' }])).toEqual([]);
    expect(judgementsOfReactions({ reactionsAdded: [{ type: 'like' }] })).toEqual([]);
  });
});
