import { el } from '../widget/dom.js';
import type { DeskApi, Session } from './api.js';
import { unkeptText } from './draw-ticket.js';
import { STRINGS } from './strings.js';

/** Asks for the token until it is right. `because`: why one has to sign in; `unkept`: what was typed and could not be kept; both may be empty. */
export function signInForm(
  api: DeskApi,
  because: string,
  unkept: string,
  onSignedIn: (session: Session) => void,
): HTMLElement {
  const token = el('input', { id: 'token', type: 'password', autocomplete: 'current-password', required: '' });
  const told = el('p', { class: 'wrong', role: 'alert' }, because);
  const form = el(
    'form',
    { class: 'sign-in' },
    el('h2', {}, STRINGS.signIn),
    el('label', { for: 'token' }, STRINGS.token),
    token,
    el('p', { class: 'hint' }, STRINGS.signInHint),
    told,
    el('button', { class: 'main' }, STRINGS.signIn),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void api.signIn(token.value).then((answer) => {
      if (answer.ok) return onSignedIn(answer.value);
      told.textContent = answer.message;
      token.select();
    });
  });
  return el('main', {}, form, unkept !== '' && unkeptText(unkept));
}
