import { lengthBorder } from '../../src/answering/graph-by-length.js';

const node = (name: string, op: string, ...input: string[]) => ({ name, op, input });

describe('the border of what depends on the length alone', () => {
  it('lies where what depends on the words takes up what does not', () => {
    const nodes = [
      node('words', 'Placeholder'),
      node('positions', 'Placeholder'),
      node('weights', 'Const'),
      node('found', 'Gather', 'weights', 'words'),
      node('shape', 'Shape', 'found'),
      node('count', 'Slice', 'shape:0'),
      node('wave', 'Sin', 'positions'),
      node('moved', 'Add', 'found', 'wave', '^positions'),
      node('output', 'Reshape', 'moved', 'count'),
    ];
    expect(lengthBorder(nodes, { output: 'output', words: 'words', byLength: [] })).toEqual(['count', 'wave']);
  });

  it('believes what is said to depend on the length alone', () => {
    const nodes = [
      node('words', 'Placeholder'),
      node('kept', 'Where', 'words'),
      node('places', 'Cast', 'kept'),
      node('output', 'Gather', 'words', 'places'),
    ];
    const ends = { output: 'output', words: 'words' };
    expect(lengthBorder(nodes, { ...ends, byLength: ['kept'] })).toEqual(['places']);
    expect(lengthBorder(nodes, { ...ends, byLength: [] })).toEqual([]);
  });
});
