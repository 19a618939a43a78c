import type { TicketDoubt, TicketRoute } from '../domain/ticket.js';

/** What the message extension in Teams says around triage and search: labels and buttons, and what cannot be done. */
export const MESSAGE_EXTENSION_WORDING = {
  triage: {
    title: 'Triage of this message',
    from: (sender: string, day: string) => `From ${sender}, ${day}`,
    sent: (day: string) => `Sent on ${day}`,
    noText:
      'This message has no text to read: it is only a picture, a card or a file, or it was deleted. Copy the question into a chat with the assistant, or choose another message.',
    cut: (read: string, length: string) =>
      `The message is long: only the first ${read} of its ${length} characters were read.`,
    look: 'Look at this first',
    asked: 'What is asked',
    devices: 'Device and verdict',
    open: (device: string, missing: string) => `whether ${device} is covered depends on ${missing}.`,
    missing: 'What is missing',
    nothingMissing: 'Nothing: the message says all that the verdict needs.',
    route: 'Where it goes',
    because: (reason: string, words: string) => (words === '' ? reason : `${reason} It rests on ${words}.`),
    rests: (words: string) => `From the message: ${words}`,
    more: (count: number) => `${count} more ${count === 1 ? 'is' : 'are'} not shown here.`,
    draft: 'Draft of the reply',
    draftLabel: 'Read it through and change what is not right before you insert it.',
    draftCut: '[The draft is cut here: it is longer than a card in Teams may be.]',
    noDraft: 'There is no draft: this is nothing that the helpdesk of the Secure NMC System answers.',
    sources: 'Sources of the draft',
    source: (question: number, title: string) => `FAQ ${question}, ${title}`,
    introduction: "The FAQ's introduction",
    insert: 'Insert the draft as a reply',
    close: 'Close',
    emptyDraft: 'The draft is empty, so there is nothing to insert.',
    reply: 'Reply',
  },
  asks: {
    entitlement: (device: string) => `Whether ${device} is covered`,
    identify: 'Which network management card a device has',
    'one-phase': 'Something about single-phase devices, for which another FAQ applies',
    near: 'Something that the FAQ does not answer',
    belongs: (whom: string) => `Something that the FAQ does not answer; it belongs with ${whom}`,
    far: 'Nothing that has to do with the Secure NMC System',
    human: 'To speak with a person',
    smalltalk: 'Thanks or a greeting, and no question',
  },
  routes: {
    'auto-answer': 'The draft can go out as it is',
    'service-partner': 'To the service partner',
    'one-phase-team': 'To the team for single-phase devices',
    'human-agent': 'To a person of the helpdesk',
    'security-team': 'To the security team, ahead of everything else',
    unrelated: 'To nobody here',
  } satisfies Record<TicketRoute, string>,
  /** Where somebody should look first, 'as it is' would be too much said. */
  answerAfterLook: 'The draft can go out once you have looked at it',
  doubts: {
    unsure: 'It is not certain that the message was understood.',
    'unread-question': 'One of its questions could not be read.',
    'several-routes': 'It asks for things that belong with different teams.',
    contradiction: 'What it says of a device does not fit together.',
    'from-quoted': 'Some of what is taken up stands in a message that it quotes.',
    language: 'It is not written in English.',
    cut: 'It holds more than was looked at.',
    'no-question': 'No question could be read out of it.',
  } satisfies Record<TicketDoubt, string>,
  search: {
    question: 'FAQ',
    product: 'Product',
    depends: (missing: string) => `Whether one is covered depends on ${missing}.`,
    nothing: (typed: string) =>
      `Nothing is found for '${typed}'. Try the name of a product, or a word of the question, such as 'renew'.`,
  },
  nothingToSet: 'There is nothing to set up here.',
  unknownCommand: (command: string) =>
    `'${command}' is not a command that the assistant knows. The app in Teams may be of another version than the server: whoever runs it can upload the package again.`,
} as const;
