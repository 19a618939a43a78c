/** What single keys do, by the key. */
export type Keys = Readonly<Record<string, () => void>>;

const NAME = 'sns-desk-keys';

/** Whether single keys are used; a browser that keeps nothing uses them. */
export function usesKeys(): boolean {
  try {
    return localStorage.getItem(NAME) !== 'off';
  } catch {
    return true;
  }
}

export function useKeys(uses: boolean): void {
  try {
    localStorage.setItem(NAME, uses ? 'on' : 'off');
  } catch {
    // It holds until the page is left.
  }
}

/** Listens for single keys, where nobody types and no dialog is open. `onEscape` is told everywhere but in dialogs. */
export function listenForKeys(keys: Keys, onEscape: (target: HTMLElement) => void): void {
  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || target.closest('dialog')) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === 'Escape') return onEscape(target);
    const types = target.matches('input:not([type=checkbox]), textarea, select');
    const does = keys[key];
    if (types || does === undefined || !usesKeys()) return;
    event.preventDefault();
    does();
  });
}
