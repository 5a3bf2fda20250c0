// Writes the state to the address: at once, as a step for Back, or when nothing has changed for a moment.

/** @import { Address } from './types.js' */

import { writeAddress } from './address.js';

const MOMENT = 300; // milliseconds

/**
 * @param {() => Address} read the state as it is then
 * @param {string[]} facetNames
 * @param {() => void} stirred is told when something waits to be written, and when it has been
 */
export function makeWriter(read, facetNames, stirred) {
  const path = location.pathname;
  let waiting = 0;
  const stop = () => {
    clearTimeout(waiting);
    waiting = 0;
  };
  /** @param {boolean} step */
  const write = (step) => {
    // By then the reader may have gone to another page.
    if (location.pathname === path) writeAddress(read(), facetNames, step);
  };
  return {
    stop,
    waiting: () => waiting !== 0,
    /** @param {boolean} step whether Back returns to what was before */
    write(step) {
      stop();
      if (step) write(true);
      else {
        waiting = setTimeout(() => {
          waiting = 0;
          write(false);
          stirred();
        }, MOMENT);
      }
      stirred();
    },
  };
}
