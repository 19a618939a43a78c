import type { Attachment } from 'botbuilder';
import type { ContractReply } from '../domain/contract.js';
import { FACT_NAMES, type FactName } from '../domain/facts.js';
import { parsePartialDate } from '../domain/partial-date.js';
import { dateWords } from '../rendering/date-words.js';
import { cardOf, type Element, labelledLine } from './card-elements.js';
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

/** What a verdict rests on, and its picture; what it says stands in the message before it. Null: nothing is known. */
export function verdictCard(reply: ContractReply, picture: CardPicture | null): Attachment | null {
  const known = FACT_NAMES.flatMap((name) => {
    const value = reply.facts[name];
    return value === undefined ? [] : [[FACT_LABELS[name], valueWords(name, value, reply)] as const];
  });
  if (known.length === 0) return null;
  const items = known.map(([label, value]) => labelledLine(label, value));
  const words = [
    ...known.map(([label, value]) => `${label}: ${value}`),
    ...(picture === null ? [] : [picture.altText]),
  ];
  return cardOf([{ type: 'Container', style: 'emphasis', items }, ...pictureElements(picture)], words.join('\n'));
}

/**
 * The picture travels within the card. At some 10 KB it fits, while one on our server would need an address that whoever
 * fetches it for Teams can open without being asked who they are: anybody who comes by the address would see it.
 */
export const pictureElements = (picture: CardPicture | null): readonly Element[] =>
  picture === null
    ? []
    : [
        {
          type: 'Image',
          url: `data:image/png;base64,${picture.png.toString('base64')}`,
          altText: picture.altText,
          size: 'Stretch',
        },
      ];
