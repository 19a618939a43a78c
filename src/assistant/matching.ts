import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Prepare } from '../answering/features.js';
import type { Group } from '../answering/model.js';
import type { Example } from '../answering/train.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { maskNames } from '../understanding/prepare.js';

/** How texts are made ready for the matcher; in training and in use the same. */
export function prepareFor(knowledge: Knowledge): Prepare {
  const mask = maskNames(knowledge.catalogue);
  return (text) => ({ lexical: mask(text), semantic: text.toLowerCase() });
}

export const examplesOf = (knowledge: Knowledge): readonly Example[] => knowledge.phrasings;

const GROUP_OF: Readonly<Record<string, Group>> = { faq: 'entry', kind: 'kind', topic: 'boundary' };

/** The group of each label of the knowledge base: entries answer, kinds are handled elsewhere, topics are not answered. */
export function groupsOf(knowledge: Knowledge): ReadonlyMap<string, Group> {
  const labels = [...new Set(knowledge.phrasings.map((p) => p.label))];
  return new Map(labels.map((label) => [label, GROUP_OF[label.slice(0, label.indexOf(':'))] ?? 'boundary']));
}

/** Names the model of a knowledge base: other phrasings or other product names, another model. */
function modelKey(knowledge: Knowledge): string {
  const { products, ambiguous } = knowledge.catalogue;
  const names = products.map((p) => [p.name, p.class, p.aliases, p.short, p.orderNumbers]);
  const learned = JSON.stringify([knowledge.phrasings, names, ambiguous]);
  return createHash('sha256').update(learned).digest('hex').slice(0, 16);
}

/** The file of a knowledge base's model in the folder of models. */
export const modelFile = (folder: string, knowledge: Knowledge): string => join(folder, `${modelKey(knowledge)}.model`);
