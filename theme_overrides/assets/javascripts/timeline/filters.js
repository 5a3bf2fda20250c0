// The panel of filters, whose hundreds of options are fetched and made when somebody first opens it.

/** @import { Actions, Model } from './types.js' */

import { el } from './dom.js';
import { failure } from './failed.js';
import { onDemand } from './ondemand.js';
import { say } from './words.js';

/**
 * The panel, closed at first.
 * @param {Model} model
 * @param {Pick<Actions, 'choose' | 'search'>} act
 */
export function makeFilters(model, act) {
  const element = el('div', {
    class: 'dl-filters',
    hidden: true,
    id: 'dl-filters',
    role: 'group',
    'aria-label': say('filters-name'),
  });
  /** @type {(() => void) | null} */
  let filled = null;

  async function fill() {
    try {
      const { fillFilters } = /** @type {typeof import('./facets.js')} */ (await onDemand('facets'));
      filled ??= fillFilters(element, model, act);
      update();
    } catch {
      element.replaceChildren(failure(say('failed-filters'), say('failed-retry'), fill));
    }
  }

  function update() {
    if (!element.hidden) filled?.();
  }

  return {
    element,
    /** @param {boolean} open */
    async show(open) {
      element.hidden = !open;
      if (filled) update();
      else if (open) await fill();
    },
    update,
  };
}
