import type { Activity } from 'botbuilder';
import type { ContractReply } from '../../src/domain/contract.js';
import { shownMarkdown } from './shown-markdown.js';

interface Element {
  readonly type: string;
  readonly inlines?: readonly { readonly text: string }[];
  readonly items?: readonly Element[];
  readonly altText?: string;
  readonly actions?: readonly { readonly title: string }[];
}

/** Text that may stand in a cell of a Markdown table, line by line. */
const inCell = (text: string) => text.replace(/[\\|*_<>`]/g, (sign) => `\\${sign}`).replace(/\n/g, '<br>');
const buttons = (titles: readonly string[]) => titles.map((title) => `\`${title}\``).join(' ');

function elementCell(element: Element): string {
  if (element.type === 'Image') return `*picture:* ${inCell(element.altText ?? '')}`;
  if (element.type === 'ActionSet') return buttons((element.actions ?? []).map(({ title }) => title));
  if (element.items) return element.items.map(elementCell).join('<br>');
  return inCell((element.inlines ?? []).map(({ text }) => text).join(''));
}

interface Citing {
  readonly citation: readonly {
    readonly position: number;
    readonly appearance: { readonly name: string; readonly abstract: string; readonly keywords: readonly string[] };
  }[];
}

function messageCell({
  text,
  textFormat,
  entities = [],
  attachments = [],
  suggestedActions,
  channelData,
}: Partial<Activity>): string {
  const claims = (entities as unknown as readonly Citing[]).flatMap(({ citation }) => citation);
  const parts = [
    ...(text === undefined ? [] : [inCell(textFormat === 'markdown' ? shownMarkdown(text) : text)]),
    ...attachments.map(({ content }) => `*card:*<br>${(content.body as Element[]).map(elementCell).join('<br>')}`),
    ...claims.map(
      ({ position, appearance: { name, abstract, keywords } }) =>
        `*[${position}]* ${inCell(name)} (${keywords.join(', ')}): “${inCell(abstract)}”`,
    ),
    ...(suggestedActions ? [`*suggests* ${buttons(suggestedActions.actions.map(({ title }) => title))}`] : []),
    ...(channelData?.feedbackLoop ? ['*thumbs*'] : []),
  ];
  return parts.join('<br>');
}

/** Messages of Teams as a cell. */
export const teamsCell = (sent: readonly Partial<Activity>[]): string =>
  sent.map(messageCell).join('<br><br>*then*<br>');

/** A message of the page as a cell: what it draws of the reply beside its text. */
export function webCell({ suggestedActions, channelData }: Partial<Activity>): string {
  const reply: ContractReply = channelData.reply;
  const pictures: readonly unknown[] = channelData.pictures ?? [];
  const sources = new Set(reply.citations.map(({ question }) => question)).size;
  return [
    `sentences: ${reply.sentences.length}, sources: ${sources}`,
    ...(reply.verdict ? [`verdict: ${reply.verdict.outcome}`] : []),
    ...(pictures.length > 0 ? [`pictures: ${pictures.filter((p) => p !== null).length}`] : []),
    ...(suggestedActions ? [buttons(suggestedActions.actions.map(({ title }) => title))] : []),
  ].join('<br>');
}

/** Plain text as a cell. */
export const textCell = inCell;
