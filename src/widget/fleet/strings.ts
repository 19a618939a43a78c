const figure = (n: number): string => n.toLocaleString('en-GB');
const devices = (n: number): string => `${figure(n)} ${n === 1 ? 'device' : 'devices'}`;

/** What the section says. */
export const STRINGS = {
  choose: 'Choose a file',
  orDrop: 'or drop it here: .xlsx or .csv, one device a row',
  file: 'List of devices, .xlsx or .csv',
  key: 'Key',
  keyWanted: 'This server wants a key for it. Whoever runs it knows the key.',
  send: 'Send with the key',
  sending: (name: string) => `Sending ${name} …`,
  deciding: (name: string) => `Checking ${name} …`,
  done: (name: string, n: number) => `${name}: ${devices(n)} checked.`,
  covered: 'covered now',
  soon: 'cover ends within 90 days',
  open: 'open, since facts are missing',
  look: 'to look at',
  openReport: 'Open the report',
  saveReport: 'Save it',
  cancel: 'Stop',
  stopped: 'Stopped. Nothing was kept.',
  tooMany: 'One list at a time, please.',
  lost: 'The server cannot be reached. Please try again.',
  failed: 'That did not work. Please try again.',
  figure,
} as const;
