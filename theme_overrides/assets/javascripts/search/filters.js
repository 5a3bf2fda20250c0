// Filters of what is found: a chip for each kind, a year, a storyline, each with how many it would leave.

/** @import { Found } from './types.js' */

import { button, el } from '../timeline/dom.js';
import { inDigits, say } from '../timeline/words.js';
import { KINDS } from './list.js';

/** @typedef {{ kind: string, year: string, storyline: string }} Filter What is chosen; '' where nothing is. */

/** Nothing is chosen. */
export const NONE = { kind: '', year: '', storyline: '' };

/**
 * The controls, in `holder`.
 * @param {HTMLElement} holder
 * @param {(filter: Filter) => void} change
 */
export function makeFilters(holder, change) {
  /** @type {Filter} */
  let filter = { ...NONE };
  const chips = el('span', { class: 'dl-search__kinds' });
  const year = select('year');
  const storyline = select('storyline');
  holder.replaceChildren(chips, year, storyline);

  /** @param {'year' | 'storyline'} name */
  function select(name) {
    /** @type {HTMLSelectElement} */
    const made = el('select', {
      'aria-label': say(`search-${name}`),
      onchange: () => set({ [name]: made.value }),
    });
    return made;
  }

  /** @param {Partial<Filter>} part */
  function set(part) {
    filter = { ...filter, ...part };
    change(filter);
  }

  /**
   * @param {HTMLSelectElement} of
   * @param {string} all
   * @param {string} chosen
   * @param {[string, string, number][]} options the value, its name, and how many it leaves
   */
  function fill(of, all, chosen, options) {
    const here = options.some(([value]) => value === chosen) || !chosen ? options : [...options, [chosen, chosen, 0]];
    of.replaceChildren(
      el('option', { value: '' }, all),
      ...here.map(([value, name, count]) => el('option', { value }, `${name} (${inDigits(Number(count))})`)),
    );
    of.value = chosen;
    of.hidden = here.length < 2 && !chosen;
  }

  return {
    get filter() {
      return filter;
    },
    set,
    /** @param {Found} found */
    update({ kinds, years, storylines, titles }) {
      const held = holder.contains(document.activeElement) ? document.activeElement?.getAttribute('data-kind') : null;
      const shown = KINDS.filter((kind) => kinds[kind] || kind === filter.kind);
      chips.replaceChildren(
        ...shown.map((kind) =>
          button(
            say('search-filter-kind', { kind: say(`search-kind-${kind}`), count: kinds[kind] ?? 0 }),
            () => set({ kind: filter.kind === kind ? '' : kind }),
            { 'aria-pressed': String(filter.kind === kind), 'data-kind': kind },
          ),
        ),
      );
      if (held) /** @type {HTMLElement | null} */ (chips.querySelector(`[data-kind="${held}"]`))?.focus();
      const inYears = Object.entries(years).sort(([a], [b]) => Number(b) - Number(a));
      fill(
        year,
        say('search-year-any'),
        filter.year,
        inYears.map(([one, count]) => [one, one, count]),
      );
      const lines = Object.entries(titles).sort(([a], [b]) => storylines[b] - storylines[a]);
      const all = say('search-storyline-any');
      fill(
        storyline,
        all,
        filter.storyline,
        lines.map(([id, title]) => [id, title, storylines[id]]),
      );
      holder.hidden = false;
    },
  };
}
