// Grows a timeline on every element with `data-timeline`, also when Material's instant navigation brings a new page.

import { mount } from './view.js';

const mounted = new Map();

function start() {
  for (const [element, leave] of mounted) {
    if (element.isConnected) continue;
    leave.then((away) => away?.());
    mounted.delete(element);
  }
  for (const element of document.querySelectorAll('[data-timeline]')) {
    if (mounted.has(element)) continue;
    mounted.set(element, mount(element).catch((error) => {
      // The list below says everything that the drawing would; a line tells why there is none.
      element.textContent = `The drawn timeline could not be loaded (${error.message}). The list below is complete.`;
      element.classList.add('dl-view--failed');
    }));
  }
}

if (window.document$) window.document$.subscribe(start);
else start();
