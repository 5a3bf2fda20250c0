// Grows a timeline on every `data-timeline`, also after Material's instant navigation.

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
      element.textContent = `The drawn timeline could not be loaded (${error.message}). The list below is complete.`;
      element.classList.add('dl-view--failed');
    }));
  }
}

if (window.document$) window.document$.subscribe(start);
else start();
