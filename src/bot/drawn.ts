import type { Activity } from 'botbuilder';
import type { ContractReply } from '../domain/contract.js';

/**
 * Under it an activity carries its reply as far as the transcript, so that feedback on it can be told what it was about. A symbol, since
 * JSON leaves symbols out: no channel gets it.
 */
export const REPLY = Symbol('reply');

/** What is sent for a reply, or a part of it. */
export type Drawn = Partial<Activity> & { readonly [REPLY]?: ContractReply };
