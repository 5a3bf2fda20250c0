// The page's list beside a timeline: it is kept in step or, where a story tells all of it, gives way to that.

/** @import { Model, Texts } from './types.js' */

import { onDemand } from './ondemand.js';

/**
 * @param {HTMLElement} root
 * @param {Model} model
 * @param {Texts} texts
 * @param {(i: number) => void} turnTo turns the story to an event
 * @param {AbortSignal} signal
 */
export function makePageList(root, model, texts, turnTo, signal) {
  /** @type {ReturnType<typeof import('./list.js').followList>} */
  let list = null;
  addEventListener('hashchange', follow, { signal });
  if (location.hash) import('./place.js').then(({ holdPlace }) => holdPlace(root, signal));
  return {
    /** Look for the list, and follow it: a drawing does not wait for the code of that. */
    async find() {
      try {
        const { followList } = /** @type {typeof import('./list.js')} */ (await onDemand('list'));
        if (!root.isConnected) return;
        list = followList(document, model, texts);
      } catch {
        return; // it says all of the events, as without a drawing
      }
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
