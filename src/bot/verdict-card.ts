import type { Attachment } from 'botbuilder';
import type { ContractReply } from '../domain/contract.js';
import { FACT_NAMES, type FactName } from '../domain/facts.js';

const FACT_LABELS: Readonly<Record<FactName, string>> = {
  family: 'Device',
  nmc: 'Card',
  commissioned: 'Commissioned',
  plan: 'Plan',
  contractStart: 'Plan starts',
  contractEnd: 'Plan ends',
};

/**
 * A reply with a verdict as an Adaptive Card 1.4: what is known, then the text. Runs of text are used throughout,
 * since a card's text blocks and fact sets would read what a person typed as Markdown.
 */
export function verdictCard(reply: ContractReply): Attachment {
  const known = FACT_NAMES.flatMap((name) => {
    const value = reply.facts[name];
    return value === undefined ? [] : [labelled(FACT_LABELS[name], value)];
  });
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.4',
      fallbackText: reply.text,
      speak: reply.text,
      body: [
        { type: 'Container', style: 'emphasis', items: known },
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

const run = (inlines: readonly object[]) => ({ type: 'RichTextBlock', inlines });
const labelled = (label: string, value: string) =>
  run([
    { type: 'TextRun', text: `${label}: `, weight: 'Bolder' },
    { type: 'TextRun', text: value },
  ]);
