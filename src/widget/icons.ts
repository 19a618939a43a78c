import { iconOf } from './icon.js';

/** Lines on a field of 24 by 24, drawn with round ends in the colour of the text. */
const PATHS = {
  yes: 'M5 12.5l4.5 4.5L19 7.5',
  no: 'M7 7l10 10M17 7L7 17',
  visit: 'M5 6.5h14v13H5zM5 10.5h14M9 4v4M15 4v4M9 15l2 2 4-4',
  later: 'M12 4a8 8 0 1 0 .01 0M12 8v4.5l3 2',
  open: 'M9 9.2a3.1 3.1 0 1 1 4.6 2.7c-1 .6-1.6 1.2-1.6 2.4M12 17.6v.1',
  send: 'M12 19V5M6 11l6-6 6 6',
  card: 'M4 7h16v10H4zM8 17v3M12 17v3M16 17v3M8 11h3v2H8zM15 11h1.5M15 13h1.5',
  person: 'M12 12a3.6 3.6 0 1 0-.01 0M5 20c.7-3.4 3.3-5 7-5s6.300 1.600 7 5',
  again: 'M19 12a7 7 0 1 1-2.200-5.100M19 4v4h-4',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M9 14l-4-4 4-4M5 10h8a5 5 0 0 1 5 5v3',
  newest: 'M6 9l6 6 6-6',
  up: 'M7 11v8H4v-8zM7 11l4-7c1.300 0 2 .9 2 2l-.5 4H18a1.800 1.800 0 0 1 1.800 2.100l-1 5.200A2 2 0 0 1 16.800 19H7',
  down: 'M7 13V5H4v8zM7 13l4 7c1.300 0 2-.9 2-2l-.5-4H18a1.800 1.800 0 0 0 1.800-2.100l-1-5.200A2 2 0 0 0 16.800 5H7',
  copy: 'M9 9h10v10H9zM5 15V5h10',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
} as const;

export type IconName = keyof typeof PATHS;

/** The icon of a name. */
export const icon = (name: IconName): SVGSVGElement => iconOf(PATHS[name]);
