import type { Block } from './blocks.js';
import { html, type Markup } from './markup.js';
import { sourceLine, textOf } from './text.js';
import { WORDING } from './wording.js';

/** A draft as plain text, with an FAQ at its end that tells which it is: whoever reads it has been shown none. */
export const draftText = (blocks: readonly Block[]): string => textOf(blocks, WORDING.ticket.source);

const textOfBlock = (block: Block): string => block.sentences.map((s) => s.text).join(' ');

/** Signs that Markdown would take for markup. */
const MARKDOWN = /[\\`*_{}[\]<>#+|~!-]|^\d+\./g;
const escapedMarkdown = (text: string): string =>
  text.replace(MARKDOWN, (sign) => (/^\d/.test(sign) ? sign.replace('.', '\\.') : `\\${sign}`)).replace(/\s+/g, ' ');

/** Blocks as Markdown, what stands in them escaped. */
export function markdownOf(blocks: readonly Block[]): string {
  const lines = blocks.flatMap((block, i) => {
    const text = escapedMarkdown(textOfBlock(block));
    if (block.kind === 'item') return blocks[i - 1]?.kind === 'item' ? [`- ${text}`] : ['', `- ${text}`];
    return i === 0 ? [text] : ['', text];
  });
  const source = sourceLine(blocks, WORDING.ticket.source);
  return [...lines, ...(source === '' ? [] : ['', `*${escapedMarkdown(source)}*`])].join('\n');
}

/** Blocks as HTML, what stands in them escaped: paragraphs and lists, without a style. */
export function htmlOf(blocks: readonly Block[]): string {
  const parts: Markup[] = [];
  let items: Markup[] = [];
  const closeList = () => {
    if (items.length > 0) parts.push(html`<ul>${items}</ul>`);
    items = [];
  };
  for (const block of blocks) {
    if (block.kind === 'item') items.push(html`<li>${textOfBlock(block)}</li>`);
    else {
      closeList();
      parts.push(html`<p>${textOfBlock(block)}</p>`);
    }
  }
  closeList();
  const source = sourceLine(blocks, WORDING.ticket.source);
  if (source !== '') parts.push(html`<p><small>${source}</small></p>`);
  return html`${parts}`.markup;
}
