// Which events a guided tour goes through, and what it shows around them. Pure.

/** @import { Model, Span } from './types.js' */

import { scopeMask } from './filter.js';

const LANDMARK = 5; // importance
const MOST = 12; // steps, where nobody has chosen them
const LEAST = 3; // landmarks of an actor, a place or an outlet, whose pages are about much else
const NEAR = 8; // events around a step that are in view
const REACH = 30; // days on either side that are in view at least

/**
 * The events of a scope's tour, by the rows that tell them today: those that the records choose, or the landmarks.
 * @param {Model} model
 * @param {string} scope
 */
export function tourOf({ columns, buffers }, scope) {
  const [name, id] = scope.split(':');
  const part = scope !== '' && name !== 'storyline';
  const chosen = part ? undefined : columns.storylines.find((line) => (id ? line.id === id : line.tour.length > 0));
  if (chosen?.tour.length) return chosen.tour;
  const inScope = scopeMask(columns, scope);
  /** @type {number[]} */
  const landmarks = [];
  for (let i = 0; i < columns.count; i++)
    if (inScope[i] && columns.until[i] === Infinity && columns.importance[i] >= LANDMARK) landmarks.push(i);
  if (part && landmarks.length < LEAST) return [];
  const { rank } = buffers;
  return landmarks
    .sort((a, b) => rank[a] - rank[b])
    .slice(0, MOST)
    .sort((a, b) => a - b);
}

/**
 * From when to when one sees an event among its neighbours: those nearest to it of what is shown.
 * @param {Pick<Model, 'columns' | 'neighbour'>} model
 * @param {number} i
 * @returns {Span}
 */
export function around({ columns: { start }, neighbour }, i) {
  let [before, after] = [neighbour(i, -1), neighbour(i, 1)];
  let [from, to] = [start[i] - REACH, start[i] + REACH];
  for (let found = 0; found < NEAR; found++) {
    if (before !== null && (after === null || start[i] - start[before] <= start[after] - start[i])) {
      from = Math.min(from, start[before]);
      before = neighbour(before, -1);
    } else if (after !== null) {
      to = Math.max(to, start[after]);
      after = neighbour(after, 1);
    }
  }
  return [from, to];
}
