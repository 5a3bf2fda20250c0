// The page's list beside a timeline: it is kept in step or, where a story tells all of it, gives way to that.

/** @import { Model, Texts } from './types.js' */

import { followList } from './list.js';

const HELD = 5_000; // milliseconds for which the place that the address names is kept while the drawing grows above it
const MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'];

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
  holdPlace();
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

  /** The place that the address names, if there is one. */
  function named() {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  }

  /** Keep that place where it belongs while the drawing grows above it, until the reader moves. */
  function holdPlace() {
    const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
    // Somebody who comes back is where they were.
    if (!location.hash || (visit && visit.type !== 'navigate')) return;
    const observer = new ResizeObserver(() => {
      const target = named();
      if (target?.checkVisibility()) target.scrollIntoView({ behavior: 'instant' });
    });
    const end = () => observer.disconnect();
    for (const move of MOVES) addEventListener(move, end, { signal, once: true, passive: true });
    signal.addEventListener('abort', end);
    setTimeout(end, HELD);
    observer.observe(root);
  }

  /** Where the list is not shown, a link into it leads to that place in the story. */
  function follow() {
    const target = named();
    if (!target || target.checkVisibility() || !list) return;
    const i = list.first(target);
    if (i !== null) turnTo(i);
  }
}
