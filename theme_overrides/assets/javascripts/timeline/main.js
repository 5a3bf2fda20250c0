// Grows a timeline on every `data-timeline`, and takes away those whose pages are gone.

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
    grown.set(
      element,
      grow(element).catch((error) => {
        element.textContent = (element.dataset.failed ?? '').replace('{reason}', () => error.message);
        element.classList.add('dl-view--failed');
      }),
    );
  }
}

if (window.document$) window.document$.subscribe(start);
else start();
