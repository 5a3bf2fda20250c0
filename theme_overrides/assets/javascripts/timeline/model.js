// The timeline's state and all that follows from it. No DOM.

/** @import { Columns, Found, Model, Span, Story, Texts } from './types.js' */

import { tells } from './data.js';
import { applyFilters, makeLanes, scopeMask } from './filter.js';
import { facetsOn, knownOn, overdue, relationsOn, reportDays } from './known.js';
import { lowerBound, prepare } from './layout.js';
import { extent, farFrom, heart, makeFinder, opening, withAir, withToday } from './spans.js';

/**
 * A model over decoded columns for a scope; `state` changes only by `set`.
 * @param {Columns} columns
 * @param {string} scope
 * @param {Texts} texts
 * @param {Span | null} [chosen] what the author has chosen as the first view
 * @returns {Model}
 */
export function makeModel(columns, scope, texts, chosen = null) {
  const facetNames = Object.keys(columns.facets);
  const inScope = scopeMask(columns, scope);
  const reported = Object.keys(facetsOn(columns, null));
  const find = makeFinder(columns);
  /** @type {Found | null} */
  let filtered = null;
  /** @type {Story | null} */
  let story = null;
  let drawn = { version: -1, found: find([]) };
  /** @type {Model} */
  const model = {
    columns,
    chosen,
    get story() {
      story ??= tellStory();
      return story;
    },
    facetNames,
    scopeTotal: inScope.reduce((sum, value, i) => sum + (value && columns.until[i] === Infinity ? 1 : 0), 0),
    isInScope: (i) => inScope[i] === 1,
    buffers: prepare(columns),
    days: reportDays(columns, inScope),
    alive: new Uint8Array(columns.count),
    mask: inScope,
    total: 0,
    counts: {},
    lanes: makeLanes(columns, 'none', inScope),
    filtered: null,
    linked: null,
    version: 0, // goes up whenever what remains has changed
    state: { lanes: 'none', choice: {}, q: '', known: null, relations: false },
    overdue: (i) => overdue(columns, i, model.state.known ?? columns.today),
    /** The row by which the event of a row is shown, or null where it was not known yet. */
    present(i) {
      const all = columns.rows.get(columns.current[i]) ?? [columns.current[i]];
      return all.find((row) => model.alive[row]) ?? null;
    },
    /** What of a row's text may be told: {quote, all}. */
    tells: (i, text) => tells(columns, i, text, model.state.known),
    /** Change the state; `quick`, while the story plays, leaves the counts as they are. */
    set(change, quick = false) {
      Object.assign(model.state, change);
      const { state } = model;
      model.version++;
      model.linked = null;
      knownOn(columns, state.known, model.alive);
      // What is chosen by the reports has to be chosen anew with each day.
      const dated = state.q || reported.some((name) => name === state.lanes || state.choice[name]?.size);
      if (quick && model.filtered && !dated) {
        model.total = 0;
        for (let i = 0; i < columns.count; i++) {
          model.mask[i] = model.filtered[i] & model.alive[i];
          model.total += model.mask[i];
        }
        return;
      }
      const matches = state.q ? texts.match(state.q, state.known) : null;
      const then = { ...columns, facets: { ...columns.facets, ...facetsOn(columns, state.known) } };
      model.filtered = applyFilters(then, state.choice, inScope, matches).mask;
      const base = inScope.map((value, i) => value & model.alive[i]);
      filtered = null;
      Object.assign(model, applyFilters(then, state.choice, base, matches));
      model.lanes = makeLanes(then, state.lanes, model.filtered);
    },
    /** The eras of the scope's storyline, or of the first that has any. */
    eras() {
      const id = scope.startsWith('storyline:') ? scope.slice(10) : null;
      const own = columns.storylines.find((line) => line.id === id)?.eras ?? [];
      return own.length || id ? own : (columns.storylines.find((line) => line.eras.length)?.eras ?? []);
    },
    /** What of the mask has a place on the axis. */
    get drawn() {
      const { dated } = columns;
      return dated ? model.mask.map((shown, i) => shown & dated[i]) : model.mask;
    },
    /** The relations that may be told: flat triples of a row, another one, and the kind. */
    get relations() {
      model.linked ??= relationsOn(columns, model.present);
      return model.linked;
    },
    /** The relations to draw: of a row those with an end in view and, where all are asked for, with both. */
    arcs(row, seen) {
      /** @type {number[]} */
      const found = [];
      const all = model.state.relations;
      if (row === null && !all) return found;
      const { relations, drawn } = model;
      for (let r = 0; r < relations.length; r += 3) {
        const [a, b] = [relations[r], relations[r + 1]];
        if (!drawn[a] || !drawn[b]) continue;
        const own = a === row || b === row;
        if (own ? seen(a) || seen(b) : all && seen(a) && seen(b)) found.push(r);
      }
      return found;
    },
    get found() {
      if (drawn.version !== model.version) drawn = { version: model.version, found: find(model.mask) };
      return drawn.found;
    },
    extent: () => around(extent),
    /** The first view (`start`) and those of the menu: [from, to] in days. */
    span(what) {
      const { today } = columns;
      if (what === 'today') return [today - 45, today + 45];
      if (what === 'last30') return [today - 30, today + 1];
      if (what === 'next90') return [today, today + 90];
      if (what === 'start' && chosen && !isFiltered()) return chosen;
      if (what === 'all') return withAir(model.extent());
      return withAir(
        around((found) => {
          const span = heart(found);
          return span && what === 'start' ? opening(found, span) : span;
        }),
      );
    },
    /** The events with a place on the axis that begin in a span of days. */
    within(from, to) {
      const found = [];
      for (let i = lowerBound(columns.start, from); i < columns.count && columns.start[i] < to; i++) {
        if (model.drawn[i]) found.push(i);
      }
      return found;
    },
    /** The masked event before or after one, or null. */
    neighbour(i, step) {
      for (let n = i === null ? (step > 0 ? 0 : columns.count - 1) : i + step; n >= 0 && n < columns.count; n += step) {
        if (model.mask[n]) return n;
      }
      return null;
    },
  };
  return model;

  /**
   * A span of the filtered events: known or not, so that nothing jumps in a play, and each as it stands today.
   * @param {(found: Found) => Span | null} where
   * @returns {Span}
   */
  function around(where) {
    filtered ??= find(standing(model.filtered ?? inScope));
    const found = where(filtered);
    return found ? withToday(found, columns.today) : [columns.today - 365, columns.today + 30];
  }

  function isFiltered() {
    const { q, choice } = model.state;
    return q !== '' || Object.values(choice).some(({ size }) => size > 0);
  }

  /** @param {Uint8Array} mask */
  function standing(mask) {
    return mask.map((shown, i) => Number(shown && columns.until[i] === Infinity));
  }

  /** @returns {Story} */
  function tellStory() {
    const mask = standing(inScope);
    const found = find(mask);
    const span = withAir(around(heart));
    const landmarks = found.starts.filter((_, i) => found.startMarks[i]);
    return { span, ...farFrom(found, span), mask, landmarks };
  }
}
