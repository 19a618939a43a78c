import type { ContractReply } from '../domain/contract.js';
import { ENTRY } from '../domain/entry-roles.js';
import type { Label, LabelKind } from './label.js';

/**
 * What a reply is worth: `right`; `offered`, several entries to choose from with a right one among them, or a choice where nothing answers;
 * `refused` although the FAQ answers it; `wrong`, an answer that is wrong, the worst; `other-kind`, anything else that was not wanted.
 */
export const TAGS = ['right', 'offered', 'refused', 'wrong', 'other-kind'] as const;
export type Tag = (typeof TAGS)[number];

/** What a reply counts for in the accuracy, from 0 to 1. */
export const CREDIT: Readonly<Record<Tag, number>> = {
  right: 1,
  offered: 0.5,
  refused: 0,
  wrong: 0,
  'other-kind': 0,
};

/** The entry that says where the card type is shown; the dialog that finds it out stands for it. */
const HOW_TO_IDENTIFY: string = ENTRY.showsCard;
/** As many offers as are read. */
const OFFERS_READ = 3;

type Judge = (reply: ContractReply, label: Label) => Tag;

/** An FAQ answer to what was no question of the FAQ is a wrong answer; another reply is only of another kind. */
const rightIf = (isRight: boolean, reply: ContractReply): Tag =>
  isRight ? 'right' : reply.kind === 'faq' ? 'wrong' : 'other-kind';

const JUDGES: Readonly<Record<LabelKind, Judge>> = {
  faq: judgeFaq,
  entitlement: (reply, label) =>
    rightIf(
      reply.kind === 'entitlement' ||
        reply.kind === 'identify' ||
        (reply.kind === 'one-phase' && label.outcome === 'one-phase'),
      reply,
    ),
  identify: (reply) =>
    rightIf(
      reply.kind === 'identify' ||
        (reply.kind === 'faq' && reply.ids[0] === HOW_TO_IDENTIFY) ||
        (reply.kind === 'entitlement' && (reply.verdict?.missing ?? []).includes('nmc')),
      reply,
    ),
  'one-phase': (reply) => rightIf(reply.kind === 'one-phase' || reply.verdict?.outcome === 'one-phase', reply),
  'out-of-scope': (reply) =>
    reply.kind === 'clarify' ? 'offered' : rightIf(reply.kind === 'out-of-scope' || reply.kind === 'human', reply),
  human: (reply) => rightIf(reply.kind === 'human', reply),
  smalltalk: (reply) => rightIf(reply.kind === 'smalltalk' || reply.kind === 'cancel', reply),
};

function judgeFaq({ kind, ids }: ContractReply, { ids: wanted }: Label): Tag {
  switch (kind) {
    case 'faq':
      return wanted.includes(ids[0] ?? '') ? 'right' : 'wrong';
    case 'identify':
      // Sent into a dialog that answers something else, the asker is misled as by a wrong answer.
      return wanted.includes(HOW_TO_IDENTIFY) ? 'right' : 'wrong';
    case 'clarify':
      return ids.slice(0, OFFERS_READ).some((id) => wanted.includes(id)) ? 'offered' : 'refused';
    case 'out-of-scope':
    case 'human':
      return 'refused';
    default:
      return 'other-kind';
  }
}

/** Judges a reply by its message's label. Of several questions in one message the first counts. */
export const judge = (label: Label, reply: ContractReply): Tag => JUDGES[label.kind](reply, label);
