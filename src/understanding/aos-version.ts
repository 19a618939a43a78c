import type { CardKnowledge } from '../knowledge/card-schema.js';
import type { CardPiece, SilentPiece } from './card-piece.js';
import { type CardText, filled, findAll } from './card-text.js';

/** The AOS versions of a text: those that tell the card, and those that do not. */
export interface AosVersions {
  readonly shown: readonly CardPiece[];
  readonly silent: readonly SilentPiece[];
}

/**
 * Reads AOS versions by their number of parts: 3.7.3 and 3.0.0.12 are different cards, and 3.0 is none.
 * Where the text names hardware whose versions only look alike (`unless` in the data), they stay silent.
 */
export function readAosVersions(source: CardText, cards: CardKnowledge): AosVersions {
  const { patterns, rules, unless } = cards.versions;
  const lookalikes = unless.flatMap((bar) =>
    findAll(bar.pattern, source, 'spelled')
      .slice(0, 1)
      .map((at) => ({ bar, at })),
  );
  const shown: CardPiece[] = [];
  const silent: SilentPiece[] = [];
  for (const found of patterns.flatMap((pattern) => findAll(pattern, source, 'text', 'version'))) {
    const { start, end, said } = found;
    const span = { start, end, said };
    const parts = said.split('.');
    const whole = parts.every((part) => /^\d+$/.test(part));
    const major = Number(parts[0]);
    const rule = rules.find(
      (r) =>
        r.parts === parts.length &&
        r.majors.includes(major) &&
        (whole || (r.placeholders && parts.every(isPartOrPlaceholder))),
    );
    if (rule === undefined) {
      const isCutShort = parts.length < 3 || (!whole && parts.every(isPartOrPlaceholder));
      const why = isCutShort ? cards.wording.partsMissing : cards.wording.noSuchVersion;
      silent.push({ ...span, because: filled(why, { said }), source: cards.versions.source });
      continue;
    }
    const barred = lookalikes.find(({ bar }) => bar.nmc.includes(rule.nmc));
    if (barred !== undefined) {
      const because = filled(barred.bar.because, { said: barred.at.said });
      silent.push({ ...barred.at, because, source: barred.bar.source });
    } else {
      const because = filled(rule.because, { said });
      const { nmc, confidence } = rule;
      shown.push({ ...span, kind: 'version', nmc, because, confidence, source: rule.source });
    }
  }
  return { shown, silent };
}

const isPartOrPlaceholder = (part: string) => /^(?:\d+|[xyz])$/i.test(part);
