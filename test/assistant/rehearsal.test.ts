import { rehearse } from '../../src/assistant/rehearsal.js';

const texts = Array.from({ length: 40_000 }, (_, i) => `text ${i}`);
const goesOn = () => true;
const asked = () => 0;

describe('the rehearsal', () => {
  it('answers texts from all over, a pause before each', async () => {
    const happened: string[] = [];
    const pause = async () => void happened.push('pause');
    await rehearse(texts, async (text) => happened.push(text), { asked, pause, goesOn });
    const answered = happened.filter((what) => what !== 'pause');
    expect(happened.slice(0, 4)).toEqual(['pause', 'text 0', 'pause', 'text 10']);
    expect(answered.at(-1)).toBe('text 39990');
    expect(happened).toHaveLength(2 * answered.length + 1);
  });

  it('takes few texts one by one, and ends when it is told to', async () => {
    const answered: string[] = [];
    const answer = async (text: string) => answered.push(text);
    const pause = async () => {};
    await rehearse(['a', 'b'], answer, { asked, pause, goesOn });
    await rehearse(['c', 'd', 'e'], answer, { asked, pause, goesOn: () => answered.length < 4 });
    await rehearse([], answer, { asked, pause, goesOn });
    expect(answered).toEqual(['a', 'b', 'c', 'd']);
  });

  it('waits while somebody asks, and goes on where it was', async () => {
    const happened: string[] = [];
    // Somebody asks in each of the first three pauses.
    let real = 0;
    const pause = async (long: boolean) => {
      happened.push(long ? 'long pause' : 'pause');
      if (real < 3) real++;
    };
    await rehearse(['a', 'b'], async (text) => happened.push(text), { asked: () => real, pause, goesOn });
    expect(happened).toEqual(['pause', 'long pause', 'long pause', 'long pause', 'a', 'pause', 'b', 'pause']);
  });

  it('counts in what real ones have done, and ends when they have done it all', async () => {
    let real = 0;
    const answered: string[] = [];
    const pause = async () => {
      real += 1_000;
    };
    await rehearse(texts, async (text) => answered.push(text), { asked: () => real, pause, goesOn });
    expect([real, answered]).toEqual([4_000, []]);
  });
});
