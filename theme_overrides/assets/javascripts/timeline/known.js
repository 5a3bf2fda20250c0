// The story as it was known on a day. Pure.
//
// A row is a version of an event: how it was known from one day (`known`) to another (`until`), and then no longer.

/** @import { Columns, Facets } from './types.js' */

import { MOST_ORIGINS } from './data.js';

/**
 * Fill `alive` with 1 for the rows that were known on a day; null means now: how every event stands.
 * @param {Columns} columns
 * @param {number | null} day
 * @param {Uint8Array} alive
 */
export function knownOn({ count, known, until }, day, alive) {
  for (let i = 0; i < count; i++)
    alive[i] = (day === null ? until[i] === Infinity : known[i] <= day && day < until[i]) ? 1 : 0;
}

/**
 * Whether a row was due before a day, and nothing known by then answers it.
 * @param {Columns} columns
 * @param {number} i
 * @param {number} day
 */
export function overdue({ awaited }, i, day) {
  const found = awaited.get(i);
  return found !== undefined && found.due < day && !(found.answered <= day);
}

/**
 * The days on which something became known, in order.
 * @param {Columns} columns
 * @param {Uint8Array} mask
 */
export function reportDays(columns, mask) {
  /** @type {Set<number>} */
  const days = new Set();
  for (let i = 0; i < columns.count; i++) if (mask[i]) days.add(columns.known[i]);
  return Float64Array.from(days).sort();
}

/**
 * The facets that go by reports, as far as these were out on a day; `columns` has them as they stand now.
 * @param {Columns} columns
 * @param {number | null} day
 * @returns {Facets}
 */
export function facetsOn(columns, day) {
  const { facets, later } = columns;
  const names = ['outlet', 'country', 'language', 'origins', 'quotes'];
  const then = Object.fromEntries(
    names.map((name) => [name, { ...facets[name], sets: [...facets[name].sets], of: facets[name].of.slice() }]),
  );
  if (day === null) return then;
  for (const [i, reports] of later) {
    const out = reports.filter((report) => columns.known[i] + report.after <= day);
    if (out.length === reports.length) continue;
    /**
     * @param {string} name
     * @param {number[]} options
     */
    const put = (name, options) => (then[name].of[i] = then[name].sets.push([...new Set(options)]) - 1);
    put(
      'outlet',
      out.map(({ outlet }) => outlet),
    );
    put(
      'country',
      out.map(({ outlet }) => columns.countryOf[outlet]),
    );
    put(
      'language',
      out.map(({ language }) => language),
    );
    put('origins', [
      Math.min(MOST_ORIGINS, new Set(out.map(({ origin }) => origin).filter((origin) => origin >= 0)).size),
    ]);
    put('quotes', [Number(out.some(({ quoted }) => quoted))]);
  }
  return then;
}

/**
 * The relations that could be told: how the event that has one stands, and any version of the other; flat triples.
 * @param {Columns} columns
 * @param {(i: number) => number | null} present
 */
export function relationsOn({ relations }, present) {
  /** @type {number[]} */
  const found = [];
  for (let r = 0; r < relations.length; r += 3) {
    const from = present(relations[r]);
    const to = present(relations[r + 1]);
    if (from === relations[r] && to !== null) found.push(from, to, relations[r + 2]);
  }
  return found;
}

/**
 * The rows in which an event had another date before it was known as in a row: the first of each date, in the order in
 * which they were known.
 * @param {Pick<Columns, 'rows' | 'current' | 'known' | 'start' | 'end' | 'dated'>} columns
 * @param {number} i
 */
export function ghostsOf({ rows, current, known, start, end, dated }, i) {
  const seen = new Set([`${start[i]} ${end[i]}`]);
  const earlier = (rows.get(current[i]) ?? []).filter((row) => known[row] < known[i] && dated?.[row] !== 0);
  return earlier
    .sort((a, b) => known[a] - known[b])
    .filter((row) => seen.size < seen.add(`${start[row]} ${end[row]}`).size);
}
