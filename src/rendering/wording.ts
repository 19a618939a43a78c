import type { FactName } from '../domain/facts.js';
import { CARD_WORDING } from './card-wording.js';
import { REMINDER_WORDING } from './reminder-wording.js';
import { TICKET_WORDING } from './ticket-wording.js';

/**
 * The wording of the frame: everything that is said around the knowledge base's own sentences. What
 * explains a question rests on the rules, whose rows cite the source.
 */
export const WORDING = {
  /** Said once, before anything else: who answers and from what, what is kept, for how long and why, and how to have it erased. */
  welcome: {
    who: 'Hello! I am an automatic assistant, not a person. I answer from the FAQ on the Secure NMC System for 3-phase UPS and PDU.',
    kept: (days: number) =>
      `What is written here is kept for ${days === 1 ? 'a day' : `${days} days`} after the last message, so that you or a person can take it up again.`,
    erase: "Write 'erase my data' to erase it at once, or ask for a person at any time.",
    person: 'You can ask for a person at any time.',
  },
  smalltalk: {
    greeting: 'Hello! Ask me about the Secure NMC System for 3-phase UPS and PDU, or whether your device is covered.',
    thanks: 'You are welcome. Is there anything else about the Secure NMC System?',
    bye: 'Goodbye.',
    who: 'I am an automatic assistant. I answer from the FAQ on the Secure NMC System for 3-phase UPS and PDU, with the source of each sentence, and I work out by its rules whether a device is covered. Where the FAQ is silent I say so.',
    other: 'All right. Is there anything about the Secure NMC System that I can help with?',
    questions: 'These are the questions that I answer:',
  },
  complaint: {
    sorry: 'I am sorry that my answer was not right for you.',
    kept: 'What you say is kept with it, for the people who look after what I know.',
    now: (contact: string) =>
      `If something that I noted is wrong, tell me how it is. You can also ask in other words, or ask a person: ${contact}.`,
  },
  /** What I can do, for who was not understood for the second time in a row. */
  second: {
    empty: 'There is nothing in this that I can read. A short question in words is best.',
    'too-long': 'A message may have 4,000 characters at the most, so I have not read this one.',
    language: 'I read English only, so I cannot answer this.',
    'not-known': 'The FAQ that I know has nothing on that.',
    other: 'I am not sure what you would like to know.',
    waysOn:
      'I can work out whether a device is covered, help to find out which card it has, or list the questions that I answer.',
  },
  /** From the third time on, taken in turns: a person comes first. */
  further: [
    (contact: string) =>
      `A person will help you better than I can here: say that you would like to talk to one, or ask ${contact}.`,
    (contact: string) =>
      `I do not get any further with this. Please ask ${contact}, or say that you would like to talk to a person.`,
  ],
  cancel: {
    cancel: 'Stopped. Nothing is left open; ask me anything else.',
    'start-over': 'Let us start over. What would you like to know?',
    nothing: 'There is nothing to stop. What would you like to know?',
    erase: 'Erase everything of this conversation? It cannot be undone.',
    erased:
      'Everything of this conversation is erased: what was said, what I had noted of devices, any request for a person and any reminder.',
    kept: 'Nothing was erased.',
  },
  /** The same where nothing is kept beyond the conversation. */
  unkept: {
    erase: 'Nothing of this is stored. Shall I forget what was said so far?',
    erased: 'I have forgotten what was said so far.',
  },
  reminder: REMINDER_WORDING,
  apology: (contact: string) =>
    `Something went wrong on our side, and your message was not answered. Please try again, or ask ${contact}.`,
  human: {
    /** Where nothing is kept. */
    ask: (contact: string) => `A person can help you: ${contact}.`,
    noted: (reference: string, contact: string) => [
      `Your request for a person is noted under the reference ${reference}.`,
      'It is kept for the helpdesk, with this conversation so far, until they close it.',
      `I cannot say when they will get to it; if you cannot wait, please ask ${contact}.`,
      'Meanwhile you can go on asking me.',
    ],
    again: (when: string, reference: string, contact: string) =>
      `Your request from ${when} is already noted (reference ${reference}). If you cannot wait: ${contact}.`,
  },
  outOfScope: {
    empty: 'I see no question in that. Please write it in words.',
    'too-long':
      'That is too long for me to read with care. Please send the question itself, in up to 4,000 characters.',
    language:
      'I can only answer in English, and I would rather not guess at another language. Please ask in English, or ask a person.',
    'not-known':
      'I do not know that. I only know the FAQ on the Secure NMC System for 3-phase UPS and PDU, and it has no answer to this.',
  },
  ask: (whom: string) => `Please ask ${whom}.`,
  askPerson: (contact: string) => `If you would rather ask a person: ${contact}.`,
  leads: { yes: 'Yes.', no: 'No.', right: 'That is right.', 'not-so': 'No, it is otherwise.' },
  near: 'What I can answer nearby:',
  clarify: 'I am not sure which of these you mean:',
  clarifyEnd: 'Pick one, or say it in other words.',
  leftOut: 'That is as much as I answer at once. Please send the rest of your questions in another message.',
  onePhase: 'For single-phase devices the 1-Phase FAQ applies; I only know the one for 3-phase UPS and PDU.',
  source: (question: number, title: string) => `Source: FAQ ${question}, ${title}`,
  sources: (questions: string) => `Sources: FAQ ${questions}`,
  introduction: "Source: the FAQ's introduction",
  theDevice: 'the device',
  back: (device: string) => `Back to ${device}:`,
  noted: (facts: string) => `Noted: ${facts}.`,
  doesNotCount: 'As long as that is open, the contract does not count.',
  missing: (what: string) => `Without knowing ${what} it cannot be settled.`,
  notCoveredAnyway: 'Whatever the missing facts turn out to be, it is not covered now.',
  coveredAnyway: 'Whatever the missing facts turn out to be, it is covered now.',
  yetOpen: (device: string) => `I cannot say yet whether ${device} is covered.`,
  gap: (from: string, to: string) => `There is a gap without cover (first day: ${from}; last day: ${to}).`,
  gapPast: (from: string, to: string) => `There was a gap without cover (first day: ${from}; last day: ${to}).`,
  gapOneDay: (on: string) => `There is a gap of one day without cover, ${on}.`,
  gapOneDayPast: (on: string) => `There was a gap of one day without cover, ${on}.`,
  until: (date: string) => ` (last covered day: ${date})`,
  asOf: (day: string) => `As of ${day}`,
  onDay: (when: string) => `${when}:`,
  onDayAhead: (when: string) => `${when}, if nothing else changes:`,
  fromDay: (day: string) => `From ${day} on:`,
  explain: {
    how: 'How this follows:',
    changes: 'What would change it:',
    basis: (asOf: string, version: string) => `Decided for ${asOf}, by version ${version} of the rules.`,
  },
  changes: {
    yours: (what: string, result: string) => `Yours to do: ${what}; then ${result}.`,
    commission: 'have it commissioned',
    plan: (names: string) => `have one of these take effect: ${names}`,
    visit: (names: string) => `order a ${names}`,
    start: (plan: string) => `have ${plan} take effect earlier`,
    nothing: 'There is nothing that you can do to change it: no plan and no visit does.',
    time: (from: string, result: string) => `By time alone: from ${from} on ${result}.`,
    nobody: (what: string, result: string) => `Not yours to change: with ${what} ${result}.`,
    other: {
      family: 'another product',
      commissioned: 'another day of commissioning',
      plan: 'a plan in effect or a visit',
    },
    result: {
      yes: 'it is covered',
      no: 'it is not covered',
      'at-visit': 'the update comes at that visit only',
      'not-yet': 'it is not covered yet',
      unknown: 'the FAQ does not settle it',
    },
    depends: (missing: string) => `it depends on ${missing}`,
  },
  separation: {
    result: {
      yes: 'it is covered',
      no: 'the answer is no',
      'at-visit': 'the update comes at that visit only',
      'not-yet': 'it is not covered yet',
      unknown: 'the FAQ does not settle it',
    },
    anyway: 'the answer is no, whatever else',
    onePhase: 'another FAQ applies',
    reason: 'Whatever it turns out to be, the answer stays; only the reason differs.',
    together: 'It decides together with other facts only.',
    more: 'more',
    depends: (missing: string) => `it depends on ${missing}`,
    product: (classes: string) => `for ${classes}`,
    classes: {
      listed: 'a product on the list',
      excluded: 'a product that is left out',
      'one-phase': 'a single-phase device',
      unlisted: 'a product that the FAQ does not name',
    },
    start: (dates: string) => `if it takes effect ${dates}`,
    running: 'already',
  },
  /** The date of the knowledge that a verdict rests on. */
  checked: (day: string) => `By the FAQ as it was checked on ${day}.`,
  assumption: 'Taken for granted:',
  why: {
    family: 'Only some products have the Secure NMC System, so the product comes first.',
    nmc: 'The answer differs by card: 3-phase devices can have the Secure NMC System with an NMC3 or NMC4 only.',
    commissioned: 'The included year counts from the day of commissioning.',
    plan: 'After the included year it depends on the service plan.',
    contractStart: 'A plan counts from the day it takes effect, not from the day it was bought.',
    contractEnd: 'A plan that has ended covers nothing more.',
  } satisfies Record<FactName, string>,
  /** How sure it is which card a text shows: the classes of the knowledge of cards. */
  cardConfidence: {
    A: 'confidence A: the maker says so, or two independent sources do',
    B: 'confidence B: one source says so',
    C: 'confidence C: inferred',
  },
  factNames: {
    family: 'the exact product',
    nmc: 'which network management card it has',
    commissioned: 'when it was commissioned',
    plan: 'which service plan it has',
    contractStart: 'whether the contract is in effect',
    contractEnd: 'when the contract ends',
  } satisfies Record<FactName, string>,
  howToFind: {
    family: 'Look for the product name on the front of the device or on the delivery papers.',
    nmc: 'Log in to the web page of the card: its name is shown there, beside the Schneider Electric logo.',
    commissioned: 'Look for the day on the commissioning report.',
    plan: 'Ask whoever buys service for the site.',
    contractStart: 'Look in the contract for the day on which it takes effect.',
    contractEnd: 'Look in the contract for its last day.',
  } satisfies Record<FactName, string>,
  notices: {
    'no-such-card': (said: string) => `There is no ${said}. The cards are NMC1, NMC2, NMC3 and NMC4.`,
    choices: (says: string) => `You can answer with ${says}, or in your own words.`,
    supposed: 'Supposing that this were so:',
    'unknown-name': (said: string) =>
      `I do not know '${said}' as a product, so nothing here speaks of it. Please give its product name.`,
    'no-such-day': (said: string) => `'${said}' is not a day that exists.`,
    'too-early': (said: string) => `'${said}' is too long ago for such a device.`,
    'too-late': (said: string) => `'${said}' is too far ahead.`,
    'past-tense-future': (said: string) =>
      `'${said}' is still to come. Is the year right, or is the commissioning planned for then?`,
    'card-conflict': (said: string, shown: string) => `You say ${said}, and what you sent shows ${shown}. Which is it?`,
    'two-cards': (first: string, second: string) => `You name both ${first} and ${second}. Which is it?`,
    'commissioning-conflict': (said: string, other: string | null) =>
      other === null
        ? `You say that it was commissioned (${said}), and that it is not commissioned yet. Which is right?`
        : `You name two days of commissioning, ${said} and ${other}. Which is right?`,
    'not-understood': [
      'I could not take that as an answer.',
      'I still cannot read an answer out of that. Pick one of the choices, or say that you do not know.',
      'We are not getting on with this question. You can say that you do not know, stop here, or ask a person.',
      'I cannot use that as an answer either. Say that you do not know, and I go on without it, or ask a person.',
    ],
  },
  identify: {
    ask: 'What does it say there?',
    otherEvidence:
      "Without the web page, paste any of these here: the card's part number, its SNMP description (sysDescr), its login banner, or what the command 'about' shows on its command line.",
    withEach: 'Depending on the card, the result would be:',
    known: (nmc: string) => `So it is an ${nmc}.`,
    knownNone: 'So no card is fitted.',
    each: (nmc: string, outcome: string) => `With ${nmc}: ${outcome}`,
  },
  outcomes: {
    yes: 'covered now',
    no: 'not covered',
    'at-visit': 'the update comes at the visit only',
    'not-yet': 'not covered yet',
    unknown: 'open, until the other facts are known',
  },
  ...CARD_WORDING,
  /** A draft of the reply to a ticket, which a person of the helpdesk sends as theirs. */
  ticket: TICKET_WORDING,
} as const;
