import type { Block } from './blocks.js';
import { citationsOf } from './blocks.js';
import { WORDING } from './wording.js';

/** How the questions rested on are named: one with its title, several, or the introduction alone. */
export interface SourceWords {
  readonly one: (question: number, title: string) => string;
  readonly several: (questions: string) => string;
  readonly introduction: string;
}

const PLAIN: SourceWords = { one: WORDING.source, several: WORDING.sources, introduction: WORDING.introduction };

/** Blocks as plain text: paragraphs, items with a hyphen, and the questions of the FAQ that they rest on at the end. */
export function textOf(blocks: readonly Block[], words: SourceWords = PLAIN): string {
  const lines: string[] = [];
  for (const block of blocks) {
    const text = block.sentences.map((s) => s.text).join(' ');
    if (block.kind === 'paragraph' && lines.length > 0) lines.push('');
    lines.push(block.kind === 'item' ? `- ${text}` : text);
  }
  const source = sourceLine(blocks, words);
  return source === '' ? lines.join('\n') : `${lines.join('\n')}\n\n${source}`;
}

/** One line that names the questions rested on, the only one with its title. */
export function sourceLine(blocks: readonly Block[], words: SourceWords = PLAIN): string {
  const titles = new Map(citationsOf(blocks).map((c) => [c.question, c.title]));
  const questions = [...titles.keys()].filter((q) => q !== 0).sort((a, b) => a - b);
  const [only, second] = questions;
  if (only !== undefined && second === undefined) return words.one(only, titles.get(only) ?? '');
  if (only !== undefined) return words.several(questions.join(', '));
  return titles.has(0) ? words.introduction : '';
}
