import type { HandOffNote } from '../domain/hand-off.js';
import type { PartialDate } from '../domain/partial-date.js';
import { dateWords } from './date-words.js';
import { WORDING } from './wording.js';

/** What happens next for somebody who asks for a person; null: nothing is kept, so there is nothing to refer to. */
export function handOffWords(note: HandOffNote | null, contact: string): readonly string[] {
  if (note === null) return [WORDING.human.ask(contact)];
  if (note.isNew) return WORDING.human.noted(note.reference, contact);
  const when = `${dateWords(note.on as string as PartialDate)}, ${note.at}`;
  return [WORDING.human.again(when, note.reference, contact)];
}
