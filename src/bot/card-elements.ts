import type { Attachment } from 'botbuilder';

/** An element of an Adaptive Card. */
export type Element = Readonly<Record<string, unknown>>;

/**
 * A card that every client of Teams can read: nothing in it is newer than version 1.2 of Adaptive Cards, but buttons that name
 * what older clients show in their place. `text`: all that it says, for clients that show no cards.
 */
export const cardOf = (body: readonly Element[], text: string): Attachment => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.2',
    fallbackText: text,
    body,
  },
});

/** Runs of text are used throughout, since a card's text blocks and fact sets would read what a person typed as Markdown. */
const line = (...inlines: readonly Element[]): Element => ({ type: 'RichTextBlock', inlines });

export const plainLine = (text: string): Element => line({ type: 'TextRun', text });
export const boldLine = (text: string): Element => line({ type: 'TextRun', text, weight: 'Bolder' });
export const quietLine = (text: string): Element => line({ type: 'TextRun', text, isSubtle: true });
export const labelledLine = (label: string, text: string): Element =>
  line({ type: 'TextRun', text: `${label}: `, weight: 'Bolder' }, { type: 'TextRun', text });
