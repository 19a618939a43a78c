import { matchedLetters } from '../../src/widget/matched-letters.js';

/** The label with what is marked in brackets. */
const marked = (label: string, typed: string) =>
  matchedLetters(label, typed)
    .map(({ text, matched }) => (matched ? `[${text}]` : text))
    .join('');

describe('the letters of a suggestion that were typed', () => {
  it.each([
    ['Galaxy VS', 'is my gal', '[Gal]axy VS'],
    ['Galaxy VS', 'galaxy v', '[Galaxy] [V]S'],
    ['Galaxy VXL', 'galxy v', '[Gal]axy [V]XL'],
    ['Advantage Prime', 'adventage pri', '[Adv]antage [Pri]me'],
    ['EcoCare Advanced+', 'ecocare adv', '[EcoCare] [Adv]anced+'],
    ['Symmetra PX250/500', 'px250', 'Symmetra [PX250]/500'],
    ['How do I renew it?', 'how do i renw', '[How] [do] [I] [ren]ew it?'],
    ['How do I renew it?', 'prolong', 'How do I renew it?'],
    ['Is it in the catalogue?', 'i', '[I]s it in the catalogue?'],
    ['How do I know if I have it?', 'how do i', '[How] [do] [I] know if I have it?'],
    ['Is it in the catalogue?', 'i think', 'Is it in the catalogue?'],
    ['Was nun?', '', 'Was nun?'],
    ['Überblick', 'üb', '[Üb]erblick'],
  ])('of %j after %j: %s', (label, typed, expected) => {
    expect(marked(label, typed)).toBe(expected);
    expect(
      matchedLetters(label, typed)
        .map(({ text }) => text)
        .join(''),
    ).toBe(label);
  });
});
