// What stands where a part could not be fetched: a sentence that says what to do, and a way to try again.

import { button, el } from './dom.js';

/**
 * @param {string} words
 * @param {string} again
 * @param {() => void} retry
 */
export const failure = (words, again, retry) =>
  el('p', { class: 'dl-failed', role: 'alert' }, el('span', {}, words), button(again, retry));
