/** The paints of a picture by what they stand for. */
export const PAINTS = [
  'ground',
  'ink',
  'soft',
  'line',
  'yes',
  'onYes',
  'no',
  'noGround',
  'visit',
  'visitGround',
  'open',
  'openGround',
] as const;
export type Paint = (typeof PAINTS)[number];
export type Palette = Readonly<Record<Paint, string>>;

/** Each pair of text and ground meets WCAG AA (4.5 to 1), each outline 3 to 1. */
export const LIGHT: Palette = {
  ground: '#ffffff',
  ink: '#16232a',
  soft: '#52616a',
  line: '#b9c4c6',
  yes: '#0c5c35',
  onYes: '#ffffff',
  no: '#94261a',
  noGround: '#fbe9e6',
  visit: '#744700',
  visitGround: '#fcf0d9',
  open: '#46535a',
  openGround: '#edf1f1',
};

export const DARK: Palette = {
  ground: '#151d21',
  ink: '#e8eeef',
  soft: '#a5b4ba',
  line: '#45555c',
  yes: '#86dba8',
  onYes: '#0b2415',
  no: '#ffb1a5',
  noGround: '#3b1c18',
  visit: '#f5c77d',
  visitGround: '#352811',
  open: '#c3ced2',
  openGround: '#253036',
};

/** Paints that the page around must set as custom properties (`--timeline-yes` …): all of PAINTS. */
export const FROM_PAGE = Object.fromEntries(PAINTS.map((paint) => [paint, `var(--timeline-${paint})`])) as Palette;

/** A style sheet that sets them by the reader's colour scheme, for a page that has no colours of its own. */
export const TIMELINE_STYLE = [
  `:root{color-scheme:light dark;${declarations(LIGHT)}}`,
  `@media (prefers-color-scheme:dark){:root{${declarations(DARK)}}}`,
].join('');

function declarations(palette: Palette): string {
  return PAINTS.map((paint) => `--timeline-${paint}:${palette[paint]}`).join(';');
}
