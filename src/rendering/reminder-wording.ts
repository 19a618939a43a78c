/** What is said of reminders of the end of cover. */
export const REMINDER_WORDING = {
  /** The click that sets one. */
  offer: (days: number) => `Remind me ${days} days before`,
  set: (on: string, device: string, until: string) =>
    `I will remind you here on ${on} that ${until} is the last covered day of ${device}.`,
  kept: 'To do so I keep what I know of the device until then.',
  again: (on: string, device: string) => `The reminder of ${device} is already set for ${on}.`,
  noEnd: 'I know of no device that is covered now until a certain day, so there is nothing to remind you of.',
  tooLate: (until: string) => `The last covered day is ${until}: that is too near for such a reminder.`,
  tooMany: 'There are too many reminders already: cancel some first.',
  notHere: 'I cannot write to you here later, so I cannot remind you.',
  inGroup: 'Others read along here, so I remind nobody here: ask me in a personal chat.',
  noteIt: (until: string) => `You can note the last covered day yourself: ${until}.`,
  none: 'No reminder is set.',
  list: 'These reminders are set:',
  which: 'Which of these shall I cancel?',
  cancelled: 'These reminders are cancelled:',
  line: (on: string, device: string, until: string) => `on ${on}: the last covered day of ${device} is ${until}`,
  cancel: (device: string) => `Cancel the reminder for ${device}`,
  cancelAll: 'Cancel all reminders',
  due: (device: string, until: string) => `A reminder, as you asked: the last covered day of ${device} is ${until}.`,
} as const;
