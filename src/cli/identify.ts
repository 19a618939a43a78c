import { z } from 'zod';
import type { Knowledge } from '../knowledge/knowledge.js';
import { WORDING } from '../rendering/wording.js';
import { identifyCard } from '../understanding/card-evidence.js';
import { EXIT, runBatch } from './batch.js';
import type { CommandContext } from './loaded.js';

const rowSchema = z.object({ evidence: z.string() });

/** `sns identify`: which card a piece of evidence shows, why, and how sure that is (A to C; null where it is unknown). */
export async function identify(
  text: string | undefined,
  options: { readonly json?: boolean; readonly batch?: string },
  knowledge: Knowledge,
  { streams }: CommandContext,
): Promise<number> {
  const find = (evidence: string) => {
    const { nmc, because, source, confidence } = identifyCard(evidence, knowledge.cards);
    return { nmc, because, source, confidence };
  };
  if (options.batch !== undefined) return runBatch(options.batch, rowSchema, ({ evidence }) => find(evidence), streams);
  if (text === undefined) {
    streams.err('sns identify: give a text, or --batch FILE.\n');
    return EXIT.unreadable;
  }
  const found = find(text);
  const sure = found.confidence === null ? '' : ` (${WORDING.cardConfidence[found.confidence]})`;
  streams.out(options.json ? `${JSON.stringify(found)}\n` : `${found.nmc}: ${found.because}${sure}\n`);
  return EXIT.fine;
}
