import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemLine } from '../../src/domain/problem.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { mayBeAmong, phraseOf, wordStarts } from '../../src/knowledge/phrase-pattern.js';
import { readFolder } from '../../src/knowledge/read-folder.js';
import { signsIn } from '../../src/triage/signs.js';
import { KNOWLEDGE_FOLDER, projectKnowledge } from '../support/knowledge.js';

function problemsAfter(change: (text: string) => string): readonly string[] {
  const files = new Map(readFolder(KNOWLEDGE_FOLDER));
  const before = files.get('routing.yaml') ?? '';
  const after = change(before);
  expect(after).not.toBe(before);
  files.set('routing.yaml', after);
  const result = loadKnowledge(files);
  return result.ok ? [] : result.problems.map(problemLine);
}

describe('a mistake in routing.yaml is named with its place', () => {
  test.each([
    [
      'a route that there is not',
      (t: string) => t.replace('route: unrelated', 'route: bin'),
      /no route; use auto-answer/,
    ],
    [
      'a sign that is not described',
      (t: string) => t.replace('signs: [incident]', 'signs: [smoke]'),
      /no 'smoke' among the signs/,
    ],
    [
      'a topic that is none',
      (t: string) => t.replace('exceptTopics: [visit-scheduling]', 'exceptTopics: [tea]'),
      /no 'tea' among the exceptTopics/,
    ],
    [
      'an outcome that is none',
      (t: string) => t.replace('outcomes: [expired]', 'outcomes: [gone]'),
      /no 'gone' among the outcomes/,
    ],
    [
      'an outcome beside that is none',
      (t: string) => t.replace('beside: [expired]', 'beside: [gone]'),
      /no 'gone' among the outcomes/,
    ],
    ['a phrase whose brackets do not close', (t: string) => t.replace('"hack*"', '"(hack*"'), /brackets do not close/],
    [
      'no last row for all',
      (t: string) => t.replace('when: {}', 'when: { kinds: [faq] }'),
      /last row must name nothing/,
    ],
    [
      'a row that hides those below it',
      (t: string) => t.replace('when: { kinds: [human] }', 'when: {}'),
      /none below it is reached/,
    ],
  ])('%s', (_what, change, message) => {
    const problems = problemsAfter(change);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^routing\.yaml:\d+:\d+: /);
    expect(problems[0]).toMatch(message);
  });
});

describe('the signs', () => {
  const { signs } = projectKnowledge().routing;
  const namesIn = (text: string) => [...new Set(signsIn(text, signs).map((s) => s.name))];

  test.each([
    ['Somebody got into the web page of our UPS card last night.', 'incident'],
    ['We found an unknown administrator account on the card.', 'incident'],
    ['The card was compromised.', 'incident'],
    ['Our pentesters found an authentication bypass in the NMC3.', 'vulnerability'],
    ['Is the NMC3 hit by CVE-2030-12345?', 'vulnerability'],
    ['Please send a technician to our site.', 'visit'],
    ["We'd like to buy a service plan.", 'visit'],
  ])('%s', (text, name) => {
    expect(namesIn(text)).toContain(name);
  });

  test.each([
    'What happens if the card is hacked?',
    'In the event of a critical vulnerability that is discovered, who gets the fix?',
    'How does it reduce exposure to cyber attacks?',
    'Is our Galaxy VS covered?',
    'Who updates the firmware?',
  ])('%s tells of no incident and no vulnerability', (text) => {
    expect(namesIn(text).filter((n) => n === 'incident' || n === 'vulnerability')).toEqual([]);
  });
});

describe('whether a phrase may be in a text', () => {
  test.each([
    ['hack*', 'HACKED last night', true],
    ['hack*', 'all is well', false],
    ['(was|is) (hijack*|taken over)', 'it was taken over', true],
    ['(was|is) (hijack*|taken over)', 'it was seen over there', false],
    ['log-in* .. failed', 'the login never failed', true],
    ['e-mail*', 'an email came', true],
    ['(new|(very )?old) account*', 'no such thing', false],
    ['(is|are) in', 'nothing of the kind', true],
  ])('%s in %j: %s', (text, said, expected) => {
    const phrase = phraseOf(text);
    expect(phrase && mayBeAmong(phrase, wordStarts(said))).toBe(expected);
  });

  it('is never denied of a text that it is in', () => {
    const phrases = projectKnowledge().routing.signs.flatMap((sign) => [...sign.phrases, ...sign.unless]);
    const texts = readFileSync(join(__dirname, '../cases/tickets.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).body as string);
    const found = texts.flatMap((text) =>
      phrases.filter(({ pattern }) => pattern.test(text)).map((p) => ({ text, p })),
    );
    expect(found.length).toBeGreaterThan(500);
    expect(found.filter(({ text, p }) => !mayBeAmong(p, wordStarts(text)))).toEqual([]);
  });

  it('is denied of most texts for most phrases', () => {
    const phrases = projectKnowledge().routing.signs.flatMap((sign) => [...sign.phrases, ...sign.unless]);
    const words = wordStarts('When does the included year of our UPS end, and who puts the firmware on afterwards?');
    expect(phrases.filter((phrase) => mayBeAmong(phrase, words)).length).toBeLessThan(phrases.length / 3);
  });
});
