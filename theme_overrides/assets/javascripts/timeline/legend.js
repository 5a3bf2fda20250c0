// What the marks mean, under the drawing: each is a filter, and what cannot be one is explained where it occurs.

/** @import { Choice, Columns, LegendEntry, Model } from './types.js' */

import { SHAPE } from './data.js';
import { el } from './dom.js';
import { scopeMask } from './filter.js';
import { say } from './words.js';

const MOST = 5; // groups of kinds
const ROUGH = SHAPE.APPROXIMATE | SHAPE.UNCERTAIN;

/**
 * The entries for kinds: their groups, or where none are written the kinds themselves. Of more than can be told apart
 * those with most events of the scope; the others come last, and no colour stands for them.
 * @param {Columns} columns
 * @param {string} scope
 * @returns {LegendEntry[]}
 */
export function legendOf(columns, scope) {
  const { groups, groupOf, kindColours, facets, count, until } = columns;
  const { options, of } = facets.kind;
  const inScope = scopeMask(columns, scope);
  const totals = new Uint32Array(options.length);
  for (let i = 0; i < count; i++) if (inScope[i] && until[i] === Infinity) totals[of[i]]++;
  const kinds = [...options.keys()].filter((kind) => totals[kind]);
  /** @type {Map<string, LegendEntry>} */
  const found = new Map();
  for (const kind of kinds) {
    if (groups.length && groupOf[kind] < 0) continue;
    const label = groups[groupOf[kind]] ?? options[kind].label;
    const entry = found.get(label) ?? { label, colour: kindColours[kind], kinds: [] };
    entry.kinds.push(kind);
    found.set(label, entry);
  }
  /** @param {LegendEntry} entry */
  const total = (entry) => entry.kinds.reduce((sum, kind) => sum + totals[kind], 0);
  const most = new Set([...found.values()].sort((a, b) => total(b) - total(a)).slice(0, MOST));
  const entries = [...found.values()].filter((entry) => most.has(entry));
  const named = new Set(entries.flatMap((entry) => entry.kinds));
  const others = kinds.filter((kind) => !named.has(kind));
  return others.length ? [...entries, { label: say('lanes-others'), colour: null, kinds: others }] : entries;
}

/**
 * Which of the things that no filter stands for occur among the events that are shown.
 * @param {Pick<Model, 'columns' | 'mask' | 'overdue'>} model
 */
export function notesOf({ columns, mask, overdue }) {
  const { shape, status, statuses } = columns;
  const found = { overdue: false, vague: false, lasting: false, unconfirmed: false };
  for (let i = 0; i < columns.count; i++) {
    if (!mask[i]) continue;
    found.overdue ||= overdue(i);
    found.vague ||= (shape[i] & SHAPE.KIND) === SHAPE.VAGUE || (shape[i] & ROUGH) > 0;
    found.lasting ||= (shape[i] & SHAPE.KIND) === SHAPE.RANGE;
    found.unconfirmed ||= statuses[status[i]] === 'unconfirmed';
  }
  return found;
}

/**
 * The legend of a scope; `tint` makes a colour fit for the page.
 * @param {Model} model
 * @param {string} scope
 * @param {{ choose(choice: Choice): void, tint(colour: string): string }} act
 */
export function makeLegend(model, scope, { choose, tint }) {
  const { status } = model.columns.facets;
  const states = status.options.map(({ id, label }, number) =>
    entry('status', label, [number], el('span', { class: `dl-mark dl-mark--${id}` })),
  );
  const kinds = legendOf(model.columns, scope).map(({ label, colour, kinds }) => {
    const swatch = colour === null ? null : el('span', { class: 'dl-legend__swatch' });
    return { ...entry('kind', label, kinds, swatch), colour, swatch };
  });
  const notes = /** @type {const} */ (['overdue', 'vague', 'lasting', 'unconfirmed']).map((name) => ({
    name,
    element: el('li', {}, el('span', { class: `dl-legend__${name}` }), say(`legend-${name}`)),
  }));
  const explained = el('ul', { class: 'dl-legend__notes' }, ...notes.map(({ element }) => element));
  const element = el(
    'div',
    { class: 'dl-legend', id: 'dl-legend', role: 'group', 'aria-label': say('legend-name') },
    part('status', states),
    part('kind', kinds),
    explained,
  );
  return {
    element,
    update() {
      for (const entry of [...states, ...kinds]) tell(entry);
      for (const { colour, swatch } of kinds) if (swatch && colour) swatch.style.background = tint(colour);
      const occurs = notesOf(model);
      for (const { name, element } of notes) element.hidden = !occurs[name];
      explained.hidden = notes.every(({ name }) => !occurs[name]);
    },
  };

  /**
   * @param {'status' | 'kind'} name
   * @param {{ element: HTMLElement }[]} entries
   */
  function part(name, entries) {
    return el(
      'div',
      { class: 'dl-legend__part', role: 'group', 'aria-label': say(`facet-${name}`) },
      ...entries.map(({ element }) => element),
    );
  }

  /**
   * A toggle for some options of a facet, or words alone where it has no mark.
   * @param {'status' | 'kind'} name
   * @param {string} label
   * @param {number[]} options
   * @param {HTMLElement | null} mark
   */
  function entry(name, label, options, mark) {
    const count = el('span', { class: 'dl-legend__count' });
    const words = el('span', { dir: 'auto' }, label);
    const ids = options.map((number) => model.columns.facets[name].options[number].id);
    const element = mark
      ? el(
          'button',
          { type: 'button', class: 'dl-legend__entry', onclick: () => toggle(name, ids) },
          mark,
          words,
          count,
        )
      : el('span', { class: 'dl-legend__entry' }, words, count);
    return { name, options, ids, element, count };
  }

  /**
   * Choose all of some options, or none if all are chosen.
   * @param {string} name
   * @param {string[]} ids
   */
  function toggle(name, ids) {
    const chosen = new Set(model.state.choice[name]);
    const all = ids.every((id) => chosen.has(id));
    for (const id of ids) chosen[all ? 'delete' : 'add'](id);
    choose({ ...model.state.choice, [name]: chosen });
  }

  /** @param {ReturnType<typeof entry>} entry */
  function tell({ name, options, ids, element, count }) {
    const found = options.reduce((sum, number) => sum + (model.counts[name]?.[number] ?? 0), 0);
    const chosen = ids.filter((id) => model.state.choice[name]?.has(id)).length;
    count.textContent = found.toLocaleString(document.documentElement.lang || undefined);
    element.hidden = found === 0 && chosen === 0;
    if (!(element instanceof HTMLButtonElement)) return;
    element.setAttribute('aria-pressed', chosen === ids.length ? 'true' : chosen ? 'mixed' : 'false');
  }
}
