import { parse } from 'yaml';
import { checkSource, placesToReview } from '../../src/knowledge/source-check.js';
import { INTRODUCTION_TITLE, outlineOf } from '../../src/knowledge/source-outline.js';
import { outlineYaml, sentenceHash, storedOutline } from '../../src/knowledge/stored-outline.js';

/** An invented document with every trap of form that a question-and-answer document holds. */
const DOCUMENT = `


Kettle Care Programme

**For two-handle kettles
with K3 or K4 lids**

Questions and Answers

Lids K3 and K4 ¹ are tested to EN 60335-2-15 by an institute. Each works, and is approved, alone.²

¹ K3 (Kettle Lid 3) is a lid.

² For one-handle kettles see the [other list](#)

Questions and Answers

What is it?

Which kettles have it? Is mine one of them?

Is it there for K2?

How do I go on?

What is it?

Kettle Care keeps kettles (Small, Medium, Large) whole. Staff³ bring new lids.

Here is a list of kettles

- Alpha 1, 2, 200/500
- Beta 2nd Gen. Also Beta 3
- Gamma

It is not there for:

- Pans

³ Own staff or others.

Which kettles have it? Is mine one of them?

Read “Lid 2”, “Lid 3” or “Lid 4” above the handle.

Is it there for K2?

No. Lids K2 are old, see No. 7 of the leaflet. Ask your dealer.

How do I go on?

Buy a plan (Plus, Prime).. For more go to www.kettle.example/care today`;

describe('the outline of a document', () => {
  const outline = outlineOf(DOCUMENT);
  const sentences = (question: number) => outline.questions[question]?.sentences;

  test('has the introduction as question 0 and every question once, under its title', () => {
    expect(outline.questions.map((q) => [q.number, q.title])).toEqual([
      [0, INTRODUCTION_TITLE],
      [1, 'What is it?'],
      [2, 'Which kettles have it? Is mine one of them?'],
      [3, 'Is it there for K2?'],
      [4, 'How do I go on?'],
    ]);
  });

  test('counts neither headings nor the list of questions, and puts all footnotes after the introduction', () => {
    expect(sentences(0)).toEqual([
      'Lids K3 and K4 are tested to EN 60335-2-15 by an institute.',
      'Each works, and is approved, alone.',
      'K3 (Kettle Lid 3) is a lid.',
      'For one-handle kettles see the other list',
      'Own staff or others.',
    ]);
  });

  test('takes a bullet and a lead-in line, closed or not, as a sentence each', () => {
    expect(sentences(1)).toEqual([
      'Kettle Care keeps kettles (Small, Medium, Large) whole.',
      'Staff bring new lids.',
      'Here is a list of kettles',
      'Alpha 1, 2, 200/500',
      'Beta 2nd Gen. Also Beta 3',
      'Gamma',
      'It is not there for:',
      'Pans',
    ]);
  });

  test('is not misled by quotes, numbers, doubled full stops and addresses', () => {
    expect(sentences(2)).toEqual(['Read “Lid 2”, “Lid 3” or “Lid 4” above the handle.']);
    expect(sentences(3)).toEqual(['No.', 'Lids K2 are old, see No. 7 of the leaflet.', 'Ask your dealer.']);
    expect(sentences(4)).toEqual(['Buy a plan (Plus, Prime)..', 'For more go to www.kettle.example/care today']);
  });

  test('is the same for a copy with other line ends, bullets, quotes and broken lines', () => {
    const copy = DOCUMENT.replaceAll('“', '"')
      .replaceAll('”', '"')
      .replaceAll('\n- ', '\n  • ')
      .replace('Staff³ bring', 'Staff³\nbring')
      .replaceAll('Kettle Care keeps', 'Kettle\u00a0Care  keeps')
      .replaceAll('\n', '\r\n');
    expect(storedOutline(outlineOf(copy), SOURCE)).toEqual(storedOutline(outline, SOURCE));
  });

  test('needs no list of questions, and of a text without questions makes an introduction only', () => {
    expect(outlineOf('One.\n\nWho?\n\nWe.\n\nWhen?\n\nNow. Soon.').questions).toEqual([
      { number: 0, title: INTRODUCTION_TITLE, sentences: ['One.'] },
      { number: 1, title: 'Who?', sentences: ['We.'] },
      { number: 2, title: 'When?', sentences: ['Now.', 'Soon.'] },
    ]);
    expect(outlineOf('').questions).toEqual([{ number: 0, title: INTRODUCTION_TITLE, sentences: [] }]);
  });
});

const SOURCE = { id: 'kettle', title: 'Kettle Care' };

describe('the stored outline', () => {
  test('holds titles and hashes, and no sentence', () => {
    const yaml = outlineYaml(outlineOf(DOCUMENT), SOURCE);
    expect(parse(yaml)).toEqual(storedOutline(outlineOf(DOCUMENT), SOURCE));
    expect(parse(yaml).questions[3].sentences[2]).toBe(sentenceHash('Ask  your dealer.'));
    expect(yaml).not.toContain('dealer');
  });
});

describe('a copy compared with the stored outline', () => {
  const stored = storedOutline(outlineOf(DOCUMENT), SOURCE);
  const against = (copy: string) => checkSource(stored, outlineOf(copy));

  test('differs in nothing where it is the same', () => {
    expect(against(DOCUMENT)).toEqual({ titles: [], sentences: [] });
  });

  test('names a changed sentence, and that what rests on it must be reviewed', () => {
    const differences = against(DOCUMENT.replace('are old', 'are out of date'));
    expect(differences.sentences).toEqual([
      { kind: 'changed', at: '3.2', to: '3.2', text: 'Lids K2 are out of date, see No. 7 of the leaflet.' },
    ]);
    expect(placesToReview(differences)).toEqual(['3.2']);
  });

  test('names a sentence that has gone, and those that moved up', () => {
    const differences = against(DOCUMENT.replace('- Gamma\n', ''));
    expect(differences.sentences).toEqual([
      { kind: 'gone', at: '1.6' },
      { kind: 'moved', at: '1.7', to: '1.6' },
      { kind: 'moved', at: '1.8', to: '1.7' },
    ]);
    expect(placesToReview(differences)).toEqual(['1.6']);
  });

  test('names a new sentence where it stands in the copy, and asks for no review', () => {
    const differences = against(DOCUMENT.replace('Ask your dealer.', 'Do not throw it away. Ask your dealer.'));
    expect(differences.sentences).toEqual([
      { kind: 'moved', at: '3.3', to: '3.4' },
      { kind: 'new', to: '3.3', text: 'Do not throw it away.' },
    ]);
    expect(placesToReview(differences)).toEqual([]);
  });

  test('tells a change from a shift where both happen in one question', () => {
    expect(against(DOCUMENT.replace('- Gamma\n', '').replace('- Pans', '- Pots')).sentences).toEqual([
      { kind: 'gone', at: '1.6' },
      { kind: 'moved', at: '1.7', to: '1.6' },
      { kind: 'changed', at: '1.8', to: '1.7', text: 'Pots' },
    ]);
  });

  test('follows questions that moved, names the new one and a changed title', () => {
    const copy = DOCUMENT.replaceAll('Is it there for K2?', 'Why?\n\nBecause.\n\nIs it there for K2?')
      .replace('Why?\n\nBecause.\n\n', 'Why?\n\n')
      .replaceAll('How do I go on?', 'How do I go on now?');
    expect(against(copy)).toEqual({
      titles: [
        { kind: 'moved', at: 3, to: 4, title: 'Is it there for K2?' },
        { kind: 'new', to: 3, title: 'Why?' },
        { kind: 'changed', at: 4, to: 5, was: 'How do I go on?', title: 'How do I go on now?' },
      ],
      sentences: [
        { kind: 'moved', at: '3.1', to: '4.1' },
        { kind: 'new', to: '3.1', text: 'Because.' },
        { kind: 'moved', at: '3.2', to: '4.2' },
        { kind: 'moved', at: '3.3', to: '4.3' },
        { kind: 'moved', at: '4.1', to: '5.1' },
        { kind: 'moved', at: '4.2', to: '5.2' },
      ],
    });
  });

  test('keeps apart sentences that the document says twice: each stays with its own question', () => {
    const twice = 'A?\n\nSame. Own.\n\nB?\n\nSame. Other.';
    const differences = checkSource(
      storedOutline(outlineOf(twice), SOURCE),
      outlineOf('A?\n\nNew. Own.\n\nB?\n\nSame. Other.'),
    );
    expect(differences.sentences).toEqual([{ kind: 'changed', at: '1.1', to: '1.1', text: 'New.' }]);
  });

  test('lists a question that has gone with all its sentences', () => {
    const copy = DOCUMENT.slice(0, DOCUMENT.lastIndexOf('How do I go on?')).replace('How do I go on?\n\n', '');
    expect(against(copy)).toEqual({
      titles: [{ kind: 'gone', at: 4, was: 'How do I go on?' }],
      sentences: [
        { kind: 'gone', at: '4.1' },
        { kind: 'gone', at: '4.2' },
      ],
    });
  });
});
