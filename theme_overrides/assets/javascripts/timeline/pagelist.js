// The page's list beside a timeline: it is kept in step or, where a story tells all of it, gives way to that.

/** @import { Model, Texts } from './types.js' */

import { later } from './ondemand.js';

/**
 * @param {HTMLElement} root
 * @param {Model} model
 * @param {Texts} texts
 * @param {(i: number) => void} turnTo turns the story to an event
 * @param {AbortSignal} signal
 * @param {() => void} stirred is told when what keeps it in step is there, or cannot be
 */
export function makePageList(root, model, texts, turnTo, signal, stirred) {
  /** @type {HTMLElement[] | null} */
  let found = null; // the rows of a list that has all events
  /** @type {ReturnType<typeof import('./list.js').followList> | null} */
  let list = null;
  const following = /** @type {ReturnType<typeof later<typeof import('./list.js')>>} */ (later('list', came));
  addEventListener('hashchange', follow, { signal });
  if (location.hash) import('./place.js').then(({ holdPlace }) => holdPlace(root, signal));
  return {
    /** Look for the list, and follow it. */
    find() {
      /** @type {NodeListOf<HTMLElement>} */
      const heads = document.querySelectorAll('.dl-row[data-n]');
      const rows = new Set([...heads].map((row) => row.dataset.n));
      found = rows.size === model.scopeTotal ? [...heads] : null;
      root.parentElement?.classList.toggle('dl--told', found !== null);
      came();
    },
    update,
    fetching: following.fetching,
  };

  /** The list as it is kept in step; null where there is none, or while what keeps it is on its way. */
  function followed() {
    list ??= (found && following.get()?.followList(found, model, texts)) ?? null;
    return list;
  }

  function came() {
    if (!root.isConnected) return; // what is told of the address is no longer of this page
    update();
    if (location.hash) follow();
    stirred();
  }

  /** At first it says what the page does. */
  function update() {
    const differs = model.total !== model.scopeTotal || model.state.known !== null;
    if (list || differs) followed()?.update();
  }

  /** Where the list is not shown, a link into it leads to that place in the story. */
  function follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || target.checkVisibility()) return;
    const i = followed()?.first(target) ?? null;
    if (i !== null) turnTo(i);
  }
}
