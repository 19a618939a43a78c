import { LESSON_REASONS, type LessonPlace, type LessonProposal, type LessonText, mondayOf } from '../domain/lesson.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { hashOf, keyOf } from './collect.js';
import type { LikenessSpace } from './likeness-space.js';

/**
 * From this likeness on, texts are taken to ask the same. Of pairs of our own phrasings that different hands wrote and that are
 * at least so alike, nine in ten belong to one label; it is the least likeness of which that holds (in steps of 0.01).
 */
export const ALIKE = 0.53;

/** One person may have a way of asking of their own. */
const FEWEST_PEOPLE = 2;
const MOST_NEAR = 3;
/** Where clearly most of the texts are like the phrasings of one label, they belong there. */
const CLEARLY = 0.5;

export interface ProposeParts {
  readonly knowledge: Pick<Knowledge, 'entries' | 'boundaries'>;
  readonly space: LikenessSpace;
  /** Makes a text ready as the matcher reads it. */
  readonly prepare: (text: string) => string;
  /** Awaited every few milliseconds of work, so that others get their turn. */
  readonly pause: () => Promise<void>;
}

/**
 * Groups texts by likeness: the text that most others are like comes first, and takes those; then the next of what is left. A
 * group of at least two people is a proposal; those of most people come first. The order of the texts has no say in it.
 */
export async function propose(texts: readonly LessonText[], parts: ProposeParts): Promise<readonly LessonProposal[]> {
  const ordered = [...texts].sort((a, b) => order(keyOf(a.text), keyOf(b.text)));
  const proposals: LessonProposal[] = [];
  for (const places of await groupsOf(ordered, parts)) {
    const group = places.flatMap((place) => ordered[place] ?? []);
    if (peopleOf(group).length >= FEWEST_PEOPLE) proposals.push(await proposalOf(group, parts));
  }
  return proposals.sort((a, b) => b.people - a.people || order(b.last, a.last) || order(a.text, b.text));
}

/** Places of texts, group by group, in each that of the text that the others are like first. */
async function groupsOf(
  texts: readonly LessonText[],
  { space, prepare, pause }: ProposeParts,
): Promise<readonly (readonly number[])[]> {
  const prepared: string[] = [];
  for (const { text } of texts) {
    await pause();
    prepared.push(prepare(text));
  }
  const alike = await space.alike(prepared, ALIKE, pause);
  const left = new Set(texts.keys());
  const groups: (readonly number[])[] = [];
  while (left.size > 0) {
    await pause();
    let best: readonly number[] = [];
    for (const place of left) {
      const group = [place, ...(alike[place] ?? []).filter((other) => left.has(other))];
      if (group.length > best.length) best = group;
    }
    for (const place of best) left.delete(place);
    groups.push(best);
  }
  return groups;
}

async function proposalOf(group: readonly LessonText[], parts: ProposeParts): Promise<LessonProposal> {
  const [first, ...others] = group;
  const text = first?.text ?? '';
  const more = others.sort((a, b) => b.people.length - a.people.length || order(a.text, b.text));
  const days = group.flatMap((one) => [one.first, one.last]).sort();
  return {
    id: hashOf(text).slice(0, 8),
    text,
    texts: [text, ...more.map((one) => one.text)],
    people: peopleOf(group).length,
    weeks: new Set(days.map(mondayOf)).size,
    first: days[0]?.slice(0, 10) ?? '',
    last: days.at(-1)?.slice(0, 10) ?? '',
    reasons: LESSON_REASONS.filter((reason) => group.some(({ reasons }) => reasons.includes(reason))),
    ...(await placesOf(group, parts)),
  };
}

/** Where the texts may belong: the labels whose phrasings are most like them on average. */
async function placesOf(
  group: readonly LessonText[],
  { knowledge, space, prepare, pause }: ProposeParts,
): Promise<Pick<LessonProposal, 'belongs' | 'near'>> {
  const sums = new Map<string, number>();
  const clear = new Map<string, number>();
  for (const { text } of group) {
    await pause();
    const [best, ...others] = space.nearest(prepare(text));
    for (const { label, likeness } of [...(best ? [best] : []), ...others])
      sums.set(label, (sums.get(label) ?? 0) + likeness / group.length);
    if (best && best.likeness >= ALIKE) clear.set(best.label, (clear.get(best.label) ?? 0) + 1);
  }
  const places = [...sums]
    .sort(([a, x], [b, y]) => y - x || order(a, b))
    .map(
      ([label, likeness]): LessonPlace => ({ label, title: titleOf(label, knowledge), likeness: rounded(likeness) }),
    );
  const belongs = places.find(({ label }) => (clear.get(label) ?? 0) > CLEARLY * group.length) ?? null;
  return { belongs, near: places.slice(0, MOST_NEAR) };
}

/** How people call a label. */
export function titleOf(label: string, { entries, boundaries }: ProposeParts['knowledge']): string {
  const id = label.slice(label.indexOf(':') + 1);
  if (label.startsWith('faq:')) return entries.find((entry) => entry.id === id)?.title ?? id;
  return label.startsWith('topic:') ? (boundaries.get(id)?.title ?? id) : id;
}

const peopleOf = (group: readonly LessonText[]): readonly string[] => [
  ...new Set(group.flatMap(({ people }) => people)),
];
const rounded = (likeness: number): number => Math.round(likeness * 100) / 100;
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
