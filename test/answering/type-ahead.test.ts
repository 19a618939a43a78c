import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { z } from 'zod';
import { knowledgeTypeAhead } from '../../src/answering/knowledge-type-ahead.js';
import { typeAhead } from '../../src/answering/type-ahead.js';
import type { TypeAheadItem } from '../../src/answering/type-ahead-item.js';
import { projectKnowledge } from '../support/knowledge.js';

const FILE = join(__dirname, '../cases/type-ahead.yaml');
const typedCase = z.strictObject({ typed: z.string(), first: z.string().nullable(), says: z.string().optional() });
const groups = z.record(z.string(), z.array(typedCase)).parse(parse(readFileSync(FILE, 'utf8')));
const ofProject = knowledgeTypeAhead(projectKnowledge());

describe.each(Object.entries(groups))('%s', (_group, cases) => {
  it.each(cases.map((one) => [one.typed, one.first ?? 'nothing', one] as const))('%j: %s', (typed, _first, one) => {
    const [first] = ofProject.suggest(typed, 5);
    expect(first ? { label: first.label, says: first.says } : null).toEqual(
      one.first === null ? null : { label: one.first, says: one.says ?? one.first },
    );
  });
});

const item = (kind: TypeAheadItem['kind'], label: string, ...alsoKnownAs: string[]): TypeAheadItem => ({
  kind,
  label,
  says: label,
  alsoKnownAs,
});
const labels = (items: readonly TypeAheadItem[], typed: string, ordinary: readonly string[] = []) =>
  typeAhead(items, ordinary)
    .suggest(typed, 9)
    .map(({ label }) => label);

describe('names', () => {
  const names = [
    item('product', 'Aurora 100', 'AU1'),
    item('product', 'Aurora 200'),
    item('product', 'Aurora 2000'),
    item('plan', 'Aurora Care', 'long winded agreement'),
  ];

  it('are listed as they are in the list, the nearest to complete first', () => {
    expect(labels(names, 'aurora')).toEqual(['Aurora 100', 'Aurora 200', 'Aurora 2000', 'Aurora Care']);
    expect(labels(names, 'aurora 2')).toEqual(['Aurora 200', 'Aurora 2000']);
    expect(labels(names, 'my aurora c')).toEqual(['Aurora Care']);
    expect(labels([item('product', 'Aurora 100 Large'), ...names], 'auror')[0]).toBe('Aurora 100');
  });

  it('are not found in the middle', () => {
    expect(labels([item('product', 'Banana Bread')], 'bana')).toEqual(['Banana Bread']);
    expect(labels([item('product', 'Banana Bread')], 'bread')).toEqual([]);
  });

  it('of other letters are not offered beside one that fits to the letter', () => {
    expect(labels(names, 'aurora 20')).toEqual(['Aurora 200', 'Aurora 2000']);
    expect(labels(names, 'auora 100')).toEqual(['Aurora 100']);
  });

  it('in another form count only where most of it is typed', () => {
    expect(labels(names, 'long')).toEqual([]);
    expect(labels(names, 'long winded ag')).toEqual(['Aurora Care']);
  });

  it('are not completed within a sentence from two letters, or after its end', () => {
    expect(labels(names, 'au')).not.toEqual([]);
    expect(labels(names, 'is au')).toEqual([]);
    expect(labels(names, 'aurora?')).toEqual([]);
  });

  it('are no guess where the word is one that people write', () => {
    expect(labels(names, 'aurara')).not.toEqual([]);
    expect(labels(names, 'aurara', ['aurara'])).toEqual([]);
    expect(labels(names, 'aurar', ['aurara'])).toEqual([]);
  });
});

describe('questions', () => {
  const questions = [
    item('question', 'How do I feed a cat?', 'What do cats eat?', 'kitten', 'tuna'),
    item('question', 'How do I feed a dog?', 'What do dogs eat?', 'puppy'),
    item('question', 'Where do dogs sleep?'),
  ];

  it('that begin as what was typed go before those that share its words', () => {
    expect(labels(questions, 'how do i feed a')).toEqual(['How do I feed a cat?', 'How do I feed a dog?']);
    expect(labels(questions, 'how do i feed a d')[0]).toBe('How do I feed a dog?');
    expect(labels(questions, 'where do')[0]).toBe('Where do dogs sleep?');
  });

  it('are found by rare words more than by those that all have', () => {
    expect(labels(questions, 'how do i feed a kitten')[0]).toBe('How do I feed a cat?');
    expect(labels(questions, 'do puppy')).toEqual(['How do I feed a dog?']);
  });

  it('are not found by what mostly says something else', () => {
    expect(labels(questions, 'sleep well tonight everybody')).toEqual([]);
    expect(labels(questions, 'p puppy')).toEqual([]);
    expect(labels(questions, 'how do i feed a cat and a cat and a cat')).not.toEqual([]);
    expect(labels(questions, 'how do i feed a cat and a cat and a cat and a cat and a cat')).toEqual([]);
  });
});

describe('whatever is typed', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc
      .array(fc.constantFrom('is', 'my', 'galxy', 'v', 'px', 'how', 'do', 'renw', '?', '\n', 'prime', '+'), {
        maxLength: 40,
      })
      .map((words) => words.join(' ')),
  );

  it('gives at most as many as are wanted, none twice, none that is there already', () => {
    fc.assert(
      fc.property(typed, fc.integer({ min: 0, max: 6 }), (text, limit) => {
        const says = ofProject.suggest(text, limit).map((s) => s.says);
        expect(says.length).toBeLessThanOrEqual(limit);
        expect(new Set(says).size).toBe(says.length);
        expect(says.map((one) => one.toLowerCase())).not.toContain(text.trim().toLowerCase());
      }),
    );
  });

  it('stays in front of a name that completes it', () => {
    fc.assert(
      fc.property(typed, (text) => {
        for (const { kind, label, says } of ofProject.suggest(text, 9)) {
          const kept = kind === 'question' ? '' : says.slice(0, says.length - label.length);
          expect([text.startsWith(kept), kept + label]).toEqual([true, says]);
        }
      }),
    );
  });
});

it('offers the questions that are given beside the entries, once', () => {
  const [entry] = projectKnowledge().entries;
  const more = ['Is my device covered?', entry?.short ?? ''].map((says) => ({ label: says, says }));
  const suggest = (typed: string) => knowledgeTypeAhead(projectKnowledge(), more).suggest(typed, 5);
  expect(suggest('is my devi')[0]).toEqual({
    kind: 'question',
    label: 'Is my device covered?',
    says: 'Is my device covered?',
  });
  const labelled = suggest(entry?.title.slice(0, -2) ?? '').map((s) => s.label);
  expect(labelled.filter((label) => label === entry?.title || label === entry?.short)).toHaveLength(1);
});
