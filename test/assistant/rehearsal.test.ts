import { rehearse } from '../../src/assistant/rehearsal.js';

const texts = Array.from({ length: 40_000 }, (_, i) => `text ${i}`);
const always = () => true;

describe('the rehearsal', () => {
  it('answers texts from all over, a pause before each', async () => {
    const happened: string[] = [];
    const pause = async () => void happened.push('pause');
    await rehearse(texts, async (text) => happened.push(text), pause, always);
    const answered = happened.filter((what) => what !== 'pause');
    expect(happened.slice(0, 4)).toEqual(['pause', 'text 0', 'pause', 'text 10']);
    expect(answered.at(-1)).toBe('text 39990');
    expect(happened).toHaveLength(2 * answered.length);
  });

  it('takes few texts one by one, and ends when it is told to', async () => {
    const answered: string[] = [];
    const answer = async (text: string) => answered.push(text);
    const pause = async () => {};
    await rehearse(['a', 'b'], answer, pause, always);
    await rehearse(['c', 'd', 'e'], answer, pause, () => answered.length < 4);
    await rehearse([], answer, pause, always);
    expect(answered).toEqual(['a', 'b', 'c', 'd']);
  });
});
