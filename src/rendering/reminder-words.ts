import type { PartialDate } from '../domain/partial-date.js';
import type { ReminderBrief, ReminderNote, ReminderOrder } from '../domain/reminder.js';
import type { Verdict } from '../domain/verdict.js';
import { type Block, item, paragraph } from './blocks.js';
import { dateWords } from './date-words.js';
import { deviceWords } from './fact-words.js';
import { textOf } from './text.js';
import { knowledgeDate } from './verdict-blocks.js';
import { WORDING } from './wording.js';

const dayWords = (day: string): string => dateWords(day as PartialDate);

const lineOf = ({ facts, until, on }: ReminderBrief): Block =>
  item(WORDING.reminder.line(dayWords(on), deviceWords(facts), dayWords(until)));

/** What became of an order. Null: nothing is kept where it was said, so there are no reminders. */
export function reminderBlocks(order: ReminderOrder, note: ReminderNote | null): readonly Block[] {
  const { reminder } = WORDING;
  const known: ReminderNote =
    note ??
    (order.what === 'set'
      ? { kind: 'not-here', isGroup: false, until: null }
      : { kind: order.what === 'list' ? 'list' : 'cancelled', reminders: [] });
  switch (known.kind) {
    case 'set': {
      const [on, device, until] = [dayWords(known.on), deviceWords(known.facts), dayWords(known.until)];
      return [
        known.isNew ? paragraph(reminder.set(on, device, until), reminder.kept) : paragraph(reminder.again(on, device)),
      ];
    }
    case 'not-here':
      return [
        paragraph(
          known.isGroup ? reminder.inGroup : reminder.notHere,
          ...(known.until === null ? [] : [reminder.noteIt(dayWords(known.until))]),
        ),
      ];
    case 'no-end':
      return [paragraph(reminder.noEnd)];
    case 'too-many':
      return [paragraph(reminder.tooMany)];
    case 'too-late':
      return [paragraph(reminder.tooLate(dayWords(known.until)))];
    default:
      return known.reminders.length === 0
        ? [paragraph(reminder.none)]
        : [paragraph(reminder[known.kind]), ...known.reminders.map(lineOf)];
  }
}

/** The reminder itself: the device, its last covered day, and what the verdict says that one can do. */
export function dueText({ facts, until }: Omit<ReminderBrief, 'on'>, verdict: Verdict): string {
  return textOf(
    [
      paragraph(WORDING.reminder.due(deviceWords(facts), dayWords(until))),
      ...verdict.actions.map(item),
      paragraph(...knowledgeDate(verdict)),
    ].filter((block) => block.sentences.length > 0),
  );
}
