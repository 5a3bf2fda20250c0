// The filters, and how many events each would leave.

/** @import { Actions, Model, Option } from './types.js' */

import { button, el } from './dom.js';
import { inDigits, say } from './words.js';

const FEW = 8;

/**
 * @typedef {object} Row An option, and where it stands.
 * @property {string} name of its facet
 * @property {number} number in its facet
 * @property {Option} option
 * @property {HTMLInputElement} box
 * @property {HTMLElement} count
 * @property {HTMLElement} row
 */

/**
 * Fill the panel of filters: words, and the facets. Gives what keeps it in step.
 * @param {HTMLElement} element
 * @param {Model} model
 * @param {Pick<Actions, 'choose' | 'search'>} act
 */
export function fillFilters(element, model, act) {
  const { facets } = model.columns;
  /** @type {Row[]} */
  const rows = [];
  /** @type {HTMLInputElement} */
  const words = el('input', {
    type: 'search',
    class: 'dl-filters__words',
    placeholder: say('filters-words'),
    'aria-label': say('filters-words'),
    oninput: () => act.search(words.value),
  });
  const groups = model.facetNames.map(makeGroup);
  element.replaceChildren(words, ...groups.map(({ group }) => group));
  return update;

  /** @param {string} name */
  function makeGroup(name) {
    const list = el('ul', {});
    facets[name].options.forEach((option, number) => {
      /** @type {HTMLInputElement} */
      const box = el('input', {
        type: 'checkbox',
        value: option.id,
        onchange: () => toggle(name, option.id, box.checked),
      });
      const count = el('span', { class: 'dl-filter__count' });
      const row = el('li', {}, el('label', {}, box, el('span', { dir: 'auto' }, option.label), count));
      list.append(row);
      rows.push({ name, number, option, box, count, row });
    });
    const more = button(say('filters-more'), () => group.classList.toggle('dl-filter--all'), {
      class: 'dl-filter__more',
    });
    const group = el(
      'details',
      { class: 'dl-filter', open: ['storyline', 'status'].includes(name) },
      el('summary', {}, say(`facet-${name}`)),
      list,
      more,
    );
    return { group, list, more };
  }

  /**
   * @param {string} name
   * @param {string} id
   * @param {boolean} on
   */
  function toggle(name, id, on) {
    const chosen = new Set(model.state.choice[name]);
    if (on) chosen.add(id);
    else chosen.delete(id);
    act.choose({ ...model.state.choice, [name]: chosen });
  }

  function update() {
    if (document.activeElement !== words) words.value = model.state.q;
    for (const { name, number, option, box, count, row } of rows) {
      const found = model.counts[name]?.[number] ?? 0;
      box.checked = model.state.choice[name]?.has(option.id) ?? false;
      count.textContent = inDigits(found);
      row.hidden = found === 0 && !box.checked;
      row.style.order = String(-found);
    }
    for (const { list, more, group } of groups) {
      const shown = /** @type {HTMLElement[]} */ ([...list.children]).filter((row) => !row.hidden);
      shown.sort((a, b) => Number(a.style.order) - Number(b.style.order));
      for (const [place, row] of shown.entries()) row.classList.toggle('dl-filter__rest', place >= FEW);
      more.hidden = shown.length <= FEW;
      group.hidden = shown.length === 0;
    }
  }
}
