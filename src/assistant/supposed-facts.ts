import type { Facts } from '../domain/facts.js';
import type { PlanId } from '../domain/ids.js';
import { currentDevice } from '../interview/state.js';
import { looseDate } from '../understanding/loose-dates.js';
import { supposes } from '../understanding/supposes.js';
import type { TurnInput } from './turn.js';

/**
 * 'And if I buy Prime today?', 'and if it was commissioned in 2024?' after a verdict: what is only supposed; a plan is in effect from the
 * day that is named, or else at once.
 * Null where it is no such question, or where it is one that the knowledge base answers for anybody.
 */
export function supposedCase({ session, understood, match }: TurnInput): Facts | null {
  const { last, interview } = session;
  if (!last?.kinds.includes('entitlement') || currentDevice(interview) === null) return null;
  if (!supposes(understood.text)) return null;
  const [top] = match.ranked;
  if (top?.group === 'entry' && match.decision === 'answer') return null;
  const [supposed] = understood.plans;
  const { family: _named, ...stated } = understood.devices[0]?.facts ?? {};
  if (!supposed || supposed.plan.gives === 'open') return Object.keys(stated).length > 0 ? stated : null;
  const plan = supposed.plan.id as PlanId;
  if (supposed.plan.gives !== 'cover') return { plan };
  const start = understood.dates.find((d) => d.role === 'contractStart')?.value ?? looseDate(understood);
  return { plan, contractStart: start ?? 'in-effect' };
}
