import type { FactName } from '../domain/facts.js';
import type { TicketDoubt, TicketRoute } from '../domain/ticket.js';

/** What drafts of replies to tickets say beside the answers themselves. */
export const TICKET_WORDING = {
  greeting: 'Hello,',
  thanks: 'Thank you for your message.',
  on: (question: string) => `On "${question}":`,
  onDevice: (device: string) => `On ${device}:`,
  known: (facts: string) => `From your message: ${facts}.`,
  open: (device: string) => `Whether ${device} is covered depends on what is asked for below.`,
  notAnswered: 'The FAQ on the Secure NMC System for 3-phase UPS and PDU has no answer to this.',
  passedTo: (whom: string) => `This belongs with ${whom}.`,
  person: (contact: string) => `To speak with a person: ${contact}.`,
  needed: 'To settle this, please send us:',
  need: (fact: string, how: string) => `${fact}. ${how}`,
  needOf: (device: string, fact: string, how: string) => `for ${device}: ${fact}. ${how}`,
  facts: {
    family: 'the exact product',
    nmc: 'which network management card it has (NMC2, NMC3 or NMC4)',
    commissioned: 'the day on which it was commissioned',
    plan: 'which service plan there is for it, or that there is none',
    contractStart: 'the day on which the service contract takes effect',
    contractEnd: 'the last day of the service contract',
  } satisfies Record<FactName, string>,
  whichOf: (said: string, options: string) => `which ${said} it is: ${options}`,
  exactDay: (said: string) => `the exact day on which it was commissioned (it can be read as ${said})`,
  'unknown-name': (said: string) => `'${said}' is not a product that our list has; please give the product's name.`,
  next: {
    'auto-answer': '',
    'service-partner': 'For a service plan or a visit, please contact your local Schneider Electric Service Partner.',
    'one-phase-team': 'This is passed on to the team for single-phase devices.',
    'human-agent': 'This is passed on to a colleague.',
    'security-team': 'This is passed on to the security team, ahead of everything else.',
    unrelated: '',
  },
  closing: 'Kind regards',
} as const;

/** What agents are told of a ticket, in the helpdesk and at the desk. */
export const TICKET_NOTE = {
  title: 'Secure NMC assistant',
  why: 'Because',
  devices: 'Cover, as of the day it came in',
  missing: 'Not known',
  look: 'Read it before you send anything',
  draft: 'Draft of a reply',
  routes: {
    'auto-answer': 'a reply settles it',
    'service-partner': 'for the service partner',
    'one-phase-team': 'for the team for single-phase devices',
    'human-agent': 'for a person',
    'security-team': 'for the security team',
    unrelated: 'nothing of our subject',
  } satisfies Record<TicketRoute, string>,
  asks: {
    entitlement: (device: string) => `${device}: is it covered?`,
    topic: (whom: string) => `Not in the FAQ; it belongs with ${whom}`,
    outside: 'Not in the FAQ',
    unrelated: 'Nothing of our subject',
    identify: 'Which card is it?',
    'one-phase': 'A single-phase device',
    human: 'A person is asked for',
  },
  doubts: {
    unsure: 'it is not sure what is asked',
    'unread-question': 'a question could not be read',
    'several-routes': 'it belongs to more than one team',
    contradiction: 'something said contradicts itself or cannot be',
    'from-quoted': 'facts come from the mail that it quotes',
    language: 'it is not in English',
    cut: 'it is so long that its end was not read',
    'no-question': 'no question was found',
  } satisfies Record<TicketDoubt, string>,
} as const;
