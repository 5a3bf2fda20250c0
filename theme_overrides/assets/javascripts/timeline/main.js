// Grows a timeline on every `data-timeline`, and takes away those whose pages are gone.

import { failure } from './failed.js';
import { grow } from './timeline.js';

/** @type {Map<HTMLElement, Promise<(() => void) | void>>} */
const grown = new Map();

/** Also called when Material's instant navigation has brought another page. */
function start() {
  for (const [element, leave] of grown) {
    if (element.isConnected) continue;
    leave.then((away) => away?.());
    grown.delete(element);
  }
  /** @type {NodeListOf<HTMLElement>} */
  const found = document.querySelectorAll('[data-timeline]');
  for (const element of found) {
    if (grown.has(element)) continue;
    grown.set(element, growOn(element));
  }
}

/** @param {HTMLElement} element */
function growOn(element) {
  return grow(element).catch((error) => {
    const { failed = '', retry = '' } = element.dataset;
    const words = failed.replace('{reason}', () => error.message);
    element.replaceChildren(failure(words, retry, () => again(element)));
    element.classList.add('dl-view--failed');
  });
}

/** @param {HTMLElement} element */
function again(element) {
  element.classList.remove('dl-view--failed');
  element.replaceChildren();
  grown.set(element, growOn(element));
}

if (window.document$) window.document$.subscribe(start);
else start();
