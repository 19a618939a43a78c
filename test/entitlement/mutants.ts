import { FEATURES, type Row } from '../../src/knowledge/rules.js';

/** The rules with one mistake in them. */
export interface Mutant {
  readonly kind:
    | 'condition dropped'
    | 'condition turned round'
    | 'value dropped'
    | 'value added'
    | 'row dropped'
    | 'rows swapped'
    | 'ground changed'
    | 'covered changed';
  /** The rows that it is about: one, or the two that were swapped, the upper one first. */
  readonly rows: readonly Row[];
  /** The feature whose condition was changed, where one was. */
  readonly feature: string | null;
  readonly changed: readonly Row[];
}

const COVERED: readonly Row['covered'][] = ['yes', 'no', 'at-visit', 'not-yet', 'unknown'];

/** Every mistake of these kinds that can be made in the table. */
export function mutantsOf(rows: readonly Row[]): readonly Mutant[] {
  return rows.flatMap((row, i): readonly Mutant[] => {
    const with_ = (changed: Row) => rows.with(i, changed);
    const next = rows[i + 1];
    return [
      { kind: 'row dropped', rows: [row], feature: null, changed: rows.toSpliced(i, 1) },
      { kind: 'ground changed', rows: [row], feature: null, changed: with_({ ...row, ground: !row.ground }) },
      ...COVERED.filter((covered) => covered !== row.covered).map(
        (covered): Mutant => ({
          kind: 'covered changed',
          rows: [row],
          feature: null,
          changed: with_({ ...row, covered }),
        }),
      ),
      ...(next
        ? [
            {
              kind: 'rows swapped',
              rows: [row, next],
              feature: null,
              changed: rows.toSpliced(i, 2, next, row),
            } satisfies Mutant,
          ]
        : []),
      ...row.when.flatMap((condition): readonly Mutant[] => {
        const { feature, is } = condition;
        const others = FEATURES[feature].filter((value) => !is.includes(value));
        const replaced = (values: readonly string[]) =>
          with_({ ...row, when: row.when.map((c) => (c === condition ? { feature, is: values } : c)) });
        const mutant = (kind: Mutant['kind'], changed: readonly Row[]): Mutant => ({
          kind,
          rows: [row],
          feature,
          changed,
        });
        return [
          mutant('condition dropped', with_({ ...row, when: row.when.filter((c) => c !== condition) })),
          mutant('condition turned round', replaced(others)),
          ...(is.length > 1
            ? is.map((value) => mutant('value dropped', replaced(is.filter((other) => other !== value))))
            : []),
          ...others.map((value) => mutant('value added', replaced([...is, value]))),
        ];
      }),
    ];
  });
}
