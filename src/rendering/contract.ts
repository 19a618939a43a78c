import type { ContractReply } from '../domain/contract.js';
import type { Reply } from '../domain/reply.js';
import { type Block, citationsOf } from './blocks.js';
import { blocksOf, type Frame, partBlocks } from './reply-blocks.js';
import { textOf } from './text.js';

function idsOf(reply: Reply): readonly string[] {
  if (reply.kind === 'faq') return reply.answers.map((a) => a.id);
  if (reply.kind === 'clarify') return reply.options.map((o) => o.id);
  return [];
}

const sentencesOf = (blocks: readonly Block[]): ContractReply['sentences'] =>
  blocks.flatMap((block) => block.sentences.map((s, i) => (i === 0 ? { ...s, starts: block.kind } : s)));

/** A reply in the form that programs outside read. `millis`: what the turn took, measured by the caller. */
export function toContract(reply: Reply, millis: number, frame: Frame): ContractReply {
  return contractOf(reply, millis, frame, blocksOf(reply, frame));
}

function contractOf(reply: Reply, millis: number, frame: Frame, blocks: readonly Block[]): ContractReply {
  const known = reply.kind === 'entitlement' ? reply.known : undefined;
  return {
    kind: reply.kind,
    ids: idsOf(reply),
    confidence: Math.round(reply.confidence * 1000) / 1000,
    text: textOf(blocks),
    sentences: sentencesOf(blocks),
    suggestions: reply.suggestions.map((s) => s.says),
    // Nobody who reads facts and verdict alone shall take what was only supposed for what is so.
    facts: known ? known.facts : reply.facts,
    verdict: known && reply.verdict?.covered === 'yes' ? known.verdict : reply.verdict,
    citations: citationsOf(blocks),
    parts: reply.parts.map((part) => contractOf(part, millis, frame, partBlocks(part, frame))),
    devices: reply.devices,
    knowledgeVersion: reply.knowledgeVersion,
    millis: Math.round(millis * 10) / 10,
  };
}
