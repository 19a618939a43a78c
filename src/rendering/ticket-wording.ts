import type { FactName } from '../domain/facts.js';
import type { TicketDoubt, TicketRoute } from '../domain/ticket.js';

/** What drafts of replies to tickets say beside the answers themselves. */
export const TICKET_WORDING = {
  greeting: 'Hello,',
  thanks: 'Thank you for your message.',
  toldUs: 'Thank you for telling us about this.',
  on: (questions: string) => `On ${questions}:`,
  quoted: (words: string) => `"${words}"`,
  onDevice: (device: string) => `On ${device}:`,
  onDevices: 'On your devices:',
  known: (facts: string) => `From your message: ${facts}.`,
  open: (device: string) => `Whether ${device} is covered depends on what is asked for below.`,
  notAnswered: 'The FAQ on the Secure NMC System for 3-phase UPS and PDU has no answer to this.',
  nothingAsked: 'Nothing is left open here, so this can be closed. If something is, please reply to this message.',
  passedTo: (whom: string, several: boolean) => `${several ? 'These points belong' : 'This belongs'} with ${whom}.`,
  person: (contact: string) => `To speak with a person: ${contact}.`,
  toSettle: 'To settle this',
  toSettleOf: (device: string) => `To settle whether ${device} is covered`,
  ofDevice: (device: string) => `, for ${device},`,
  needed: (toSettle: string) => `${toSettle}, please send us:`,
  neededOne: (toSettle: string, ofDevice: string, fact: string) => `${toSettle}, please send us${ofDevice} ${fact}.`,
  devices: 'Your devices:',
  actions: 'What can be done:',
  forDevices: (devices: string, action: string) => `For ${devices}: ${action}`,
  forEach: 'For each of them:',
  callPassedOn: 'That you would like to speak with somebody is passed on with it.',
  need: (fact: string) => `${fact}.`,
  needOf: (device: string, fact: string) => `for ${device}: ${fact}.`,
  facts: {
    family: 'the exact product',
    nmc: 'which network management card it has (NMC2, NMC3 or NMC4)',
    commissioned: 'the day on which it was commissioned',
    plan: 'which service plan there is for it, or that there is none',
    contractStart: 'the day on which the service contract takes effect',
    contractEnd: 'the last day of the service contract',
  } satisfies Record<FactName, string>,
  factsOfEach: {
    family: 'the exact product',
    nmc: 'which network management card each has (NMC2, NMC3 or NMC4)',
    commissioned: 'the day on which each was commissioned',
    plan: 'which service plan there is for each, or that there is none',
    contractStart: 'the day on which each service contract takes effect',
    contractEnd: 'the last day of each service contract',
  } satisfies Record<FactName, string>,
  howToFind: {
    family: 'Look for the product name on the front of the device or on the delivery papers.',
    nmc: 'Log in to the web page of the card: its name is shown there, beside the Schneider Electric logo.',
    commissioned: 'Look for the day on the commissioning report, or ask whoever commissioned the device.',
    plan: 'Ask whoever buys service for the site.',
    contractStart: 'Look for it in the contract, or ask whoever sold the contract.',
    contractEnd: 'Look for it in the contract.',
  } satisfies Record<FactName, string>,
  whichOf: (said: string, options: string) => `which ${said} it is: ${options}`,
  whichContract: (whose: 'its' | 'each') =>
    `the name and the provider of ${whose} service contract, or that there is none`,
  exactDay: (it: 'it' | 'each', said: string) =>
    `the exact day on which ${it} was commissioned (so far we know: ${said})`,
  whichDay: (it: 'it' | 'each', said: string) =>
    `the exact day on which ${it} was commissioned (the date can be read as ${said})`,
  whichOfTwoDays: (said: string, other: string) =>
    `the day on which it was commissioned (you name two, ${said} and ${other})`,
  whetherYet: (said: string) =>
    `whether it is commissioned, and on which day (you say that it was, ${said}, and that it is not yet)`,
  whichCard: (said: string, shown: string) =>
    `which network management card it has (you say ${said}, and what you sent shows ${shown})`,
  whichOfTwoCards: (first: string, second: string) =>
    `which network management card it has (you name both ${first} and ${second})`,
  'unknown-name': (said: string) => `'${said}' is not a product that our list has; please give the product's name.`,
  next: {
    'auto-answer': '',
    'service-partner': 'For a service plan or a visit, please contact your local Schneider Electric Service Partner.',
    'one-phase-team': 'Your message is passed on to the team for single-phase devices.',
    'human-agent': 'Your message is passed on to a colleague, for what is not answered here.',
    'security-team':
      'This is passed on to the security team, ahead of everything else. What you report, and what you ask about it, is for them to answer.',
    unrelated: '',
  },
  nextPerson: (contact: string) =>
    `Your message is passed on to a colleague, with your wish to speak with a person. You can also turn to ${contact} yourself.`,
  source: {
    one: (question: number, title: string) => `Source: FAQ ${question}, ${title}`,
    several: (questions: string) =>
      `Sources: FAQ ${questions} (questions of the FAQ on the Secure NMC System for 3-phase UPS and PDU)`,
    introduction: 'Source: the introduction of the FAQ on the Secure NMC System for 3-phase UPS and PDU',
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
    smalltalk: 'Thanks or a greeting',
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
