import type { FactName } from '../domain/facts.js';

/** What drafts of replies to tickets say beside the answers themselves. */
export const TICKET_WORDING = {
  greeting: 'Hello,',
  thanks: 'Thank you for your message.',
  on: (question: string) => `On "${question}":`,
  onDevice: (device: string) => `On ${device}:`,
  known: (facts: string) => `From your message: ${facts}.`,
  open: (device: string) => `Whether ${device} is covered depends on what is asked for below.`,
  notAnswered: 'The FAQ on the Secure NMC System for 3-phase UPS and PDU has no answer to this.',
  nothingAsked: 'There is nothing more to answer, so this ticket can be closed.',
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
