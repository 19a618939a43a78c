import { TAGS, type Tag } from './judge.js';
import { LABEL_KINDS, type Label } from './label.js';
import type { Measured } from './measure.js';
import { type Share, shareOf } from './share.js';

/** What became of the messages of one kind or one entry. */
export interface Tally {
  readonly name: string;
  readonly n: number;
  readonly counts: Readonly<Record<Tag, number>>;
  readonly right: Share;
}

/** A tally a kind, in the order of the kinds; what is out of scope is split into near and far. */
export function tallyByKind(measured: readonly Measured[]): readonly Tally[] {
  const names = LABEL_KINDS.flatMap((kind) => (kind === 'out-of-scope' ? [`${kind}, near`, `${kind}, far`] : [kind]));
  const nameOf = ({ kind, near }: Label) => (kind === 'out-of-scope' ? `${kind}, ${near ? 'near' : 'far'}` : kind);
  return tallies(names, measured, nameOf);
}

/** A tally an entry, by the entry that answers best, in the order given. */
export function tallyByEntry(measured: readonly Measured[], entries: readonly string[]): readonly Tally[] {
  const faq = measured.filter((m) => m.label.kind === 'faq');
  return tallies(entries, faq, (label) => label.ids[0] ?? '');
}

/** Names without a message are left out. */
function tallies(
  names: readonly string[],
  measured: readonly Measured[],
  nameOf: (label: Label) => string,
): readonly Tally[] {
  return names.flatMap((name) => {
    const own = measured.filter((m) => nameOf(m.label) === name);
    return own.length === 0 ? [] : [tallyOf(name, own)];
  });
}

function tallyOf(name: string, measured: readonly Measured[]): Tally {
  const count = (tag: Tag) => measured.filter((m) => m.tag === tag).length;
  return {
    name,
    n: measured.length,
    counts: Object.fromEntries(TAGS.map((tag) => [tag, count(tag)])) as Record<Tag, number>,
    right: shareOf(count('right'), measured.length),
  };
}
