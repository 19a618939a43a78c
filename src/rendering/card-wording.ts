/** The wording of what channels with footnotes and buttons show beside a reply's own text: a part of the frame's. */
export const CARD_WORDING = {
  /** The line of sources where the sentences carry marks; `named`: what `source` makes of one. */
  marked: {
    source: (mark: string, question: number) =>
      `${mark}${question === 0 ? "the FAQ's introduction" : `FAQ ${question}`}`,
    one: (named: string, title: string | null) => `Source: ${named}${title === null ? '' : `, ${title}`}`,
    several: (named: string) => `Sources: ${named}`,
    /** Of a source by itself: its title, and what of it is rested on. */
    title: (question: number, title: string) =>
      question === 0 ? "The FAQ's introduction" : `FAQ ${question}: ${title}`,
    /** Where what the source says is not at hand: what is said with it. */
    bears: (sentence: string) => `On it rests: ${sentence}`,
    sentences: (numbers: readonly number[]) =>
      `${numbers.length === 1 ? 'sentence' : 'sentences'} ${numbers.join(', ')}`,
  },
  /** On a card whose button was pressed, and that has no buttons any more. */
  pressed: {
    you: (says: string) => `You chose: ${says}`,
    somebody: (who: string, says: string) => `${who} chose: ${says}`,
    nameless: 'Somebody',
    passed: 'The conversation has gone on since. Please write if you would like to come back to this.',
    unknown: 'I no longer know what this was about. Please write what you would like to know.',
    another: 'Somebody else was asked that. Mention me in a message, and I answer you.',
    already: (what: string) => `This was answered before. ${what}`,
  },
} as const;
