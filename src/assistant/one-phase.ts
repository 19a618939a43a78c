import type { CitedSentence } from '../domain/citation.js';
import type { Knowledge } from '../knowledge/knowledge.js';

/** What the rules say of a single-phase device: of `family` by its name, or of what was spoken of. */
export function onePhaseSentences({ rules }: Knowledge, family: string | null): readonly CitedSentence[] {
  const row = rules.rows.find((r) => r.outcome === 'one-phase');
  const device = family === null ? 'That' : `The ${family}`;
  return row ? [{ ...row.says, text: row.says.text.replace('{device}', () => device) }, ...row.actions] : [];
}
