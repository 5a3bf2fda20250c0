// Menus of the toolbar: a list of actions, and the one into which controls fold that have no room.

import { button, el } from './dom.js';
import { say } from './words.js';

/**
 * A button that opens a list of actions; a choice, Escape or a click elsewhere closes it.
 * @param {string} name
 * @param {string[]} items
 * @param {(what: string) => unknown} act
 * @param {AbortSignal} signal
 */
export function makeMenu(name, items, act, signal) {
  const actions = items.map((what) =>
    button(say(`menu-${name}-${what}`), () => {
      closeAround(element);
      act(what);
    }),
  );
  const element = unfolding(name, actions, signal).element;
  return element;
}

/**
 * The menu of what has no room.
 * @param {AbortSignal} signal
 */
export function makeMore(signal) {
  const { element, list } = unfolding('more', [], signal);
  // What unfolds elsewhere is looked at there.
  list.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[aria-controls]')) closeAround(element);
  });
  return {
    element,
    /**
     * Take a control in, before those that were taken in earlier.
     * @param {HTMLElement} control
     */
    fold: (control) => list.prepend(control),
  };
}

/**
 * @param {string} name
 * @param {HTMLElement[]} items
 * @param {AbortSignal} signal
 */
function unfolding(name, items, signal) {
  const list = el('div', { class: 'dl-menu__list' }, ...items);
  const element = el('details', { class: `dl-menu dl-menu--${name}` }, el('summary', {}, say(`menu-${name}`)), list);
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !element.open) return;
    // Of a menu within a menu the inner one closes first.
    event.stopPropagation();
    element.open = false;
    element.querySelector('summary')?.focus();
  });
  element.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !element.contains(/** @type {Node} */ (event.relatedTarget))) element.open = false;
  });
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!element.contains(/** @type {Node} */ (event.target))) element.open = false;
    },
    { signal },
  );
  return { element, list };
}

/**
 * Close a menu and the one that it is folded into; the keyboard's focus stays at the outer one.
 * @param {HTMLElement} menu
 */
function closeAround(menu) {
  /** @type {HTMLDetailsElement | null | undefined} */
  let outer = /** @type {HTMLDetailsElement} */ (menu);
  let last = outer;
  while (outer) {
    outer.open = false;
    last = outer;
    outer = outer.parentElement?.closest('details');
  }
  last.querySelector('summary')?.focus({ preventScroll: true });
}
