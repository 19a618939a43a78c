import type { Attachment } from 'botbuilder';

/** A card that is larger may not be delivered, in bytes: Teams takes some 28 KB, with all that is around it. */
export const LARGEST_CARD = 26_000;

export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/**
 * An Adaptive Card 1.5 that can be read at 1.2. What people wrote stands in runs of text throughout: a block of text would read it as
 * Markdown.
 */
export const adaptiveCard = (
  fallbackText: string,
  body: readonly object[],
  actions: readonly object[],
): Attachment => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText,
    body,
    ...(actions.length > 0 ? { actions } : {}),
  },
});

/** How a card is listed before it is chosen. What stands in it must be ours: Teams reads it as Markdown. */
export const preview = (title: string, text: string) => ({
  contentType: 'application/vnd.microsoft.card.thumbnail',
  content: { title, text },
});

/** A heading of ours; as one it is read out. */
export const heading = (text: string) => ({
  type: 'TextBlock',
  text,
  weight: 'Bolder',
  style: 'heading',
  wrap: true,
  separator: true,
});

export const words = (text: string, how: { readonly isSubtle?: boolean; readonly weight?: 'Bolder' } = {}) => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, ...how }],
});

/** A text in paragraphs, as they are parted in it. */
export const paragraphs = (text: string): readonly object[] =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => words(line));

/**
 * The longest beginning of a text with which a card is no larger than it may be, with `mark` at its end where it is cut. `build` must
 * grow with its text.
 */
export function fitted<T>(text: string, mark: string, build: (text: string) => T): T {
  const whole = build(text);
  if (bytesOf(whole) <= LARGEST_CARD) return whole;
  const letters = [...text];
  const cut = (length: number) => build(`${letters.slice(0, length).join('').trimEnd()}\n\n${mark}`);
  let [fits, tooLong] = [0, letters.length];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (bytesOf(cut(middle)) <= LARGEST_CARD) fits = middle;
    else tooLong = middle;
  }
  return cut(fits);
}
