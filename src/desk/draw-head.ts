import type { DeskView } from '../domain/desk.js';
import { button, el } from '../widget/dom.js';
import type { Act } from './api.js';
import { talkButton } from './chat-box.js';
import { STRINGS } from './strings.js';
import { whenWords } from './when.js';

export interface HeadParts {
  /** Whoever is signed in has taken the ticket. */
  readonly isMine: boolean;
  /** Who is signed in. */
  readonly name: string;
  readonly act: (act: Act) => void;
  readonly onBack: () => void;
}

/** What the ticket is called, where it comes from, and what can be done with it. */
export function drawHead(view: DeskView, { isMine, name: self, act: does, onBack }: HeadParts): HTMLElement {
  const { state, takenBy } = view;
  const talker = view.request?.chat.talk?.who;
  const isOthers = state === 'taken' && !isMine;
  const name = view.handOff === null ? view.subject || STRINGS.noSubject : STRINGS.request(view.handOff);
  const act = (id: string, label: string, what: Act, isMain = false) =>
    button({ id, ...(isMain && { class: 'main' }) }, () => does(what), label);
  return el(
    'header',
    {},
    button({ id: 'back', class: 'quiet' }, onBack, STRINGS.back),
    el('h2', {}, name),
    el(
      'p',
      { class: 'hint' },
      [
        `${view.source} ${view.source === 'desk' ? '' : view.externalId}`.trim(),
        STRINGS.received(whenWords(view.receivedAt)),
        ...(view.requester === null ? [] : [STRINGS.from(view.requester)]),
      ].join(' · '),
    ),
    el(
      'p',
      { class: 'row' },
      state === 'new' && act('take', STRINGS.take, { kind: 'take', over: false }, true),
      isOthers && act('take-over', STRINGS.takeOver(takenBy ?? ''), { kind: 'take', over: true }),
      talkButton(view, isMine, self, (kind) => does({ kind })),
      isMine && act('done', STRINGS.done, { kind: 'done' }, true),
      isMine && act('release', STRINGS.release, { kind: 'release' }),
      isMine && view.handOff === null && act('read-again', STRINGS.readAgain, { kind: 'read-again' }),
      state === 'done' && act('reopen', STRINGS.reopen, { kind: 'reopen' }),
      state === 'new' && el('span', { class: 'hint' }, STRINGS.takeFirst),
    ),
    talker !== undefined && talker !== self && el('p', { class: 'look' }, STRINGS.talking(talker)),
  );
}

/** What its sender has changed since somebody took it. */
export function drawNewer({ subject, body }: NonNullable<DeskView['newer']>, { isMine, act }: HeadParts): HTMLElement {
  return el(
    'section',
    { class: 'newer' },
    el('p', {}, el('strong', {}, STRINGS.newer)),
    el('pre', {}, [subject, body].filter((part) => part !== '').join('\n\n')),
    isMine && button({ id: 'read-newer' }, () => act({ kind: 'read-again' }), STRINGS.readNewer),
  );
}
