import { nameOf, type Route } from '../assistant/route.js';
import type { EntryId } from '../domain/ids.js';
import { leansBack } from '../understanding/leaning.js';
import { type Asked, SURE_TOPIC } from './ask-reader.js';

/** Surer pieces need nobody to bear them out. */
const BORNE_OUT = 0.8;
/** How sure a piece is that is borne out. */
const BACKED = 0.6;

/**
 * What a ticket bears out: a piece that is unsure of the same entry as another, or of one that a sign backs, is sure enough, and
 * one that is unsure right behind something that is surely not answered goes on about that.
 */
export function borneOut(asked: readonly Asked[], backs: (label: string) => boolean): readonly Asked[] {
  return asked.flatMap((a, i): readonly Asked[] => {
    const top = a.match.ranked[0]?.label;
    const unsure = a.match.confidence < BORNE_OUT;
    const before = asked[i - 1];
    const goesOn =
      unsure &&
      ['faq', 'clarify', 'identify'].includes(a.route.kind) &&
      before?.route.kind === 'out-of-scope' &&
      before.match.confidence > SURE_TOPIC;
    if (goesOn && !backs(top ?? '')) return [];
    // Where somebody wants to go on, what comes next to what is not sure is how to.
    const next = a.match.ranked[1];
    if (
      !a.settled &&
      a.form === 'question' &&
      unsure &&
      next?.group === 'entry' &&
      backs(next.label) &&
      !backs(top ?? '')
    )
      return [{ ...a, settled: true, route: entryOf(next.label), match: { ...a.match, confidence: BACKED } }];
    const entry = before?.route.kind === 'entitlement' ? leaningEntry(a) : null;
    if (entry !== null) return [entry];
    const backed =
      unsure &&
      ['faq', 'clarify', 'out-of-scope'].includes(a.route.kind) &&
      a.match.ranked[0]?.group === 'entry' &&
      (asked.some((b, j) => j !== i && b.match.ranked[0]?.label === top) ||
        (a.form === 'question' && backs(top ?? '')));
    return [
      backed
        ? {
            ...a,
            form: 'question',
            settled: true,
            route: entryOf(top ?? ''),
            match: { ...a.match, confidence: Math.max(a.match.confidence, BACKED) },
          }
        : a,
    ];
  });
}

const entryOf = (label: string): Route => ({ kind: 'faq', ids: [nameOf(label) as EntryId] });

/** 'How do we get it back?' behind what was asked of a device: the entry that comes next to something that is not surely meant. */
function leaningEntry(a: Asked): Asked | null {
  const [top, next] = a.match.ranked;
  if (a.settled || top?.group !== 'boundary' || next?.group !== 'entry' || !leansBack(a.words.join(' '))) return null;
  const route: Route = { kind: 'faq', ids: [nameOf(next.label) as EntryId] };
  return { ...a, route, settled: true, match: { ...a.match, confidence: BACKED } };
}
