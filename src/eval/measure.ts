import type { ContractReply } from '../domain/contract.js';
import { judge, type Tag } from './judge.js';
import { type FactFinding, judgeFacts } from './judge-facts.js';
import { isWronglyCovered, judgeOutcome, type OutcomeFinding } from './judge-outcome.js';
import type { Label } from './label.js';
import type { Yardstick } from './yardstick.js';

/** A labelled message with the reply to it, judged. */
export interface Measured {
  readonly label: Label;
  readonly reply: ContractReply;
  readonly tag: Tag;
  /** Of messages labelled as about a device of the asker; else empty and null. */
  readonly facts: readonly FactFinding[];
  readonly outcome: OutcomeFinding | null;
  readonly wronglyCovered: boolean;
}

/** Sends each message on its own through `answer`, in order, and judges the replies. */
export async function measure(
  labels: readonly Label[],
  answer: (text: string) => Promise<ContractReply>,
  yardstick: Yardstick,
): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const label of labels) measured.push(measuredOf(label, await answer(label.text), yardstick));
  return measured;
}

/** Judges one reply in every respect. */
export function measuredOf(label: Label, reply: ContractReply, yardstick: Yardstick): Measured {
  const isAboutDevice = label.kind === 'entitlement';
  return {
    label,
    reply,
    tag: judge(label, reply),
    facts: isAboutDevice ? judgeFacts(label, reply.facts, yardstick) : [],
    outcome: isAboutDevice ? judgeOutcome(label, reply.verdict, yardstick) : null,
    wronglyCovered: isWronglyCovered(label, reply.verdict, yardstick),
  };
}
