import type { Day } from '../domain/day.js';
import type { FactName } from '../domain/facts.js';
import type { HandedDevice, HandOffBrief, Tried } from '../domain/hand-off.js';
import type { Reply } from '../domain/reply.js';
import { decide } from '../entitlement/decide.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { OFFERS_PERSON } from './misses.js';
import type { Session } from './session.js';

const including = <T>(list: readonly T[], item: T | undefined): readonly T[] =>
  item === undefined || list.includes(item) ? list : [...list, item];

/** What has been tried once `reply` is said. */
export function triedWith(tried: Tried, reply: Reply): Tried {
  const said = [reply, ...reply.parts];
  const asked: FactName | undefined = reply.pending?.fact;
  const notUnderstood = said.some(
    (r) => r.kind === 'entitlement' && r.notices.some((n) => n.kind === 'not-understood'),
  );
  const step = said.flatMap((r) => (r.kind === 'identify' && r.step !== 'known' ? [r.step] : []))[0];
  return {
    asked: including(tried.asked, asked),
    notUnderstood: notUnderstood ? including(tried.notUnderstood, asked) : tried.notUnderstood,
    identify: including(tried.identify, step),
  };
}

/** What a person who takes the conversation over should know, as of today. */
export function handOffBrief({ interview, misses, tried }: Session, knowledge: Knowledge, today: Day): HandOffBrief {
  const devices = interview.devices.map(({ facts, declined }): HandedDevice => {
    const { outcome, covered, missing, asOf } = decide(facts, today, knowledge.rules);
    return { facts, declined, verdict: { outcome, covered, missing, asOf } };
  });
  return { reason: misses >= OFFERS_PERSON ? 'offered' : 'asked', devices, current: interview.current, tried };
}
