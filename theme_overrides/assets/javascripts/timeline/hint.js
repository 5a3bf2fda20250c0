// Says how one zooms, when somebody turns the wheel over the drawing and the page scrolls. Fetched then.

import { el } from './dom.js';
import { say } from './words.js';

const SHOWN = 1600; // milliseconds

/** @param {HTMLElement} holder */
export function makeHint(holder) {
  const apple = /Mac|iPhone|iPad/.test(navigator.platform);
  const hint = el(
    'p',
    { class: 'dl-hint', hidden: true, 'aria-hidden': 'true' },
    say(apple ? 'hint-zoom-mac' : 'hint-zoom'),
  );
  holder.append(hint);
  let timer = 0;
  return {
    show() {
      hint.hidden = false;
      clearTimeout(timer);
      timer = setTimeout(() => {
        hint.hidden = true;
      }, SHOWN);
    },
  };
}
