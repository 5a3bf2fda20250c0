// The controls above the stage.

import { button, el } from './dom.js';

const LANES = {
  none: 'One lane', storyline: 'By storyline', kind: 'By kind', actor: 'By actor', place: 'By place',
  country: 'By country of the outlet', status: 'By status',
};

/** The toolbar; `act` has a function for each of its controls. */
export function makeToolbar(model, act, { embed, signal }) {
  const lanes = el('select', { 'aria-label': 'Lanes', onchange: () => act.lanes(lanes.value) }, ...Object.entries(LANES).map(([value, text]) => el('option', { value }, text)));
  const search = el('input', { type: 'search', placeholder: 'Find in the timeline', 'aria-label': 'Find in the timeline', oninput: () => act.search(search.value) });
  const filters = button('Filters', () => {
    const open = filters.getAttribute('aria-expanded') !== 'true';
    filters.setAttribute('aria-expanded', open);
    act.filters(open);
  }, { 'aria-expanded': 'false', 'aria-controls': 'dl-filters' });
  const show = menu('Show', { all: 'Fit all', story: 'Fit storyline', today: 'Today', last30: 'Last 30 days', next90: 'Next 90 days' }, act.show, signal);
  const relations = button('Relations', () => act.relations(relations.getAttribute('aria-pressed') !== 'true'), { 'aria-pressed': 'false' });
  const said = el('output', { class: 'dl-tools__said' });
  const share = menu('Share', { link: 'Copy link', embed: 'Copy code to embed', png: 'PNG', svg: 'SVG', csv: 'CSV', print: 'Print' }, async (what) => {
    said.textContent = await act.share(what);
    setTimeout(() => (said.textContent = ''), 4000);
  }, signal);
  const zoom = el('span', { class: 'dl-tools__zoom', role: 'group', 'aria-label': 'Zoom' },
    button('−', () => act.zoom(1 / 1.8), { 'aria-label': 'Zoom out' }), button('+', () => act.zoom(1.8), { 'aria-label': 'Zoom in' }));
  const clear = button('Clear', () => act.clear(), { hidden: true });
  const element = el('div', { class: 'dl-tools', role: 'group', 'aria-label': 'Timeline' }, search, filters, clear, lanes, show, relations, zoom, embed ? null : share, said);
  return {
    element,
    update() {
      const { state } = model;
      lanes.value = state.lanes;
      if (document.activeElement !== search) search.value = state.q;
      relations.setAttribute('aria-pressed', state.relations);
      const chosen = Object.values(state.choice).reduce((sum, options) => sum + options.size, 0);
      filters.textContent = chosen ? `Filters (${chosen})` : 'Filters';
      clear.hidden = !chosen && !state.q;
    },
  };
}

/** A button that opens a list of actions; a choice, Escape or a click elsewhere closes it. */
function menu(title, items, act, signal) {
  const element = el('details', { class: 'dl-menu' }, el('summary', {}, title),
    el('div', { class: 'dl-menu__list' }, ...Object.entries(items).map(([what, text]) => button(text, () => {
      element.open = false;
      act(what);
    }))));
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !element.open) return;
    element.open = false;
    element.querySelector('summary').focus();
  });
  element.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !element.contains(event.relatedTarget)) element.open = false;
  });
  document.addEventListener('pointerdown', (event) => {
    if (!element.contains(event.target)) element.open = false;
  }, { signal });
  return element;
}
