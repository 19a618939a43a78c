import { type Activity, TurnContext } from 'botbuilder';
import { channelKind } from './channel-kind.js';
import { wordsOfButton } from './press.js';

/** Longer messages are cut here; it lies above what the assistant reads, so that it still sees that one is too long. */
export const LONGEST_TEXT = 20_000;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
/** Only tags that formatted chat messages have: 'is a < b and b > c' is text. */
const TAG =
  /<\/?(?:a|at|b|blockquote|br|code|del|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]*)?\/?>/gi;
const QUOTATION = /<blockquote(?:\s[^<>]*)?>((?:(?!<blockquote)[\s\S]){0,8000}?)<\/blockquote>/gi;
const LINE_TAG = /<(?:br|hr)\s*\/?>|<\/(?:p|div|li|h[1-6]|tr|blockquote|pre)>/gi;

/**
 * The plain text of a message: without mentions of the bot, and without the mark-up in which its channel wraps
 * what a person typed (Teams: HTML and entities; elsewhere what `textFormat` says). A card's button counts as the
 * text that it stands for. '' where the activity has no text; control characters become blanks.
 */
export function messageText(activity: Activity): string {
  const said = typeof activity.text === 'string' ? withoutMention(activity) : '';
  const text = said.trim() === '' ? wordsOfButton(activity.value) : said;
  const cut = text.slice(0, LONGEST_TEXT);
  return tidy(hasMarkup(activity) ? withoutMarkup(cut) : cut);
}

function hasMarkup({ channelId, textFormat }: Activity): boolean {
  if (channelKind(channelId) === 'teams') return true;
  return textFormat === 'markdown' || textFormat === 'xml';
}

/** removeRecipientMention changes the activity that it gets, takes one mention away and trips over malformed entities. */
function withoutMention(activity: Activity): string {
  const id = activity.recipient?.id;
  const mentions = (Array.isArray(activity.entities) ? activity.entities : []).filter(
    (entity) => entity?.type === 'mention' && entity.mentioned?.id === id && typeof entity.text === 'string',
  );
  if (mentions.length === 0) return activity.text;
  let text = activity.text;
  for (const mention of mentions) {
    text = TurnContext.removeRecipientMention({ ...activity, text, entities: [mention] } as Activity);
  }
  // What set the name off: '@Bot, is it …?', 'hello @Bot, is it …?', 'is it, @Bot?'.
  return text
    .replace(/^[\s,;:]+/, '')
    .replace(/\s+(?=[,;:.!?])/g, '')
    .replace(/[,;:]+(?=[.!?]|$)/g, '');
}

function withoutMarkup(text: string): string {
  const plain = text.replace(QUOTATION, asQuotedLines).replace(LINE_TAG, '\n').replace(TAG, '');
  return withoutMarkdown(plain).replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, dec, hex, name) => {
      if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
      const code = dec !== undefined ? Number.parseInt(dec, 10) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** What is quoted is marked line by line, as in a mail: whoever reads the message tells it from what was typed. */
const asQuotedLines = (_whole: string, quoted: string): string =>
  `\n${quoted
    .replace(LINE_TAG, '\n')
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')}\n`;

/** Emphasis, code, headings and links; a lone star or underscore stays (NMC_3, 3*4). */
function withoutMarkdown(text: string): string {
  return text
    .replace(/!?\[([^\]\n]{1,500})\]\([^()\s]{1,2000}\)/g, '$1')
    .replace(/(\*\*|__|~~)(?=\S)([^\n]{0,2000}?\S)\1/g, '$2')
    .replace(/(^|\s)[*_](?=\S)([^*_\n]{1,2000})[*_](?=\s|[.,;:!?]|$)/g, '$1$2')
    .replace(/`{1,3}([^`\n]{1,2000})`{1,3}/g, '$1')
    .replace(/^#{1,6}\s+/gm, '');
}

function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]|[\u00a0\u200b\ufeff]/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
