// The controls above the stage, in one row: what has no room in it folds into a menu.

/** @import { Actions, Model } from './types.js' */

import { button, el } from './dom.js';
import { makeMenu, makeMore } from './menu.js';
import { say } from './words.js';

const LANES = ['none', 'storyline', 'kind', 'actor', 'place', 'country', 'status'];

/**
 * @typedef {object} Page
 * @property {boolean} embed
 * @property {AbortSignal} signal
 * @property {(open: boolean) => void} filters
 * @property {(open: boolean) => void} past shows the slider of what was known, where it is folded away
 * @property {(open: boolean) => void} marks shows what the marks mean, where it is folded away
 * @property {HTMLElement | null} first what stands before all others
 * @property {boolean} threads whether one may choose a storyline
 */

/**
 * The toolbar; `act` has a function for each of its controls.
 * @param {Model} model
 * @param {Actions} act
 * @param {Page} page
 */
export function makeToolbar(model, act, page) {
  const { embed, signal } = page;
  /** @type {HTMLSelectElement} */
  const lanes = el(
    'select',
    { 'aria-label': say('toolbar-lanes'), onchange: () => act.lanes(lanes.value) },
    ...LANES.map((value) => el('option', { value }, say(`toolbar-lanes-${value}`))),
  );
  const filters = unfolds('toolbar-filters', 'dl-filters', page.filters);
  const past = unfolds('known-name', 'dl-known', page.past);
  past.classList.add('dl-tools__past');
  const marks = unfolds('legend-name', 'dl-legend', page.marks);
  marks.classList.add('dl-tools__marks');
  const { options } = model.columns.facets.storyline;
  /** @type {HTMLSelectElement} */
  const thread = el(
    'select',
    {
      class: 'dl-tools__thread',
      'aria-label': say('toolbar-thread'),
      onchange() {
        const { storyline, ...others } = model.state.choice;
        act.choose(thread.value ? { ...others, storyline: new Set([thread.value]) } : others);
      },
    },
    el('option', { value: '' }, say('toolbar-thread-all')),
    ...options.map(({ id, label }) => el('option', { value: id, dir: 'auto' }, label)),
  );
  const show = makeMenu('show', ['all', 'story', 'today', 'last30', 'next90'], act.show, signal);
  const relations = button(
    say('toolbar-relations'),
    () => act.relations(relations.getAttribute('aria-pressed') !== 'true'),
    { 'aria-pressed': 'false', class: 'dl-tools__relations' },
  );
  const said = el('output', { class: 'dl-tools__said' });
  const share = makeMenu(
    'share',
    ['link', 'embed', 'png', 'svg', 'csv', 'print'],
    async (what) => {
      said.textContent = await act.share(what);
      setTimeout(() => (said.textContent = ''), 4000);
    },
    signal,
  );
  const zoom = el(
    'span',
    { class: 'dl-tools__zoom', role: 'group', 'aria-label': say('toolbar-zoom') },
    button('−', () => act.zoom(1 / 1.8), { 'aria-label': say('toolbar-zoom-out') }),
    button('+', () => act.zoom(1.8), { 'aria-label': say('toolbar-zoom-in') }),
  );
  const clear = button(say('toolbar-clear'), () => act.clear(), { hidden: true, class: 'dl-tools__clear' });
  const foldable = [thread, zoom, show, lanes, relations, past, marks, share].filter(
    (one) => (one !== thread || (page.threads && options.length > 1)) && (one !== share || !embed),
  );
  const more = makeMore(signal);
  const element = el(
    'div',
    { class: 'dl-tools', role: 'group', 'aria-label': say('toolbar-name') },
    page.first,
    filters,
    clear,
    ...foldable,
    more.element,
    said,
  );
  let fitted = '';
  return {
    element,
    fit,
    update() {
      const { state } = model;
      lanes.value = state.lanes;
      const [line, more] = state.choice.storyline ?? [];
      thread.value = more === undefined ? (line ?? '') : '';
      relations.setAttribute('aria-pressed', String(state.relations));
      const count = Object.values(state.choice).reduce((sum, options) => sum + options.size, state.q ? 1 : 0);
      filters.textContent = count ? say('toolbar-filters-chosen', { count }) : say('toolbar-filters');
      clear.hidden = !count;
      fit();
    },
  };

  /** Fold what has no room, the least important first. */
  function fit() {
    const width = element.clientWidth;
    const present = [page.first, clear].map((one) => (one ? one.offsetWidth : 0));
    const asked = [
      width,
      ...present,
      filters.textContent,
      thread.offsetParent === null,
      zoom.offsetParent === null,
    ].join();
    if (!width || asked === fitted) return;
    const focused = document.activeElement;
    more.element.before(...foldable);
    more.element.hidden = true;
    if (element.scrollWidth > width) {
      more.element.hidden = false;
      // All is measured before anything moves: nothing in the row gives way.
      const gap = Number.parseFloat(getComputedStyle(element).columnGap) || 0;
      const widths = foldable.map((one) => one.offsetWidth);
      let over = element.scrollWidth - width;
      for (let at = foldable.length - 1; at >= 0 && over > 0; at--) {
        if (!widths[at]) continue;
        more.fold(foldable[at]);
        over -= widths[at] + gap;
      }
    }
    // An element that moves loses the keyboard's focus.
    if (focused instanceof HTMLElement && focused !== document.activeElement && element.contains(focused))
      focused.focus({ preventScroll: true });
    fitted = asked;
  }
}

/**
 * A button that unfolds something.
 * @param {string} words
 * @param {string} what the id of what it unfolds
 * @param {(open: boolean) => void} act
 */
function unfolds(words, what, act) {
  const element = button(
    say(words),
    () => {
      const open = element.getAttribute('aria-expanded') !== 'true';
      element.setAttribute('aria-expanded', String(open));
      act(open);
    },
    { 'aria-expanded': 'false', 'aria-controls': what },
  );
  return element;
}
