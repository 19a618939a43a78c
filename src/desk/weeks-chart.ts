import type { WeekOfTalk } from '../domain/lesson.js';
import { el } from '../widget/dom.js';
import { LESSON_STRINGS } from './lessons-strings.js';

const SVG = 'http://www.w3.org/2000/svg';
/** In units of the picture. */
const WIDTH = 320;
const BAR = 18;
const ROW = 30;
const LABEL = 84;

const PARTS = ['answered', 'offered', 'refused', 'handedOver'] as const;

/** Weeks as bars, one a week, parted by what became of the messages, with a table of the same numbers beneath. */
export function weeksChart(weeks: readonly WeekOfTalk[]): HTMLElement {
  const { weeks: title, weeksHint, noWeeks } = LESSON_STRINGS;
  const head = [el('h2', { id: 'weeks-name' }, title), el('p', { class: 'hint' }, weeksHint)];
  const section = el('section', { class: 'weeks', 'aria-labelledby': 'weeks-name' }, ...head);
  if (weeks.length === 0) section.append(el('p', { class: 'hint' }, noWeeks));
  else section.append(legend(), picture(weeks), table(weeks));
  return section;
}

/** Read by eye only: the table says it too. */
function legend(): HTMLElement {
  const items = PARTS.map((part) => el('li', {}, el('span', { class: `swatch ${part}` }), LESSON_STRINGS.parts[part]));
  return el('ul', { class: 'legend', 'aria-hidden': 'true' }, ...items);
}

function picture(weeks: readonly WeekOfTalk[]): SVGElement {
  const most = Math.max(1, ...weeks.map(({ asked }) => asked));
  const scale = (WIDTH - LABEL - 36) / most;
  const chart = svg('svg', {
    class: 'chart',
    viewBox: `0 0 ${WIDTH} ${weeks.length * ROW}`,
    role: 'img',
    'aria-label': LESSON_STRINGS.chart(most),
  });
  weeks.forEach((week, row) => {
    const y = row * ROW + (ROW - BAR) / 2;
    chart.append(svg('text', { x: '0', y: String(y + 13) }, week.week));
    let x = LABEL;
    for (const part of PARTS) {
      const width = week[part] * scale;
      if (width > 0)
        chart.append(
          svg('rect', { class: part, x: String(x), y: String(y), width: String(width), height: String(BAR) }),
        );
      x += width;
    }
    chart.append(svg('text', { x: String(x + 6), y: String(y + 13) }, String(week.asked)));
  });
  return chart;
}

function table(weeks: readonly WeekOfTalk[]): HTMLElement {
  const { week, asked, parts, table: name } = LESSON_STRINGS;
  const head = [week, asked, ...PARTS.map((part) => parts[part])].map((text) => el('th', { scope: 'col' }, text));
  const rows = weeks.map((one) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, one.week),
      ...[one.asked, ...PARTS.map((part) => one[part])].map((count) => el('td', {}, String(count))),
    ),
  );
  const whole = el(
    'table',
    {},
    el('caption', { class: 'unseen' }, name),
    el('thead', {}, el('tr', {}, ...head)),
    el('tbody', {}, ...rows),
  );
  // What is wider than a small screen is moved by keys, too.
  return el('div', { class: 'scrolls', tabindex: '0', role: 'region', 'aria-label': name }, whole);
}

function svg(tag: string, attributes: Readonly<Record<string, string>>, text = ''): SVGElement {
  const element = document.createElementNS(SVG, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== '') element.textContent = text;
  return element;
}
