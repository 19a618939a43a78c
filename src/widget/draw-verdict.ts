import type { CitedSentence } from '../domain/citation.js';
import type { TimelinePicture } from '../domain/picture.js';
import { el } from './dom.js';
import { drawPicture } from './draw-picture.js';
import { drawInline, type SourceList } from './draw-sentences.js';
import { icon } from './icons.js';
import { strings } from './strings.js';
import type { VerdictView } from './verdict-view.js';

/** A verdict as a card: the outcome in words with an icon, the days that matter, what is known, missing and to be done. */
export function drawVerdict(view: VerdictView, picture: TimelinePicture | null, sources: SourceList): HTMLElement {
  return el(
    'div',
    { class: `verdict tone-${view.tone}`, role: 'group', 'aria-label': `${strings.verdict}: ${view.headline}` },
    drawHeadline(view),
    el(
      'div',
      { class: 'verdict-body' },
      view.days.length > 0 && drawPairs('verdict-days', view.days),
      picture && drawPicture(picture),
      view.missing.length > 0 && drawMissing(view.missing),
      ...view.sections.map(({ title, sentences }) =>
        el(
          'div',
          { class: 'verdict-section' },
          el('p', { class: 'label' }, title),
          el('ul', {}, ...sentences.map((sentence) => el('li', {}, ...drawInline([sentence], sources)))),
        ),
      ),
      view.facts.length > 0 &&
        el(
          'div',
          { class: 'verdict-section' },
          el('p', { class: 'label' }, strings.facts),
          drawPairs('verdict-facts', view.facts),
        ),
    ),
  );
}

/** While something is still asked: one line, with what is known folded away. */
export function drawProgress(view: VerdictView, picture: TimelinePicture | null): HTMLElement {
  return el(
    'details',
    { class: 'progress' },
    el('summary', {}, el('span', {}, strings.facts), ' ', el('span', { class: 'count' }, String(view.facts.length))),
    drawPairs('verdict-facts', view.facts),
    view.missing.length > 0 && drawMissing(view.missing),
    picture && drawPicture(picture),
  );
}

/** Several devices, each with its outcome in a line that opens; `leads` holds what the message says of each, or nothing. */
export function drawDevices(
  views: readonly VerdictView[],
  leads: readonly (readonly CitedSentence[])[],
  pictures: readonly (TimelinePicture | null)[],
  sources: SourceList,
): HTMLElement {
  return el(
    'div',
    { class: 'devices', role: 'group', 'aria-label': strings.devices(views.length) },
    ...views.map((view, i) =>
      el(
        'details',
        { class: `device tone-${view.tone}` },
        el(
          'summary',
          {},
          el('span', { class: 'badge' }, icon(view.tone)),
          el(
            'span',
            { class: 'device-line' },
            el('strong', {}, view.device ?? strings.unnamedDevice),
            el('span', {}, view.headline),
          ),
        ),
        el('p', { class: 'device-lead' }, ...drawInline(leads[i] ?? [], sources)),
        drawVerdict(view, pictures[i] ?? null, sources),
      ),
    ),
  );
}

function drawHeadline(view: VerdictView): HTMLElement {
  return el(
    'header',
    { class: 'verdict-head' },
    el('span', { class: 'badge' }, icon(view.tone)),
    el(
      'div',
      {},
      el('h3', {}, view.headline),
      el('p', { class: 'verdict-sub' }, [view.device, view.asOf].filter((part) => part !== null).join(' · ')),
    ),
  );
}

function drawPairs(name: string, pairs: readonly (readonly [string, string])[]): HTMLElement {
  return el(
    'dl',
    { class: name },
    ...pairs.map(([label, value]) => el('div', {}, el('dt', {}, label), el('dd', {}, value))),
  );
}

function drawMissing(missing: readonly string[]): HTMLElement {
  return el(
    'div',
    { class: 'verdict-section' },
    el('p', { class: 'label' }, strings.missing),
    el('ul', { class: 'tags' }, ...missing.map((name) => el('li', {}, name))),
  );
}
