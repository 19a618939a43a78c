import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Prepare } from '../answering/features.js';
import type { Group } from '../answering/model.js';
import type { OpeningExample } from '../answering/opening-model.js';
import type { Example } from '../answering/train.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { maskNames } from '../understanding/prepare.js';
import type { FindProducts } from '../understanding/products/find-products.js';
import { positively } from '../understanding/question-form.js';

/** How texts are made ready for the matcher; in training and in use the same. */
export function prepareFor(knowledge: Knowledge, products?: FindProducts): Prepare {
  const mask = maskNames(knowledge.catalogue, products);
  return (text) => ({ lexical: mask(text), semantic: text.toLowerCase() });
}

export const examplesOf = (knowledge: Knowledge): readonly Example[] => knowledge.phrasings;

const GROUP_OF: Readonly<Record<string, Group>> = { faq: 'entry', kind: 'kind', topic: 'boundary' };

/** The group of each label of the knowledge base: entries answer, kinds are handled elsewhere, topics are not answered. */
export function groupsOf(knowledge: Knowledge): ReadonlyMap<string, Group> {
  const labels = [...new Set(knowledge.phrasings.map((p) => p.label))];
  return new Map(labels.map((label) => [label, GROUP_OF[label.slice(0, label.indexOf(':'))] ?? 'boundary']));
}

/** What the opener learns from: ways of asking as the matcher reads them, negations taken out. */
export function openingExamplesOf(knowledge: Knowledge): readonly OpeningExample[] {
  const mask = maskNames(knowledge.catalogue);
  return knowledge.asks.map((ask) => ({ ...ask, text: mask(positively(ask.text)) }));
}

/** The files of a knowledge base's models in the folder of models. */
export interface ModelFiles {
  readonly matcher: string;
  readonly openings: string;
}

/** Files are named after what is learned from: other phrasings, asks or product names, other files; texts of answers have no say. */
export function modelFiles(folder: string, { catalogue, phrasings, asks }: Knowledge): ModelFiles {
  const names = catalogue.products.map((p) => [p.name, p.class, p.aliases, p.short, p.orderNumbers]);
  const key = (learned: readonly unknown[]) =>
    createHash('sha256')
      .update(JSON.stringify([learned, names, catalogue.ambiguous, catalogue.ordinary]))
      .digest('hex')
      .slice(0, 16);
  return { matcher: join(folder, `${key(phrasings)}.model`), openings: join(folder, `${key(asks)}.openings`) };
}

/** Beside a matcher's file: what training found worth a look among the phrasings. */
export const reviewFile = (matcherFile: string): string => matcherFile.replace(/\.model$/, '.review.json');
