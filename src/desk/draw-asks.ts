import type { DeskAsk } from '../domain/desk.js';
import type { Facts } from '../domain/facts.js';
import { button, el } from '../widget/dom.js';
import type { Session } from './api.js';
import { factsForm } from './facts-form.js';
import { STRINGS } from './strings.js';

export interface AsksParts {
  readonly choices: Session['choices'];
  /** Facts can be put right. */
  readonly isOpen: boolean;
  readonly onFacts: (at: number, facts: Facts) => void;
}

/** What a ticket asks, numbered as in its text; a device with its verdict, its facts to be put right, and how the verdict follows. */
export function drawAsks(asks: readonly DeskAsk[], parts: AsksParts): HTMLElement {
  const list = el('ol', { class: 'asks' }, ...asks.map((ask, at) => drawAsk(ask, at, parts)));
  const add = button(
    { id: 'add-device', class: 'quiet' },
    () => {
      const form = factsForm('new', {}, parts.choices, true, (facts) => parts.onFacts(asks.length, facts));
      list.append(el('li', {}, el('h4', {}, STRINGS.newDevice), form));
      add.remove();
      form.querySelector('input')?.focus();
    },
    STRINGS.addDevice,
  );
  add.disabled = !parts.isOpen;
  return el('div', {}, list, add);
}

function drawAsk(
  { title, confidence, device }: DeskAsk,
  at: number,
  { choices, isOpen, onFacts }: AsksParts,
): HTMLElement {
  const sure = el('span', { class: 'sure' }, STRINGS.sure(confidence));
  if (device === null) return el('li', {}, el('h4', {}, title), sure);
  return el(
    'li',
    {},
    el('h4', {}, title),
    sure,
    el(
      'p',
      { class: `verdict ${device.covered}`, id: `verdict-${at}` },
      el('strong', {}, STRINGS.covered[device.covered]),
      ' ',
      device.says,
    ),
    factsForm(`fact-${at}`, device.facts, choices, isOpen, (facts) => onFacts(at, facts)),
    el(
      'details',
      { id: `trace-${at}` },
      el('summary', {}, STRINGS.trace),
      el(
        'ul',
        { class: 'trace' },
        ...device.trace.map(({ text, citations }) => {
          const questions = [...new Set(citations.map(({ question }) => question))];
          return el(
            'li',
            {},
            text,
            questions.length > 0 && el('span', { class: 'source' }, ` ${STRINGS.sources(questions)}`),
          );
        }),
      ),
    ),
  );
}
