import type { EntryId } from '../domain/ids.js';
import { pickedOption } from '../interview/answers.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Understood } from '../understanding/understand.js';
import { entryById } from './reply-parts.js';
import type { Session } from './session.js';

/** Words that say nothing beside the name they stand with: 'and what about the … too?'. */
const FILLER =
  /\b(?:and|or|what|how|about|for|the|an?|our|my|your|also|too|as|well|same|question|i|we|mean|it|is|are|that|this|those|with|then|so|ok|okay|in|of|on|case|old|new|please|pls|does|do|s|ups|pdu|nmc|unit|units|device|one|ones)\b/gi;

/** Whether a message names products only ('and the VXL?'), so that it repeats the question before it for them. */
export function namesOnly(understood: Understood): boolean {
  if (understood.products.length === 0 || understood.text.length > 60) return false;
  let rest = understood.text;
  for (const m of [...understood.products].reverse()) rest = `${rest.slice(0, m.start)} ${rest.slice(m.end)}`;
  return rest.replace(FILLER, ' ').replace(/[^\p{L}\p{N}]+/gu, '') === '';
}

/** The entry that a message picks from an offer: by its title, or 'the second one'. */
export function pickedEntry(text: string, session: Session, knowledge: Knowledge): EntryId | null {
  const said = text.trim().toLowerCase();
  const byTitle = knowledge.entries.find((e) => e.title.toLowerCase() === said || e.short.toLowerCase() === said);
  if (byTitle) return byTitle.id;
  if (session.offered.length === 0) return null;
  const titles = session.offered.map((id) => entryById(knowledge, id)?.short ?? '');
  const picked = pickedOption(text, titles);
  return picked === null ? null : (session.offered[titles.indexOf(picked)] ?? null);
}

/** Whether a message leans on what was said before: short, with a word that points back. */
export const leansBack = (text: string): boolean =>
  text.length <= 80 &&
  /^\s*(?:and|so|but|then|or|ok(?:ay)?,? (?:and|so|but)|what if|even)\b|\b(?:those|these|them|they|that|it|such|there|either|too|instead|otherwise)\b/i.test(
    text,
  );
