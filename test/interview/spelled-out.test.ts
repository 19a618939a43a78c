import { spelledOut } from '../../src/interview/spelled-out.js';
import { addDevice, EMPTY_INTERVIEW } from '../../src/interview/state.js';

const spokenOf = (...families: readonly string[]) =>
  families.reduce((state, family) => addDevice(state, { family }), EMPTY_INTERVIEW);
const two = spokenOf('Galaxy VS', 'Galaxy VL');

describe('a message on devices that were named before', () => {
  it.each([
    ['the first has an NMC3, the second an NMC4', 'the Galaxy VS has an NMC3, the Galaxy VL an NMC4'],
    ['our second one: commissioned in May', 'the Galaxy VL: commissioned in May'],
    ['both have an NMC3', 'Galaxy VS and Galaxy VL: both have an NMC3'],
    ['ok, they were commissioned in May', 'Galaxy VS and Galaxy VL: ok, they were commissioned in May'],
  ])('%s: has their names in it', (said, expected) => {
    expect(spelledOut(said, two)).toBe(expected);
  });

  it.each(['the first year is over', 'the third has an NMC3', 'is it covered?', 'the first time it was in May'])(
    '%s: stays as it is',
    (said) => {
      expect(spelledOut(said, two)).toBe(said);
    },
  );

  it('stays as it is where the names do not tell them apart, or one alone was named', () => {
    expect(spelledOut('the first has an NMC3', spokenOf('Galaxy VS', 'Galaxy VS'))).toBe('the first has an NMC3');
    expect(spelledOut('both have an NMC3', spokenOf('Galaxy VS'))).toBe('both have an NMC3');
  });
});
