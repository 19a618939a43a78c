import type { ContractReply } from '../domain/contract.js';
import type { Label } from './label.js';

/** A label in one line: `faq: renew, activate`. */
export const wantedWords = ({ kind, ids, near }: Label): string =>
  kind === 'out-of-scope' ? `${kind}, ${near ? 'near' : 'far'}` : withIds(kind, ids);

/** A reply in one line, in the words of labels: `clarify: renew, activate`. */
export const replyWords = ({ kind, ids }: ContractReply): string => withIds(kind, ids);

const withIds = (kind: string, ids: readonly string[]): string =>
  ids.length === 0 ? kind : `${kind}: ${ids.join(', ')}`;
