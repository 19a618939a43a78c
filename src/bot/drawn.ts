import type { Activity } from 'botbuilder';
import type { ContractReply } from '../domain/contract.js';

/**
 * Under it an activity carries its reply as far as the transcript, so that feedback on it can be told what it was about. A symbol, since
 * JSON leaves symbols out: no channel gets it.
 */
export const REPLY = Symbol('reply');

/** Under it an activity whose text is Markdown carries that text as it is read, as far as the transcript. */
export const PLAIN = Symbol('plain');

/** A text in the form that a channel wants. */
export type Shown = Pick<Partial<Activity>, 'text' | 'textFormat'> & { readonly [PLAIN]?: string };

/** What is sent for a reply, or a part of it. */
export type Drawn = Partial<Activity> & { readonly [REPLY]?: ContractReply };
