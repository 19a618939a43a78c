import type { Attachment } from 'botbuilder';
import type { ContractReply } from '../domain/contract.js';
import { FACT_NAMES, type FactName } from '../domain/facts.js';
import { parsePartialDate } from '../domain/partial-date.js';
import { dateWords } from '../rendering/date-words.js';
import type { CardPicture } from './pictures.js';

const FACT_LABELS: Readonly<Record<FactName, string>> = {
  family: 'Device',
  nmc: 'Card',
  commissioned: 'Commissioned',
  plan: 'Plan',
  contractStart: 'Plan starts',
  contractEnd: 'Plan ends',
};

const FIXED: Readonly<Record<string, string>> = {
  'nmc:none': 'no card fitted',
  'commissioned:not-yet': 'not yet',
  'contractStart:in-effect': 'in effect',
};

/** A fact's value as it is read: a date in words, a plan by its name. */
function valueWords(name: FactName, value: string, { verdict }: ContractReply): string {
  const fixed = FIXED[`${name}:${value}`];
  if (fixed !== undefined) return fixed;
  if (name === 'plan') return verdict?.planName ?? value;
  const date = name === 'family' || name === 'nmc' ? null : parsePartialDate(value);
  return date === null ? value : dateWords(date);
}

/**
 * A reply with a verdict as an Adaptive Card 1.5 that uses nothing newer than 1.2: what is known, the picture, then the text.
 * Runs of text are used throughout, since a card's text blocks and fact sets would read what a person typed as Markdown.
 *
 * The picture travels within the card. At some 10 KB it fits, while one on our server would need an address that whoever
 * fetches it for Teams can open without being asked who they are: anybody who comes by the address would see it.
 */
export function verdictCard(reply: ContractReply, picture: CardPicture | null): Attachment {
  const known = FACT_NAMES.flatMap((name) => {
    const value = reply.facts[name];
    return value === undefined ? [] : [labelled(FACT_LABELS[name], valueWords(name, value, reply))];
  });
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.5',
      fallbackText: reply.text,
      speak: reply.text,
      body: [
        { type: 'Container', style: 'emphasis', items: known },
        ...(picture ? [imageOf(picture)] : []),
        ...reply.text.split(/\n+/).map((line) => run([{ type: 'TextRun', text: line }])),
      ],
      actions: reply.suggestions.map((says) => ({
        type: 'Action.Submit',
        title: says,
        data: { says, msteams: { type: 'imBack', value: says } },
      })),
    },
  };
}

const imageOf = ({ png, altText }: CardPicture) => ({
  type: 'Image',
  url: `data:image/png;base64,${png.toString('base64')}`,
  altText,
  size: 'Stretch',
});
const run = (inlines: readonly object[]) => ({ type: 'RichTextBlock', inlines });
const labelled = (label: string, value: string) =>
  run([
    { type: 'TextRun', text: `${label}: `, weight: 'Bolder' },
    { type: 'TextRun', text: value },
  ]);
