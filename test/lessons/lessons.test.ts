import type { Heard } from '../../src/domain/lesson.js';
import { collect } from '../../src/lessons/collect.js';
import { maskerOf } from '../../src/lessons/mask.js';
import { propose } from '../../src/lessons/propose.js';
import { projectKnowledge } from '../support/knowledge.js';
import { SMALL, spaceOf } from './spaces.js';

const knowledge = projectKnowledge();
const heard = (said: string, person: string, more: Partial<Heard> = {}): Heard => ({
  reason: 'refused',
  said,
  answered: 'That is not known.',
  person,
  at: '2026-11-18T10:00:00.000Z',
  ...more,
});
const dismissed = new Set<string>();
const pause = async () => undefined;
const collected = (...all: readonly Heard[]) =>
  collect(all, {
    knowledge,
    mask: maskerOf(knowledge),
    pause,
    isKnownWord: () => false,
    isDismissed: (key) => dismissed.has(key),
  });
const texts = async (...all: readonly Heard[]) => (await collected(...all)).map(({ text }) => text);
const proposals = async (...all: readonly Heard[]) =>
  propose(await collected(...all), { knowledge, space: spaceOf(SMALL), prepare: (text) => text, pause });

describe('what is collected', () => {
  test('is what asks, masked, once, with everybody who asked it', async () => {
    expect(
      await collected(
        heard('Hello, can it sing songs for jane@example.com?\n\nBest regards\nJane Doe', 'ann'),
        heard('can it sing songs for joe@example.com', 'ben', {
          reason: 'judged-wrong',
          at: '2026-11-20T10:00:00.000Z',
        }),
        heard('Can it sing songs for joe@example.com', 'ben'),
      ),
    ).toEqual([
      {
        text: 'Can it sing songs for […]',
        people: ['ann', 'ben'],
        reasons: ['refused', 'judged-wrong'],
        first: '2026-11-18T10:00:00.000Z',
        last: '2026-11-20T10:00:00.000Z',
      },
    ]);
  });

  test('leaves out what is refused knowingly, but not where its answer was judged wrong', async () => {
    const says = knowledge.boundaries.get('discount')?.says.text ?? '';
    const answered = `${says} Please ask.`;
    expect(await texts(heard('is there a lower price for schools', 'ann', { answered }))).toEqual([]);
    expect(
      await texts(heard('is there a lower price for schools', 'ann', { answered, reason: 'judged-wrong' })),
    ).toHaveLength(1);
  });

  test('leaves out phrasings, what was dismissed, other languages, and texts that are very short or long', async () => {
    dismissed.add('can it sing a song');
    expect(
      await texts(
        heard(knowledge.phrasings.find(({ text }) => text.split(' ').length > 4)?.text ?? '', 'ann'),
        heard('Can it sing a song?', 'ann'),
        heard('Kann es für uns auch ein Lied singen und wie geht das', 'ann'),
        heard('what?', 'ann'),
        heard('sing it '.repeat(60), 'ann'),
      ),
    ).toEqual([]);
  });
});

describe('proposals', () => {
  const songs = [
    heard('can it sing a song about winter', 'ann'),
    heard('can it sing a song about summer', 'ben', { at: '2026-11-25T10:00:00.000Z' }),
    heard('will it sing a song about summer', 'cid', { reason: 'judged-wrong' }),
  ];

  test('say how many people asked alike, in how many weeks, and that nothing is like it', async () => {
    expect(await proposals(...songs, heard('which colour has the door', 'dan'))).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{8}$/),
        text: 'can it sing a song about summer',
        texts: [
          'can it sing a song about summer',
          'can it sing a song about winter',
          'will it sing a song about summer',
        ],
        people: 3,
        weeks: 2,
        first: '2026-11-18',
        last: '2026-11-25',
        reasons: ['refused', 'judged-wrong'],
        belongs: null,
        near: expect.any(Array),
      },
    ]);
  });

  test('say where texts belong that are clearly like the phrasings of an entry', async () => {
    const [proposal] = await proposals(
      heard('how do we renew the system', 'ann'),
      heard('how did we renew the system', 'ben'),
    );
    expect(proposal?.belongs).toMatchObject({ label: 'faq:renew', title: expect.stringContaining('?') });
    expect(proposal?.near[0]).toEqual(proposal?.belongs);
  });

  test('want two people: one who asks again and again is one', async () => {
    expect(await proposals(...songs.map((one) => ({ ...one, person: 'ann' })))).toEqual([]);
  });

  test('are the same in whatever order things were heard', async () => {
    const all = [
      ...songs,
      heard('how do we renew the system', 'ann'),
      heard('how did we renew the system', 'ben'),
      heard('who renews the system', 'ann'),
    ];
    const first = await proposals(...all);
    expect(first).toHaveLength(2);
    expect(await proposals(...[...all].reverse())).toEqual(first);
    expect(await proposals(...all.slice(3), ...all.slice(0, 3))).toEqual(first);
  });

  test('with most people come first', async () => {
    const two = [heard('which colour has the door', 'ann'), heard('which colour has its door', 'ben')];
    expect((await proposals(...two, ...songs)).map(({ people }) => people)).toEqual([3, 2]);
  });
});
