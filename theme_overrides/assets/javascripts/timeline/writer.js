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
  let stepping = false; // whether what waits becomes a step for Back
  const rest = () => {
    clearTimeout(waiting);
    waiting = 0;
  };
  const stop = () => {
    rest();
    stepping = false;
  };
  /** @param {boolean} step */
  const write = (step) => {
    // By then the reader may have gone to another page.
    if (location.pathname === path) writeAddress(read(), facetNames, step);
  };
  return {
    stop,
    waiting: () => waiting !== 0,
    /** What is written next is a step for Back, also if that is only when the view has come to rest. */
    step() {
      stepping = true;
    },
    /** @param {boolean} step whether Back returns to what was before */
    write(step) {
      rest();
      if (step) {
        stepping = false;
        write(true);
      } else {
        waiting = setTimeout(() => {
          waiting = 0;
          write(stepping);
          stepping = false;
          stirred();
        }, MOMENT);
      }
      stirred();
    },
  };
}
