// Grows a timeline on every `data-timeline`, and takes away those whose pages are gone.

import { failure } from './failed.js';

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
async function growOn(element) {
  const timeline = await fetched();
  return timeline?.grow(element).catch((error) => {
    const { failed = '', retry = '' } = element.dataset;
    const words = failed.replace('{reason}', () => error.message);
    element.replaceChildren(failure(words, retry, () => again(element)));
    element.classList.add('dl-view--failed');
  });
}

/** The code that grows it, which on a phone waits for the page; null where it is missing or not understood. */
async function fetched() {
  try {
    await window.datelineShown;
    return await import('./timeline.js');
  } catch (error) {
    // As if a script had named it: fallback.js says why.
    setTimeout(() => {
      throw error;
    });
    return null;
  }
}

/** @param {HTMLElement} element */
function again(element) {
  element.classList.remove('dl-view--failed');
  element.replaceChildren();
  grown.set(element, growOn(element));
}

if (window.document$) window.document$.subscribe(start);
else start();
