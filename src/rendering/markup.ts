/** HTML that may stand as it is. Only `html` and `trusted` make it, so that whatever is not markup is escaped. */
export interface Markup {
  readonly markup: string;
}

/** What can stand in a template: markup as it is, text and numbers escaped, lists one after the other, null as nothing. */
export type Part = Markup | string | number | null | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe between tags and within quoted attributes. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/** A template of HTML: everything put into it is escaped, save markup. Attributes must be quoted. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: template.reduce((text, piece, i) => text + written(parts[i - 1] ?? null) + piece) };
}

/** Text of our own that is markup already, such as a style sheet; never for what came from outside. */
export const trusted = (markup: string): Markup => ({ markup });

function written(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(written).join('');
}
