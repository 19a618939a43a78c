import { nameHints, namePattern } from '../../src/understanding/products/name-pattern.js';
import { projectKnowledge } from '../support/knowledge.js';

const { catalogue } = projectKnowledge();
const names = [
  ...catalogue.products.flatMap((p) => [p.name, ...p.aliases, ...p.short]),
  ...catalogue.ambiguous.flatMap((name) => [name.said, ...name.aliases]),
];

describe('the hints of a name', () => {
  it('stand in every way of writing it that its pattern finds', () => {
    const spellings = (name: string) => [name, name.toUpperCase(), name.replace(/[\s-]/g, ''), name.replace(/ /g, '-')];
    const found = names.flatMap((name) =>
      spellings(name).flatMap((said) => (new RegExp(namePattern(name), 'iu').test(said) ? [{ name, said }] : [])),
    );
    expect(found.length).toBeGreaterThan(3 * names.length);
    expect(
      found.filter(({ name, said }) => !nameHints(name).every((hint) => said.toLowerCase().includes(hint))),
    ).toEqual([]);
  });

  it('leave out what may be written in another way', () => {
    expect(nameHints('Easy UPS 3-Phase Modular')).toEqual(['easy', 'ups', 'modular']);
    expect(new RegExp(namePattern('Easy UPS 3-Phase Modular'), 'iu').test('easy ups three phase modular')).toBe(true);
  });
});
