// While the story plays, says what became known, one thing at a time and long enough to be read.

/** @import { Model, Texts } from './types.js' */

import { dayInWords } from './dayinwords.js';
import { el } from './dom.js';
import { say } from './words.js';

const READ = 1100; // milliseconds

/**
 * @param {Model} model
 * @param {Texts} texts
 */
export function makeCaption(model, texts) {
  const element = el('p', { class: 'dl-known__caption', 'aria-hidden': 'true', dir: 'auto' });
  let told = -Infinity; // up to which day
  let since = -Infinity;
  return {
    element,
    /** @param {number} day to which the story has come */
    tell(day) {
      if (day < told) told = -Infinity;
      if (performance.now() - since < READ) return;
      const i = newest(told, day);
      if (i === null) return;
      const title = texts.heading(i, true)?.title;
      if (!title) return;
      element.textContent = say('known-caption', { date: dayInWords(model.columns.known[i]), title });
      [told, since] = [day, performance.now()];
    },
    clear() {
      element.textContent = '';
      [told, since] = [-Infinity, -Infinity];
    },
  };

  /**
   * What matters most of what became known after a day and by another one.
   * @param {number} after
   * @param {number} day
   */
  function newest(after, day) {
    const { known, count } = model.columns;
    const { rank } = model.buffers;
    /** @type {number | null} */
    let found = null;
    for (let i = 0; i < count; i++) {
      if (!model.mask[i] || known[i] <= after || known[i] > day) continue;
      if (found === null || rank[i] < rank[found]) found = i;
    }
    return found;
  }
}
