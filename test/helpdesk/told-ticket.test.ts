import { toldTicket } from '../../src/helpdesk/told-ticket.js';
import type { HelpdeskMapping } from '../../src/knowledge/helpdesk-schema.js';
import { projectKnowledge } from '../support/knowledge.js';

const zendesk = projectKnowledge().helpdesks.get('zendesk');
if (!zendesk) throw new Error('it must be mapped');
const withOnly: HelpdeskMapping = { ...zendesk, only: { type: ['zen:event-type:ticket.created'] } };
const detail = { id: 7, subject: 'S', description: 'D' };

test('of other kinds of messages nothing is taken, where the mapping names the kinds', () => {
  expect(toldTicket(withOnly, { type: 'zen:event-type:ticket.status_changed', detail }).kind).toBe('ignored');
  expect(toldTicket(withOnly, { detail }).kind).toBe('ignored');
  expect(toldTicket(withOnly, { type: 'zen:event-type:ticket.created', detail }).kind).toBe('ticket');
});

test('what every object has is no value of a message', () => {
  const mapping: HelpdeskMapping = { ...zendesk, ticket: { ...zendesk.ticket, id: ['constructor.name'] } };
  expect(toldTicket(mapping, { detail })).toEqual({ kind: 'malformed', lacks: ['constructor.name'] });
});

test.each([
  ['2026-11-20T09:00:00Z', '2026-11-20T09:00:00.000Z'],
  ['2026-11-20T10:00:00+01:00', '2026-11-20T09:00:00.000Z'],
  ['2026-11-20 09:00:00', '2026-11-20T09:00:00.000Z'],
  ['2026-13-40T09:00:00Z', undefined],
  ['yesterday', undefined],
])('the time %s is read as %s', (created_at, wanted) => {
  const told = toldTicket(zendesk, { detail: { ...detail, created_at } });
  expect(told.kind === 'ticket' && told.ticket.createdAt?.toISOString()).toBe(wanted);
});

test('of a very long text the beginning is kept', () => {
  const told = toldTicket(zendesk, {
    detail: { ...detail, description: 'x'.repeat(200_000), subject: 's'.repeat(5000) },
  });
  expect(told.kind === 'ticket' && [told.ticket.body.length, told.ticket.subject.length]).toEqual([100_000, 2000]);
});
