import { cardProblems } from '../../support/card-problems.js';

/** A part of a card, as tests look at it. */
export interface Part {
  readonly type: string;
  readonly text?: string;
  readonly value?: string;
  readonly id?: string;
  readonly title?: string;
  readonly data?: object;
  readonly inlines?: readonly { readonly text: string }[];
}

/** A card that is attached. */
export interface Attached {
  readonly contentType: string;
  readonly content: {
    readonly version: string;
    readonly fallbackText: string;
    readonly body: readonly Part[];
    readonly actions?: readonly Part[];
  };
  readonly preview?: {
    readonly contentType: string;
    readonly content: { readonly title: string; readonly text: string };
  };
}

/** What Teams takes of a card, in bytes. */
const LARGEST = 28 * 1024;

/** What is wrong with a card: what a reader of Adaptive Cards 1.2 does not know of it or finds missing, and its size. */
export function problemsOf({ contentType, content }: Attached): readonly string[] {
  const size = Buffer.byteLength(JSON.stringify({ contentType, content }));
  return [
    ...(contentType === 'application/vnd.microsoft.card.adaptive' ? [] : [contentType]),
    ...(content.version === '1.5' ? [] : [`version ${content.version}`]),
    // What an older reader does not know of an element it passes over: a heading is then a line like others.
    ...cardProblems({ ...content, version: '1.2' }, '1.2').filter(
      (problem) => !/^Property "(style|label)"/.test(problem),
    ),
    ...cardProblems(content, '1.5'),
    ...(size < LARGEST ? [] : [`${size} bytes`]),
  ];
}

/** All that can be read on a card, a line a part. */
export const linesOf = ({ content }: Attached): readonly string[] =>
  content.body.map((part) => part.inlines?.map(({ text }) => text).join('') ?? part.text ?? part.value ?? '');

/** The lines under a heading, to the next one. */
export function under(card: Attached, title: string): readonly string[] {
  const { body } = card.content;
  const from = body.findIndex((part) => part.type === 'TextBlock' && part.text === title);
  const rest = from < 0 ? [] : body.slice(from + 1);
  const to = rest.findIndex((part) => part.type === 'TextBlock');
  return linesOf({ ...card, content: { ...card.content, body: to < 0 ? rest : rest.slice(0, to) } });
}
