import type { Attachment } from 'botbuilder';
import type { PartialDate } from '../../domain/partial-date.js';
import { dateWords } from '../../rendering/date-words.js';
import { MESSAGE_EXTENSION_WORDING } from '../../rendering/message-extension-wording.js';
import type { SheetSection, TriageSheet } from '../../rendering/triage-sheet.js';
import { adaptiveCard, bytesOf, fitted, heading, paragraphs, words } from './card-parts.js';
import { LONGEST_TEXT, type MessageTicket } from './ticket-of-message.js';

const { triage: SAYS } = MESSAGE_EXTENSION_WORDING;

/** So many lines of a section are shown; fewer where they are long. */
const MOST_LINES = [10, 5, 2, 1];
/** So much of a card is left to what is not the draft, in bytes. */
const LARGEST_SHEET = 14_000;

/** The sheet of a message with its draft, which can be changed and inserted; a draft that is too long for a card is cut, and says so. */
export function triageCard(sheet: TriageSheet, message: MessageTicket): Attachment {
  const about = [...head(message), ...sectionsOf(sheet)];
  if (sheet.draft === '') return adaptiveCard(SAYS.noDraft, [...about, words(SAYS.noDraft)], [CLOSE]);
  const sources =
    sheet.sources.length < 2 ? [] : [heading(SAYS.sources), ...sheet.sources.map((source) => words(source))];
  return fitted(sheet.draft, SAYS.draftCut, (draft) =>
    adaptiveCard(SAYS.title, [...about, heading(SAYS.draft), draftInput(draft), ...sources], [INSERT, CLOSE]),
  );
}

/** Said of a message that has nothing to read. */
export const noTextCard = (): Attachment => adaptiveCard(SAYS.noText, [words(SAYS.noText)], [CLOSE]);

/** A draft as it goes into the reply. */
export const replyCard = (draft: string): Attachment =>
  fitted(draft, SAYS.draftCut, (text) => adaptiveCard(SAYS.reply, paragraphs(text), []));

const INSERT = { type: 'Action.Submit', title: SAYS.insert, data: { pressed: 'insert' } };
const CLOSE = { type: 'Action.Submit', title: SAYS.close, data: { pressed: 'close' } };

/** With an input a draft can be copied, changed, and comes back with the button. */
const draftInput = (draft: string) => ({
  type: 'Input.Text',
  id: 'draft',
  isMultiline: true,
  label: SAYS.draftLabel,
  value: draft,
});

function head({ sender, ticket, length }: MessageTicket): readonly object[] {
  const day = dateWords(ticket.received as string as PartialDate);
  const from = sender === null ? SAYS.sent(day) : SAYS.from(sender, day);
  const figures = (count: number) => count.toLocaleString('en');
  const cut = length > LONGEST_TEXT ? [words(SAYS.cut(figures(LONGEST_TEXT), figures(length)))] : [];
  return [words(from, { isSubtle: true }), ...cut];
}

function sectionsOf({ sections }: TriageSheet): readonly object[] {
  const drawn = (most: number) => sections.flatMap((section) => sectionOf(section, most));
  const most = MOST_LINES.find((lines) => bytesOf(drawn(lines)) <= LARGEST_SHEET) ?? 1;
  return drawn(most);
}

function sectionOf({ title, lines }: SheetSection, most: number): readonly object[] {
  const left = lines.length - most;
  return [
    heading(title),
    ...lines
      .slice(0, most)
      .flatMap(({ text, beside }) => [words(text), ...(beside === '' ? [] : [words(beside, { isSubtle: true })])]),
    ...(left > 0 ? [words(SAYS.more(left), { isSubtle: true })] : []),
  ];
}
