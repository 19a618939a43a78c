import { button, el } from '../widget/dom.js';
import type { DeskApi, Lesson, Place } from './api.js';
import { askFirst } from './dialogs.js';
import { LESSON_STRINGS } from './lessons-strings.js';

export interface LessonCardParts {
  readonly api: DeskApi;
  readonly places: readonly Place[];
  readonly onDismissed: () => void;
}

const NEW = 'new';
/** So many ways of asking are read at once; more are opened. */
const MOST_SHOWN = 6;

/** A proposal: what it says, its texts, and what can be made of it. */
export function lessonCard(lesson: Lesson, { api, places, onDismissed }: LessonCardParts): HTMLElement {
  const { id, says, because, first, last, texts, near, belongs } = lesson;
  const field = (name: string, label: string, hint?: string) => {
    const input = el('input', { id: `${name}-${id}`, autocomplete: 'off', maxlength: '200' });
    return {
      input,
      parts: [
        el('label', { for: `${name}-${id}` }, label, hint ? el('span', { class: 'hint' }, ` (${hint})`) : null),
        input,
      ],
    };
  };
  const name = field('name', LESSON_STRINGS.topicName, LESSON_STRINGS.topicNameHint);
  const title = field('title', LESSON_STRINGS.topicTitle, LESSON_STRINGS.topicTitleHint);
  const ask = field('ask', LESSON_STRINGS.topicAsk, LESSON_STRINGS.topicAskHint);
  const topic = el('div', { class: 'topic', hidden: '' }, ...name.parts, ...title.parts, ...ask.parts);
  const place = placeList(id, places, belongs?.label ?? '');
  place.addEventListener('change', () => {
    topic.hidden = place.value !== NEW;
    name.input.required = !topic.hidden;
  });
  // Beside what was pressed: of a long list the head of the page is out of sight.
  const told = el('p', { class: 'status', role: 'status' });
  const say = (text: string, isWrong = false) => {
    told.textContent = text;
    told.classList.toggle('wrong', isWrong);
  };
  const dismiss = () =>
    void api.dismissLesson(id).then((answer) => (answer.ok ? onDismissed() : say(answer.message, true)));
  const form = el(
    'form',
    {},
    el('label', { for: `to-${id}` }, LESSON_STRINGS.to),
    place,
    topic,
    el(
      'p',
      { class: 'row' },
      el('button', { class: 'main' }, LESSON_STRINGS.download),
      button(
        {},
        () =>
          askFirst(LESSON_STRINGS.dismissAll(texts.length), LESSON_STRINGS.forGood, LESSON_STRINGS.dismiss, dismiss),
        LESSON_STRINGS.dismiss,
      ),
    ),
    told,
  );
  let isOnItsWay = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const wish =
      place.value === NEW
        ? { to: `new:${name.input.value.trim()}`, title: title.input.value, ask: ask.input.value }
        : { to: place.value };
    // A button that is switched off would lose the focus.
    if (isOnItsWay) return;
    isOnItsWay = true;
    say(LESSON_STRINGS.onItsWay);
    void api.lessonPatch(id, wish).then((answer) => {
      isOnItsWay = false;
      if (!answer.ok) return say(answer.message, true);
      save(answer.value.file, answer.value.patch);
      say(LESSON_STRINGS.downloaded(answer.value.file, answer.value.added));
    });
  });
  return el(
    'article',
    { class: 'lesson', 'aria-labelledby': `says-${id}` },
    el('h3', { id: `says-${id}` }, says),
    el('p', { class: 'hint' }, LESSON_STRINGS.because(because, first, last)),
    el(
      'details',
      texts.length <= MOST_SHOWN ? { open: '' } : {},
      el('summary', {}, LESSON_STRINGS.examples(texts.length)),
      el('ul', {}, ...texts.map((text) => el('li', {}, text))),
    ),
    near.length > 0 &&
      el(
        'details',
        {},
        el('summary', {}, LESSON_STRINGS.near),
        el('ul', {}, ...near.map((one) => el('li', {}, LESSON_STRINGS.like(one.title, one.likeness)))),
      ),
    form,
  );
}

function placeList(id: string, places: readonly Place[], chosen: string): HTMLSelectElement {
  const list = el(
    'select',
    { id: `to-${id}`, required: '' },
    el('option', { value: '' }, LESSON_STRINGS.choose),
    el('option', { value: NEW }, LESSON_STRINGS.newTopic),
    ...Object.entries(LESSON_STRINGS.groups).map(([group, label]) =>
      el(
        'optgroup',
        { label },
        ...places
          .filter((place) => place.label.startsWith(`${group}:`))
          .map((place) => el('option', { value: place.label }, place.title)),
      ),
    ),
  );
  list.value = chosen;
  return list;
}

/** Gives a text as a file. */
function save(file: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/x-patch' }));
  const link = el('a', { href: address, download: file });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
