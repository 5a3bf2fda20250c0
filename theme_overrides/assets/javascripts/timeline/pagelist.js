// The page's list beside a timeline: it is kept in step or, where a story tells all of it, gives way to that.

/** @import { Model, Texts } from './types.js' */

import { followList } from './list.js';

/**
 * @param {HTMLElement} root
 * @param {Model} model
 * @param {Texts} texts
 * @param {(i: number) => void} turnTo turns the story to an event
 * @param {AbortSignal} signal
 */
export function makePageList(root, model, texts, turnTo, signal) {
  /** @type {ReturnType<typeof followList>} */
  let list = null;
  addEventListener('hashchange', follow, { signal });
  if (location.hash) import('./place.js').then(({ holdPlace }) => holdPlace(root, signal));
  return {
    /** Look for the list, and follow it. */
    find() {
      list = followList(document, model, texts);
      list?.update();
      root.parentElement?.classList.toggle('dl--told', list !== null);
      if (location.hash) follow();
    },
    update: () => list?.update(),
  };

  /** Where the list is not shown, a link into it leads to that place in the story. */
  function follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || target.checkVisibility() || !list) return;
    const i = list.first(target);
    if (i !== null) turnTo(i);
  }
}
