import type { Citation, CitedSentence } from './citation.js';
import type { Facts } from './facts.js';
import type { ReplyKind } from './reply.js';
import type { DeviceVerdict, Verdict } from './verdict.js';

/** A reply as programs outside read it: command line, HTTP, and the widget (as `channelData.reply`). Names are fixed. */
export interface ContractReply {
  readonly kind: ReplyKind;
  readonly ids: readonly string[];
  readonly confidence: number;
  /** Plain text as a person reads it. */
  readonly text: string;
  /** The same text sentence by sentence, each with its source; a new paragraph starts where `starts` says so. */
  readonly sentences: readonly (CitedSentence & { readonly starts?: 'paragraph' | 'item' })[];
  readonly suggestions: readonly string[];
  readonly facts: Facts;
  readonly verdict: Verdict | null;
  readonly citations: readonly Citation[];
  readonly parts: readonly ContractReply[];
  readonly devices: readonly DeviceVerdict[];
  readonly knowledgeVersion: string;
  readonly millis: number;
}
