import type { FactName, Facts } from '../domain/facts.js';
import { el } from '../widget/dom.js';
import type { Session } from './api.js';
import { STRINGS } from './strings.js';

const CARDS = ['NMC1', 'NMC2', 'NMC3', 'NMC4', 'none'] as const;
/** In which facts are shown. */
export const FACTS_IN_ORDER: readonly FactName[] = [
  'family',
  'nmc',
  'commissioned',
  'plan',
  'contractStart',
  'contractEnd',
];

/** The facts of one device as fields; each that is changed is told at once with the others. `name`: begins the ids of its fields. */
export function factsForm(
  name: string,
  facts: Facts,
  choices: Session['choices'],
  isOpen: boolean,
  onChange: (facts: Facts) => void,
): HTMLElement {
  const fields = new Map<FactName, HTMLInputElement | HTMLSelectElement>();
  const changed = () => {
    const said = FACTS_IN_ORDER.map((fact) => [fact, fields.get(fact)?.value.trim() ?? ''] as const);
    onChange(Object.fromEntries(said.filter(([, value]) => value !== '')));
  };
  const rows = FACTS_IN_ORDER.map((fact) => {
    const id = `${name}-${fact}`;
    const field = fieldOf(fact, id, String(facts[fact] ?? ''), choices);
    field.disabled = !isOpen;
    field.addEventListener('change', changed);
    fields.set(fact, field);
    return el('div', { class: 'fact' }, el('label', { for: id }, STRINGS.factNames[fact]), field);
  });
  return el('div', { class: 'facts', role: 'group', 'aria-label': STRINGS.facts }, ...rows);
}

function fieldOf(
  fact: FactName,
  id: string,
  value: string,
  choices: Session['choices'],
): HTMLInputElement | HTMLSelectElement {
  if (fact === 'nmc')
    return choice(
      id,
      value,
      CARDS.map((card) => [card, card === 'none' ? STRINGS.noCard : card] as const),
    );
  if (fact === 'plan')
    return choice(
      id,
      value,
      choices.plans.map((plan) => [plan.id, plan.name] as const),
    );
  const field = el('input', { id, autocomplete: 'off', spellcheck: 'false' });
  field.value = value;
  if (fact === 'family') field.setAttribute('list', 'products');
  else
    field.title = [
      STRINGS.dateHint,
      fact === 'commissioned' ? STRINGS.notYetHint : fact === 'contractStart' ? STRINGS.inEffectHint : '',
    ]
      .join(' ')
      .trim();
  field.placeholder = STRINGS.notKnown;
  return field;
}

function choice(
  id: string,
  value: string,
  options: readonly (readonly [value: string, label: string])[],
): HTMLSelectElement {
  const field = el(
    'select',
    { id },
    el('option', { value: '' }, STRINGS.notKnown),
    ...options.map(([option, label]) => el('option', { value: option }, label)),
  );
  field.value = value;
  return field;
}

/** What the product's field completes to; once a page. */
export const productList = (products: readonly string[]): HTMLElement =>
  el('datalist', { id: 'products' }, ...products.map((name) => el('option', { value: name })));
