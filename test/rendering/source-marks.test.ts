import fc from 'fast-check';
import type { CitedSentence } from '../../src/domain/citation.js';
import { markSources } from '../../src/rendering/source-marks.js';

const cites = (...places: readonly (readonly [number, number])[]) =>
  places.map(([question, sentence]) => ({ source: 's', question, sentence, title: `Title ${question}` }));
const said = (text: string, citations: CitedSentence['citations'] = [], starts?: 'paragraph' | 'item') =>
  starts === undefined ? { text, citations } : { text, citations, starts };

test('each sentence has the marks of the questions that it rests on, and the last line says what they are', () => {
  const sentences = [
    said('Yes.', cites([3, 2], [1, 1]), 'paragraph'),
    said('So it is.', cites([1, 4])),
    said('Go on.', [], 'item'),
    said('What next?', [], 'paragraph'),
  ];
  const text = 'Yes. So it is.\n- Go on.\n\nWhat next?\n\nSources: FAQ 1, 3';
  expect(markSources({ text, sentences }, 20)).toEqual({
    text: 'Yes. [1][2] So it is. [2]\n- Go on.\n\nWhat next?\n\nSources: [1] FAQ 3, [2] FAQ 1',
    sources: [
      { mark: 1, question: 3, title: 'Title 3', sentences: [2], bears: 'Yes.' },
      { mark: 2, question: 1, title: 'Title 1', sentences: [1, 4], bears: 'Yes.' },
    ],
  });
});

test.each([
  [7, 'Source: [1] FAQ 7, Title 7'],
  [0, "Source: [1] the FAQ's introduction"],
])('a single source (question %i) is named with its title where it has one', (question, line) => {
  const marked = markSources({ text: 'So.', sentences: [said('So.', cites([question, 1]), 'paragraph')] }, 20);
  expect(marked.text).toBe(`So. [1]\n\n${line}`);
});

test('sources beyond what can be shown are named without a mark', () => {
  const sentences = [said('A.', cites([1, 1]), 'paragraph'), said('B.', cites([2, 1]))];
  const { text, sources } = markSources({ text: 'A. B.', sentences }, 1);
  expect(text).toBe('A. [1] B.\n\nSources: [1] FAQ 1, FAQ 2');
  expect(sources.map(({ mark }) => mark)).toEqual([1, null]);
});

test('what a person typed is taken for no mark', () => {
  const sentences = [said("I do not know '[1]'.", cites([1, 1]), 'paragraph')];
  expect(markSources({ text: "I do not know '[1]'.", sentences }, 20).text).toMatch(/^I do not know '\(1\)'\. \[1\]\n/);
  expect(markSources({ text: 'No [2] here.', sentences: [] }, 20)).toEqual({ text: 'No (2) here.', sources: [] });
});

test('a reply whose sentences are others than its text keeps its text', () => {
  expect(markSources({ text: 'This.', sentences: [said('That.', cites([1, 1]), 'paragraph')] }, 20)).toEqual({
    text: 'This.',
    sources: [],
  });
});

test('whatever the sentences, each mark of the text has its source, and each source its mark in the text', () => {
  const sentence = fc.record({
    text: fc.string({ minLength: 1 }),
    citations: fc.array(
      fc.record({ source: fc.constantFrom('a', 'b'), question: fc.nat(30), sentence: fc.nat(9), title: fc.string() }),
      { maxLength: 6 },
    ),
    starts: fc.constantFrom('paragraph' as const, 'item' as const),
  });
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 20 }), (sentences) => {
      const text = sentences
        .map(
          (s, i) => `${i === 0 ? '' : s.starts === 'item' ? '\n' : '\n\n'}${s.starts === 'item' ? '- ' : ''}${s.text}`,
        )
        .join('');
      const marked = markSources({ text, sentences }, 20);
      const marks = new Set([...marked.text.matchAll(/\[(\d+)\]/g)].map(([, mark]) => Number(mark)));
      const numbered = marked.sources.flatMap(({ mark }) => (mark === null ? [] : [mark]));
      expect([...marks].sort((a, b) => a - b)).toEqual(numbered);
      expect(numbered.length).toBeLessThanOrEqual(20);
    }),
  );
});
