import { z } from 'zod';
import type { Knowledge } from '../knowledge/knowledge.js';
import { identifyCard } from '../understanding/card-evidence.js';
import { EXIT, runBatch } from './batch.js';
import type { CommandContext } from './loaded.js';

const rowSchema = z.object({ evidence: z.string() });

/** `sns identify`: which card a piece of evidence shows, and why. */
export async function identify(
  text: string | undefined,
  options: { readonly json?: boolean; readonly batch?: string },
  knowledge: Knowledge,
  { streams }: CommandContext,
): Promise<number> {
  const find = (evidence: string) => {
    const { nmc, because, source } = identifyCard(evidence, knowledge.cards);
    return { nmc, because, source };
  };
  if (options.batch !== undefined) return runBatch(options.batch, rowSchema, ({ evidence }) => find(evidence), streams);
  if (text === undefined) {
    streams.err('sns identify: give a text, or --batch FILE.\n');
    return EXIT.unreadable;
  }
  const found = find(text);
  streams.out(options.json ? `${JSON.stringify(found)}\n` : `${found.nmc}: ${found.because}\n`);
  return EXIT.fine;
}
