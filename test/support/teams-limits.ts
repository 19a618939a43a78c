import type { Activity, Attachment } from 'botbuilder';

/**
 * What Teams refuses or does not show, by Microsoft's documentation: of citations 'Enhance AI-generated bot messages', of sizes
 * 'Format your bot messages' and the cards' reference.
 */
const LIMITS = { card: 28 * 1024, message: 100 * 1024, suggested: 3, buttons: 6 } as const;

const isText = (value: unknown, most: number) => typeof value === 'string' && value.length > 0 && value.length <= most;

interface Claim {
  readonly '@type': string;
  readonly position: number;
  readonly appearance: Readonly<Record<string, unknown>> & { readonly keywords: readonly unknown[] };
}

/** What is wrong with the entities of a message for Teams, in words; empty: nothing. */
export function citationProblems(entities: readonly unknown[]): readonly string[] {
  const roots = entities.filter((e) => (e as { type: string }).type === 'https://schema.org/Message');
  const problems = roots.length > 1 ? ['several root message entities'] : [];
  for (const root of roots as { readonly '@type': string; readonly '@context': string; readonly citation: Claim[] }[]) {
    if (root['@type'] !== 'Message' || root['@context'] !== 'https://schema.org')
      problems.push('not a schema.org Message');
    if ('additionalType' in root) problems.push('labelled as generated');
    if (root.citation.length === 0 || root.citation.length > 20) problems.push(`${root.citation.length} citations`);
    root.citation.forEach(({ position, appearance, ...claim }, i) => {
      const where = `citation ${i + 1}`;
      if (claim['@type'] !== 'Claim' || appearance['@type'] !== 'DigitalDocument') problems.push(`${where}: its type`);
      if (position !== i + 1) problems.push(`${where}: its position ${position}`);
      if (!isText(appearance.name, 80)) problems.push(`${where}: its name`);
      if (!isText(appearance.abstract, 160)) problems.push(`${where}: its abstract`);
      if (appearance.keywords.length > 3) problems.push(`${where}: too many keywords`);
      if (!appearance.keywords.every((k) => isText(k, 28))) problems.push(`${where}: a keyword`);
      // Half of a sign is no text that can be sent.
      if (/\p{Cs}/u.test(`${appearance.name} ${appearance.abstract} ${appearance.keywords}`))
        problems.push(`${where}: half a sign`);
    });
  }
  return problems;
}

/** What Teams would refuse or not show of an activity of the bot, in words; empty: nothing. */
export function teamsProblems(activity: Partial<Activity>): readonly string[] {
  const { text = '', entities = [], attachments = [], suggestedActions } = activity;
  const problems = [...citationProblems(entities)];
  const cited = entities.flatMap((e) => (e as unknown as { citation: Claim[] }).citation).map((c) => c.position);
  const marks = [...new Set([...text.matchAll(/\[(\d+)\]/g)].map(([, mark]) => Number(mark)))];
  if (marks.sort((a, b) => a - b).join() !== cited.join()) problems.push(`marks ${marks} for citations ${cited}`);
  if (text !== '' && attachments.length > 0) problems.push('text and card in one message');
  if (text === '' && attachments.length === 0) problems.push('nothing said');
  if ((suggestedActions?.actions.length ?? 0) > LIMITS.suggested) problems.push('too many suggested actions');
  const pictureless = JSON.stringify(activity).replace(/data:image\/png;base64,[\w+/=]*/g, '');
  if (pictureless.length * 2 > LIMITS.message) problems.push(`a message of ${pictureless.length * 2} bytes`);
  return [...problems, ...attachments.flatMap(cardLimits)];
}

function cardLimits({ content }: Attachment): readonly string[] {
  const size = Buffer.byteLength(JSON.stringify(content));
  const sets = (content.body as { readonly type: string; readonly actions?: readonly unknown[] }[]).filter(
    ({ type }) => type === 'ActionSet',
  );
  return [
    ...(size > LIMITS.card ? [`a card of ${size} bytes`] : []),
    ...(sets.some(({ actions = [] }) => actions.length > LIMITS.buttons) ? ['a button that is not shown'] : []),
  ];
}
