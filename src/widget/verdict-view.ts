import type { CitedSentence } from '../domain/citation.js';
import type { Facts } from '../domain/facts.js';
import type { Verdict } from '../domain/verdict.js';
import { dateWords } from './date-words.js';
import { strings } from './strings.js';

/** The icon and colour of a verdict; the headline says the same in words. */
export type Tone = 'yes' | 'no' | 'visit' | 'later' | 'open';

/** What a verdict card shows, all in words. */
export interface VerdictView {
  readonly tone: Tone;
  readonly headline: string;
  readonly device: string | null;
  readonly asOf: string;
  /** Last covered day, gap, what comes. */
  readonly days: readonly (readonly [label: string, value: string])[];
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** Names of the facts that are still missing. */
  readonly missing: readonly string[];
  /** What to do, what contradicts, what is assumed: only those with sentences. */
  readonly sections: readonly { readonly title: string; readonly sentences: readonly CitedSentence[] }[];
}

const TONES: Readonly<Record<string, Tone>> = { yes: 'yes', no: 'no', 'at-visit': 'visit', 'not-yet': 'later' };

/** `said`: texts that the message itself has said and that the card need not repeat. */
export function verdictView(facts: Facts, verdict: Verdict, said: ReadonlySet<string> = new Set()): VerdictView {
  const { gap, coveredUntil } = verdict;
  const days: (readonly [string, string])[] = [];
  if (coveredUntil !== null) days.push([strings.coveredUntil, dateWords(coveredUntil)]);
  if (gap) {
    const [from, to] = [dateWords(gap.from), dateWords(gap.to)];
    days.push([strings.gap, from === to ? from : strings.gapDays(from, to)]);
  }
  const shown = new Set<string>([coveredUntil ?? '', ...Object.values(facts)]);
  for (const { event, on } of verdict.upcoming) {
    if (!shown.has(on)) days.push([strings.events[event] ?? words(event), dateWords(on)]);
  }
  const unsaid = (sentences: readonly CitedSentence[]) => sentences.filter((s) => !said.has(s.text));
  const contradictions = verdict.contradictions.map(({ text }) => ({ text, citations: [] }));
  return {
    tone: TONES[verdict.covered] ?? 'open',
    headline: headlineOf(verdict),
    device: facts.family ?? null,
    asOf: strings.asOf(dateWords(verdict.asOf)),
    days,
    facts: factLines(facts, verdict.planName),
    missing: verdict.missing.map((name) => strings.factNames[name] ?? words(name)),
    sections: [
      { title: strings.contradictions, sentences: unsaid(contradictions) },
      { title: strings.actions, sentences: unsaid(verdict.actions) },
      { title: strings.notes, sentences: unsaid(verdict.notes) },
      { title: strings.assumptions, sentences: unsaid(verdict.assumptions) },
    ].filter((section) => section.sentences.length > 0),
  };
}

function headlineOf({ outcome, covered }: Verdict): string {
  return strings.headlines[outcome] ?? strings.byCover[covered] ?? strings.byCover.unknown ?? '';
}

/** What is known of a device, in the facts' fixed order. */
function factLines(facts: Facts, planName: string | null): readonly (readonly [label: string, value: string])[] {
  const lines: (readonly [string, string])[] = [];
  for (const [name, label] of Object.entries(strings.factNames)) {
    const value = facts[name as keyof Facts];
    if (typeof value !== 'string') continue;
    const fixed = strings.factValues[`${name}:${value}`];
    lines.push([label, fixed ?? factWords(name, value, planName)]);
  }
  return lines;
}

function factWords(name: string, value: string, planName: string | null): string {
  if (name === 'plan') return planName ?? words(value);
  return name === 'family' || name === 'nmc' ? value : dateWords(value);
}

/** An id that nobody has worded, as words: `included-year-ends` → `Included year ends`. */
const words = (id: string) => id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
