import { el } from './dom.js';
import { drawEntry } from './draw-entry.js';
import { Judgements } from './judgements.js';
import { strings } from './strings.js';
import type { Transcript } from './transcript.js';

/** Nothing can be judged on paper. */
const NOTHING = { get: () => null, set: () => undefined, remove: () => undefined };

/** The conversation as it is printed: everything unfolded, with who said it in words and nothing to press. */
export function drawForPaper(transcript: Transcript, title: string, on: Date): readonly HTMLElement[] {
  const options = { judgements: new Judgements(NOTHING, async () => false), tryAgain: () => undefined };
  const entries = transcript.map((entry) => drawEntry(entry, options));
  for (const entry of entries) {
    for (const folded of entry.querySelectorAll('details')) folded.open = true;
    for (const gone of entry.querySelectorAll('.judging, .source-back, .suggested, .face, .state button'))
      gone.remove();
  }
  const day = on.toLocaleString(strings.lang, { dateStyle: 'long', timeStyle: 'short' });
  return [el('h1', {}, title), el('p', { class: 'printed' }, strings.printed(day)), ...entries];
}
