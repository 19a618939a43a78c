import { chanceFolds, labelFolds, voiceFolds } from '../../src/answering/folds.js';
import type { Label } from '../../src/answering/model.js';

/** 40 phrasings: label = row mod 4, and a voice for each of the given shares of the rows. */
const rowLabels = Uint16Array.from({ length: 40 }, (_, i) => i % 4);
const labels: readonly Label[] = [
  { label: 'faq:a', group: 'entry' },
  { label: 'faq:b', group: 'entry' },
  { label: 'kind:k', group: 'kind' },
  { label: 'topic:t', group: 'boundary' },
];
const inOrder = (folds: readonly (readonly number[])[]) => folds.flat().sort((a, b) => a - b);
const all = [...rowLabels.keys()];

describe('folds of voices', () => {
  it('hide a voice whole and nothing else', () => {
    const voices = all.map((row) => `voice ${Math.floor(row / 8)}`);
    const folds = voiceFolds(voices, rowLabels, 1);
    expect(folds).toHaveLength(5);
    for (const fold of folds) expect(new Set(fold.map((row) => voices[row])).size).toBe(1);
    expect(inOrder(folds)).toEqual(all);
  });

  it('hide a voice in parts that wrote most of a label', () => {
    const voices = all.map((row) => (row < 28 ? 'much' : row < 34 ? 'little' : 'less'));
    const folds = voiceFolds(voices, rowLabels, 1);
    expect(folds).toHaveLength(4);
    expect(folds.every((fold) => fold.length <= 14)).toBe(true);
    expect(inOrder(folds)).toEqual(all);
  });

  it('are parted by chance where there are hardly any voices, the same for the same seed', () => {
    const voices = all.map((row) => `voice ${row % 2}`);
    const folds = voiceFolds(voices, rowLabels, 1);
    expect(folds.map((fold) => fold.length)).toEqual([8, 8, 8, 8, 8]);
    expect(folds).toEqual(voiceFolds(voices, rowLabels, 1));
    expect(folds).not.toEqual(voiceFolds(voices, rowLabels, 2));
    expect(inOrder(folds)).toEqual(all);
  });
});

it('folds of labels hide entries and topics whole, never kinds', () => {
  const folds = labelFolds(labels, rowLabels, 1);
  for (const fold of folds)
    for (const row of fold) {
      const same = all.filter((other) => rowLabels[other] === rowLabels[row]);
      expect(same.every((other) => fold.includes(other))).toBe(true);
    }
  expect(inOrder(folds)).toEqual(all.filter((row) => rowLabels[row] !== 2));
});

it('folds by chance are of like size', () => {
  expect([...chanceFolds(11, 3)].sort()).toEqual([0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
});
