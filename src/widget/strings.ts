/**
 * Every text of the widget that is not said by the server or a visitor, in one place for translation. A translation is a file
 * `languages/….ts`, named by its tag, that exports `texts` of the type `Texts`; a page asks for it with `data-lang`.
 */

/** What the button in the corner says before anything is loaded; `data-title` takes the place of `open`. */
export const launcherStrings = {
  open: 'Open the chat',
  loading: 'Opening the chat …',
  failed: 'The chat could not be loaded. Please try again.',
  tryAgain: 'Try again',
} as const;

/** The texts that everything else begins with. */
export const english = {
  lang: 'en',
  direction: 'ltr' as 'ltr' | 'rtl',
  title: 'Assistant',
  panelLabel: 'Chat with the assistant',
  logLabel: 'Conversation',
  close: 'Close the chat',
  person: 'Talk to a person',
  personSays: 'I would like to talk to a person.',
  newConversation: 'New conversation',
  copy: 'Copy conversation',
  copied: 'The conversation is copied.',
  notCopied: 'This browser did not let it be copied. Please mark the text and copy it by hand.',
  print: 'Print conversation',
  printed: (day: string) => `Printed on ${day}`,
  confirmNew: 'Start a new conversation?',
  confirmNewText: 'This one will no longer be shown here.',
  confirmYes: 'Start new',
  confirmNo: 'Keep this one',

  status: { connecting: 'Connecting …', online: 'Connected', busy: 'Waiting …', offline: 'Offline' },
  offlineBar:
    'No connection at the moment. You can go on writing: your messages are kept and sent as soon as it is back.',
  tryNow: 'Try now',
  busyBar: 'Too many messages just now. Yours are kept, and sent again in a moment.',
  replaced:
    'The earlier conversation could not be continued. This is a new one: what was said before is no longer known.',
  began: 'New conversation',

  you: 'You said:',
  assistant: 'Assistant said:',
  writing: 'The assistant is writing …',
  waiting: 'Not sent',
  held: 'Not sent yet',
  tryAgain: 'Try again',
  refused: 'Not sent: the server did not accept this message.',
  newest: 'Newest message',
  suggestions: 'Suggested replies',
  suggestionsFollow: (labels: readonly string[]) => `Suggested replies: ${labels.join('; ')}.`,

  writeLabel: 'Your message',
  placeholder: 'Write your question',
  send: 'Send',
  hint: 'Enter sends, Shift+Enter starts a new line',
  typeAhead: 'What you may mean',
  typeAheadCount: (n: number) => `${n === 1 ? '1 suggestion' : `${n} suggestions`}. The arrow keys choose.`,
  typeAheadTaken: (label: string) => `Put into your message: ${label}`,
  typeAheadKinds: { question: '', product: 'Product', plan: 'Service plan' },
  left: (n: number) => `${n} of 2,000 characters left`,
  tooLongNow: 'The message is too long to be sent.',
  tooLong: (n: number) => `Too long by ${n} ${n === 1 ? 'character' : 'characters'}: please shorten it to 2,000.`,

  judging: 'What you think of this answer',
  thumbs: { up: 'Helpful', down: 'Wrong or not helpful' },
  whatWasWrong: 'What was wrong? (optional)',
  whereItGoes: 'It is kept with this answer, for the people who look after the knowledge.',
  sendComment: 'Send comment',
  skipComment: 'Skip',
  noted: 'Noted, thank you.',
  commentKept: 'Thank you. Your comment is kept with this answer.',
  notKept: 'This could not be kept. Please try again.',

  sources: (n: number) => (n === 1 ? '1 source' : `${n} sources`),
  sourceName: (question: number) => (question === 0 ? 'FAQ, introduction' : `FAQ ${question}`),
  sourceSentences: (numbers: readonly number[]) =>
    numbers.length === 1 ? `sentence ${numbers[0]}` : `sentences ${listed(numbers.map(String))}`,
  footnote: (number: number, source: string, sentences: string) => `Source ${number}: ${source}, ${sentences}`,
  back: (number: number) => `Back to the text from source ${number}`,

  verdict: 'Result',
  headlines: {
    'one-phase': 'Single-phase device: another FAQ applies',
    'not-eligible-product': 'Not covered: this kind of product is left out',
    'not-eligible-nmc2': 'Not covered: not available for this card',
    'not-eligible-nmc': 'Not covered: no eligible card',
    'not-listed': 'Not settled: the FAQ does not list this product',
    'not-started': 'Not yet: the device is not commissioned',
    included: 'Covered: the included year is running',
    'covered-by-plan': 'Covered by the service plan',
    'covered-by-visit': 'Covered at the visit that is ordered',
    expired: 'Not covered now: the included year is over',
  } as Readonly<Record<string, string>>,
  byCover: {
    yes: 'Covered',
    no: 'Not covered',
    'at-visit': 'Covered at a visit',
    'not-yet': 'Not covered yet',
    unknown: 'Not decided yet',
  } as Readonly<Record<string, string>>,
  asOf: (day: string) => `As of ${day}`,
  coveredUntil: 'Last covered day',
  gap: 'Without cover',
  gapDays: (from: string, to: string) => `from ${from} to ${to}`,
  inWords: 'The picture in words',
  facts: 'What you told me',
  factNames: {
    family: 'Device',
    nmc: 'Card',
    commissioned: 'Commissioned',
    plan: 'Service plan',
    contractStart: 'Contract starts',
    contractEnd: 'Contract ends',
  } as Readonly<Record<string, string>>,
  factValues: {
    'nmc:none': 'no card fitted',
    'commissioned:not-yet': 'not yet',
    'contractStart:in-effect': 'in effect',
  } as Readonly<Record<string, string>>,
  events: {
    commissioning: 'Commissioning',
    'included-year-ends': 'Included year ends',
    'contract-starts': 'Contract starts',
    'contract-ends': 'Contract ends',
  } as Readonly<Record<string, string>>,
  missing: 'Still to be known',
  contradictions: 'Does not fit together',
  actions: 'What you can do now',
  notes: 'Good to know',
  assumptions: 'Taken for granted',
  devices: (n: number) => `${n} devices`,
  unnamedDevice: 'Device',

  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ] as readonly string[],
  or: ' or ',
  onOrAfter: (day: string) => `on or after ${day}`,
  between: (from: string, to: string) => `between ${from} and ${to}`,
};

export type Texts = typeof english;

/** The texts in the language that is spoken now. */
export let strings: Texts = english;

/** From now on these are spoken; what is drawn already stays as it is. */
export function speak(texts: Texts): void {
  strings = texts;
}

/** 'a', 'a and b', 'a, b and c'. */
function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
