import { sentencesOf } from '../../src/understanding/clauses.js';

const sentences = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end).trim());

describe('the sentences of a text', () => {
  it.each([
    ['the name of a device in capitals', 'It is our Galaxy VS. Please help.', ['It is our Galaxy VS.', 'Please help.']],
    ['a year in figures', 'It ran from 03.05.24. Is it covered?', ['It ran from 03.05.24.', 'Is it covered?']],
    ['a short year', "Running since 16 Apr '24. Is it covered?", ["Running since 16 Apr '24.", 'Is it covered?']],
    ['the answer no', 'Just yes or no. Thanks', ['Just yes or no.', 'Thanks']],
  ])('end behind %s', (_, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it.each([
    ['an ordinal', 'Commissioned on the 3. May 2024 by you'],
    ['a number', 'See order no. 4711 of May'],
    ['an order number', 'See order No. AB12 of May'],
    ['a month', 'Commissioned on 5 Dec. 2024 by you'],
    ['versus', 'NMC2 vs. NMC3 in one unit'],
    ['a title', 'Ask Mr. Smith about it'],
  ])('do not end behind %s', (_, text) => {
    expect(sentences(text)).toEqual([text]);
  });
});
