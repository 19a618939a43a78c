/** What the script tag of a page says, with its defaults. */
export interface WidgetOptions {
  /** Where `chat.js` lies, beside the script itself; ends with a slash. */
  readonly assets: string;
  /** The server that the chat talks to; ends with a slash. */
  readonly server: string;
  /** The address of a Direct Line 3.0 service that gives tokens to everybody; null: where the server says. */
  readonly directLine: string | null;
  /** Where a text that is being typed may be looked up; null: nowhere. */
  readonly suggestions: string | null;
  /** A selector of the element that the chat is drawn into; null: a button in the corner opens it. */
  readonly target: string | null;
  /** What the chat is called on this page; null: as usual. */
  readonly title: string | null;
  readonly side: 'left' | 'right';
  /** `auto`: as the reader's system is set. */
  readonly theme: 'light' | 'dark' | 'auto';
  /** Whether it is open at once, where there is room beside it. */
  readonly open: boolean;
  /** The language of its own texts, as in `lang` attributes; null: English. */
  readonly lang: string | null;
}

/** Reads the `data-…` attributes of the tag whose script is at `src`; what makes no sense counts as not said. */
export function readTag(data: Readonly<Record<string, string | undefined>>, src: string): WidgetOptions {
  const server = new URL(data.server || '.', src).href.replace(/\/*$/, '/');
  const directLine = data.directline ? new URL(data.directline, src).href.replace(/\/$/, '') : null;
  // Beside a Direct Line address that is given, whatever stands before both: what is typed goes where what is said goes.
  const beside = directLine ? new URL('../../api/suggestions', `${directLine}/`) : new URL('api/suggestions', server);
  const suggestions = data.suggestions ? new URL(data.suggestions, src) : beside;
  return {
    assets: new URL('.', src).href,
    server,
    directLine,
    suggestions: data.suggestions === 'off' ? null : suggestions.href,
    target: data.mode === 'bubble' ? null : data.target || null,
    title: data.title?.trim() || null,
    side: data.position === 'left' ? 'left' : 'right',
    theme: data.theme === 'light' || data.theme === 'dark' ? data.theme : 'auto',
    open: data.open !== undefined && data.open !== 'false' && data.open !== 'no',
    lang: /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(data.lang ?? '') ? (data.lang ?? null) : null,
  };
}
