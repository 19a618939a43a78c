import type { TicketRoute } from '../domain/ticket.js';
import { STRINGS } from './strings.js';

const LABELS: Readonly<Record<string, string>> = STRINGS.routes;

/** What is urgent first. */
export const TICKET_ROUTES_SHOWN: readonly TicketRoute[] = [
  'security-team',
  'human-agent',
  'service-partner',
  'one-phase-team',
  'auto-answer',
  'unrelated',
];

export const routeLabel = (route: string): string => LABELS[route] ?? route;
