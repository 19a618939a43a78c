/** What people read of the app in Teams' store, in its header and above an empty chat. Limits are Teams' own. */
export const WORDS = {
  /** At most 30 and 100 characters. */
  name: { short: 'Secure NMC assistant', full: 'Secure NMC assistant for 3-phase UPS and PDU' },
  description: {
    /** At most 80 characters. */
    short: 'Answers from the Secure NMC System FAQ, and whether a device is covered.',
    /** At most 4,000 characters. */
    full: [
      'Answers questions about the Secure NMC System for 3-phase UPS and PDU from its FAQ, with the source of every sentence, and works out by the rules of the FAQ whether a device is covered. Where the FAQ is silent, it says so.',
      'No text is generated: every sentence of an answer comes from the FAQ or from its rules. It answers in English.',
      'In a chat of your own just write. In a group chat or a channel, mention it by its name.',
      "On any message, 'Triage this message' shows what it asks and drafts a reply. Where you write messages, you can search the FAQ and insert an answer.",
    ].join('\n\n'),
  },
} as const;

export interface Starter {
  /** On the button; at most 32 characters. */
  readonly title: string;
  /** What it is good for; at most 4,000 characters. */
  readonly description: string;
  /** What is put into the message box, for the person to send. */
  readonly prompt: string;
}

const COVERED: Starter = {
  title: 'Is my device covered?',
  description: 'Works out whether a UPS or PDU is covered, and until when',
  prompt: 'Is my device covered?',
};
const WHAT: Starter = {
  title: 'What is the Secure NMC System?',
  description: 'What it is and what it gives',
  prompt: 'What is the Secure NMC System?',
};
const WHICH: Starter = {
  title: 'Which devices are included?',
  description: 'The products that include it, and the card they need',
  prompt: 'Which devices are included?',
};
const CARD: Starter = {
  title: 'Which card do I have?',
  description: 'Where to look to tell the network management cards apart',
  prompt: 'Which network management card do I have?',
};
const LATER: Starter = {
  title: 'What comes after the first year?',
  description: 'How the Secure NMC System can be continued',
  prompt: 'What happens after the first year?',
};
const PERSON: Starter = {
  title: 'Talk to a person',
  description: 'Whom to ask when the FAQ does not help',
  prompt: 'I want to talk to a person',
};

/** Ways to begin, offered above an empty chat: at most 10 for each scope. */
export const STARTERS = {
  personal: [COVERED, WHAT, WHICH, CARD, LATER, PERSON],
  groupChat: [COVERED, WHICH, CARD, LATER],
  team: [COVERED, WHICH, CARD, LATER],
} as const satisfies Readonly<Record<string, readonly Starter[]>>;

/** The commands of the message extension: at most 32 characters in a title, 128 in a description. */
export const COMMANDS = {
  triage: {
    title: 'Triage this message',
    description: 'What the message asks, whether its device is covered, whom it belongs to, and a draft of the reply.',
  },
  search: {
    title: 'Search the FAQ',
    description: 'Questions and products of the Secure NMC System FAQ, with answer and source, for your message.',
    parameter: { title: 'Search', description: 'A word of the question, or a product' },
  },
} as const;
