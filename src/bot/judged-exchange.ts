import type { ContractReply } from '../domain/contract.js';
import { canBeJudged, type Exchange, type JudgedReply, type JudgedVerdict } from '../domain/feedback.js';
import type { Verdict } from '../domain/verdict.js';
import { talkMark } from '../store/activities.js';
import type { StoredExchange } from '../store/exchanges.js';

/** More of a message is not kept with feedback, in characters. */
const LONGEST_SAID = 4000;

export const UNKNOWN_EXCHANGE: Exchange = { said: null, answered: null, reply: null };

/** What a stored exchange was, for whoever reads the feedback on it; null where it is known to be no answer (a greeting, a person's message). */
export function judgedExchange({ activity, said }: StoredExchange): Exchange | null {
  const { text, channelData } = activity as { text?: unknown; channelData?: { reply?: unknown } | null };
  const { person, talk } = talkMark(channelData);
  if (person !== undefined || talk !== undefined) return null;
  const reply = channelData?.reply;
  const known = isReply(reply) ? reply : null;
  if (known !== null && !canBeJudged(known)) return null;
  return {
    said: said === null ? null : said.slice(0, LONGEST_SAID),
    answered: typeof text === 'string' ? text : (known?.text ?? null),
    reply: known && judgedReply(known),
  };
}

/** What is stored under a bot's activity is a reply as this program or an earlier version of it wrote it. */
const isReply = (value: unknown): value is ContractReply =>
  typeof value === 'object' && value !== null && 'kind' in value && 'parts' in value && Array.isArray(value.parts);

function judgedReply(reply: ContractReply): JudgedReply {
  const { kind, ids, confidence, citations, parts, devices, facts, verdict, knowledgeVersion } = reply;
  const own = verdict !== null || Object.keys(facts).length > 0 ? [{ facts, verdict }] : [];
  return {
    kind,
    ids,
    confidence,
    citations,
    parts: parts.map((part) => ({ kind: part.kind, ids: part.ids })),
    devices: (devices.length > 0 ? devices : own).map((d) => ({
      facts: d.facts,
      verdict: d.verdict && judged(d.verdict),
    })),
    knowledgeVersion,
  };
}

const judged = ({ outcome, covered, missing, asOf, trace, knowledgeVersion }: Verdict): JudgedVerdict => ({
  outcome,
  covered,
  missing,
  asOf,
  trace,
  knowledgeVersion,
});
