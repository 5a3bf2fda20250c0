// What facets do: which events remain, how many each option would leave, and the lanes. Pure.

/** @import { Choice, Columns, Facet, Filtered, Lanes } from './types.js' */

import { say } from './words.js';

const MOST = 12; // lanes, beside that of the others
const ORDERED = ['kind', 'storyline']; // by the records themselves
const SINGLE = [0];

/**
 * Apply a choice to the mask `base` and the free text's mask `matches`, if there is one. Any option of a facet
 * suffices; all facets must hold. Of `counts`, counts[facet][option] would remain with that option.
 * @param {Columns} columns
 * @param {Choice} choice
 * @param {Uint8Array} base
 * @param {Uint8Array | null} matches
 * @returns {Filtered}
 */
export function applyFilters(columns, choice, base, matches) {
  const names = Object.keys(columns.facets);
  const mask = new Uint8Array(columns.count);
  const passes = names.map((name) => passing(columns.facets[name], choice[name]));
  const setOf = names.map((name) => columns.facets[name].of);
  const tallies = names.map((name) => new Uint32Array(columns.facets[name].sets.length));
  let total = 0;
  for (let i = 0; i < columns.count; i++) {
    if (!base[i] || (matches && !matches[i])) continue;
    let failed = -1;
    let failures = 0;
    for (let f = 0; f < names.length && failures < 2; f++) {
      if (passes[f]?.[setOf[f][i]] === 0) {
        failed = f;
        failures++;
      }
    }
    if (failures === 0) {
      mask[i] = 1;
      total++;
      for (let f = 0; f < names.length; f++) tallies[f][setOf[f][i]]++;
    } else if (failures === 1) {
      tallies[failed][setOf[failed][i]]++;
    }
  }
  /** @type {Record<string, Uint32Array>} */
  const counts = {};
  names.forEach((name, f) => {
    const { options, sets } = columns.facets[name];
    const found = new Uint32Array(options.length);
    for (const [number, set] of sets.entries()) for (const option of set) found[option] += tallies[f][number];
    counts[name] = found;
  });
  return { mask, total, counts };
}

/**
 * Which sets of a facet hold a chosen option; null where nothing is chosen.
 * @param {Facet} facet
 * @param {Set<string> | undefined} chosen
 */
function passing(facet, chosen) {
  /** @type {Set<number>} */
  const options = new Set();
  for (const [number, { id }] of facet.options.entries()) if (chosen?.has(id)) options.add(number);
  return options.size
    ? Uint8Array.from(facet.sets, (set) => (set.some((option) => options.has(option)) ? 1 : 0))
    : null;
}

/**
 * The events of a scope such as `storyline:lantern-forum`, or all.
 * @param {Columns} columns
 * @param {string} scope
 */
export function scopeMask(columns, scope) {
  const mask = new Uint8Array(columns.count).fill(1);
  if (!scope) return mask;
  const [name, id] = scope.split(':');
  const facet = columns.facets[name];
  if (!facet) return mask;
  const pass = passing(facet, new Set([id])) ?? [];
  for (let i = 0; i < columns.count; i++) mask[i] = pass[facet.of[i]] ? 1 : 0;
  return mask;
}

/**
 * Lanes by a facet's name, or a single one: {count, names, of: event → lane numbers}.
 * @param {Columns} columns
 * @param {string} by
 * @param {Uint8Array} mask
 * @returns {Lanes}
 */
export function makeLanes(columns, by, mask) {
  const facet = columns.facets[by];
  if (!facet) return { count: 1, names: [''], of: () => SINGLE };
  const totals = new Uint32Array(facet.options.length);
  for (let i = 0; i < columns.count; i++) if (mask[i]) for (const option of facet.sets[facet.of[i]]) totals[option]++;
  const order = [...totals.keys()].filter((option) => totals[option]).sort((a, b) => totals[b] - totals[a] || a - b);
  const shown = order.slice(0, MOST);
  if (ORDERED.includes(by)) shown.sort((a, b) => a - b);
  const laneOf = new Map(shown.map((option, lane) => [option, lane]));
  const rest = shown.length;
  const bySet = facet.sets.map((set) => {
    const found = [...new Set(set.map((option) => laneOf.get(option)).filter((lane) => lane !== undefined))].sort(
      (a, b) => a - b,
    );
    return found.length ? found : [rest];
  });
  let others = false;
  for (let i = 0; i < columns.count && !others; i++) others = mask[i] === 1 && bySet[facet.of[i]][0] === rest;
  const names = shown.map((option) => facet.options[option].label);
  if (others) names.push(say(order.length > MOST ? 'lanes-others' : 'lanes-none'));
  return { count: Math.max(1, names.length), names: names.length ? names : [''], of: (i) => bySet[facet.of[i]] };
}
