import { day } from '../../src/domain/day.js';
import type { Triage } from '../../src/domain/ticket.js';
import type { IncomingTicket } from '../../src/store/intake.js';

/** A ticket as a helpdesk tells of it. */
export const incoming = (said: Partial<IncomingTicket> = {}): IncomingTicket => ({
  id: `id-${said.externalId ?? '1'}`,
  source: 'zendesk',
  externalId: '1',
  subject: 'Cover',
  body: 'Is it covered?',
  requester: 'ann@example.com',
  received: day('2026-11-20'),
  receivedAt: '2026-11-20T09:00:00.000Z',
  updatedAt: null,
  by: null,
  ...said,
});

/** What triage could have made of it. */
export const madeOf = (said: Partial<Triage> = {}): Triage => ({
  asks: [],
  route: 'auto-answer',
  reasons: [],
  missing: [],
  confidence: 0.9,
  doubts: [],
  knowledgeVersion: 'k1',
  ...said,
});
