// The controls above the stage.

/** @import { Actions, Model } from './types.js' */

import { button, el } from './dom.js';
import { say } from './words.js';

const LANES = ['none', 'storyline', 'kind', 'actor', 'place', 'country', 'status'];

/**
 * @typedef {object} Page
 * @property {boolean} embed
 * @property {AbortSignal} signal
 * @property {(open: boolean) => void} filters
 * @property {(open: boolean) => void} past shows the slider of what was known, where it is folded away
 * @property {boolean} threads whether one may choose a storyline
 */

/**
 * The toolbar; `act` has a function for each of its controls.
 * @param {Model} model
 * @param {Actions} act
 * @param {Page} page
 */
export function makeToolbar(model, act, { embed, signal, filters: showFilters, past: showPast, threads }) {
  /** @type {HTMLSelectElement} */
  const lanes = el(
    'select',
    { 'aria-label': say('toolbar-lanes'), onchange: () => act.lanes(lanes.value) },
    ...LANES.map((value) => el('option', { value }, say(`toolbar-lanes-${value}`))),
  );
  const filters = unfolds('toolbar-filters', 'dl-filters', showFilters);
  const past = unfolds('known-name', 'dl-known', showPast);
  past.classList.add('dl-tools__past');
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
  const show = menu('show', ['all', 'story', 'today', 'last30', 'next90'], act.show, signal);
  const relations = button(
    say('toolbar-relations'),
    () => act.relations(relations.getAttribute('aria-pressed') !== 'true'),
    { 'aria-pressed': 'false' },
  );
  const said = el('output', { class: 'dl-tools__said' });
  const share = menu(
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
  const clear = button(say('toolbar-clear'), () => act.clear(), { hidden: true });
  const element = el(
    'div',
    { class: 'dl-tools', role: 'group', 'aria-label': say('toolbar-name') },
    filters,
    clear,
    threads && options.length > 1 ? thread : null,
    lanes,
    show,
    relations,
    zoom,
    past,
    embed ? null : share,
    said,
  );
  return {
    element,
    update() {
      const { state } = model;
      lanes.value = state.lanes;
      const [line, more] = state.choice.storyline ?? [];
      thread.value = more === undefined ? (line ?? '') : '';
      relations.setAttribute('aria-pressed', String(state.relations));
      const count = Object.values(state.choice).reduce((sum, options) => sum + options.size, state.q ? 1 : 0);
      filters.textContent = count ? say('toolbar-filters-chosen', { count }) : say('toolbar-filters');
      clear.hidden = !count;
    },
  };
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

/**
 * A button that opens a list of actions; a choice, Escape or a click elsewhere closes it.
 * @param {string} name
 * @param {string[]} items
 * @param {(what: string) => unknown} act
 * @param {AbortSignal} signal
 */
function menu(name, items, act, signal) {
  const element = el(
    'details',
    { class: `dl-menu dl-menu--${name}` },
    el('summary', {}, say(`menu-${name}`)),
    el(
      'div',
      { class: 'dl-menu__list' },
      ...items.map((what) =>
        button(say(`menu-${name}-${what}`), () => {
          element.open = false;
          act(what);
        }),
      ),
    ),
  );
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !element.open) return;
    element.open = false;
    element.querySelector('summary')?.focus();
  });
  element.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !element.contains(/** @type {Node} */ (event.relatedTarget))) element.open = false;
  });
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!element.contains(/** @type {Node} */ (event.target))) element.open = false;
    },
    { signal },
  );
  return element;
}
