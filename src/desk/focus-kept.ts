/** Draws a part of the page anew; what had the focus, and where in it, has it again where it is still there; what was unfolded stays so. */
export function focusKept(place: HTMLElement, draw: () => void): void {
  const before = document.activeElement;
  const isInside = before instanceof HTMLElement && place.contains(before);
  const id = isInside ? before.id : '';
  const at = before instanceof HTMLTextAreaElement ? before.selectionStart : null;
  const unfolded = [...place.querySelectorAll('details[open][id]')].map((one) => one.id);
  draw();
  for (const one of unfolded) document.getElementById(one)?.setAttribute('open', '');
  if (!isInside) return;
  const after = id === '' ? null : document.getElementById(id);
  const target = after instanceof HTMLElement && !after.hasAttribute('disabled') ? after : place;
  target.focus({ preventScroll: true });
  if (after instanceof HTMLTextAreaElement && at !== null) after.setSelectionRange(at, at);
}
