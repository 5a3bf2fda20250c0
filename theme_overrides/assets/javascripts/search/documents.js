// What is known of every document before anything of it is shown. Pure.

/** @import { Documents, Kind, Query, Root } from './types.js' */

/**
 * Spread what data/find.json says over the documents.
 * @param {Root} root
 * @returns {Documents}
 */
export function documentsOf(root) {
  const count = root.kinds.reduce((sum, [, of]) => sum + of, 0);
  const kind = new Uint8Array(count);
  const weight = new Uint8Array(count);
  const event = new Int32Array(count).fill(-1);
  /** @type {Documents['kinds']} */
  const kinds = [];
  let first = 0;
  let weighed = 0;
  for (const [number, [name, of]] of root.kinds.entries()) {
    kinds.push({ kind: name, first, count: of });
    kind.fill(number, first, first + of);
    if (name === 'quote') {
      let at = first;
      for (const [of, quotes] of root.quotes.entries()) {
        event.fill(of, at, at + quotes);
        weight.fill(weight[of], at, at + quotes); // events come first, so that their numbers are their own
        at += quotes;
      }
    } else {
      for (let at = first; at < first + of; at++) {
        weight[at] = Number(root.weights[weighed++]);
        if (name === 'event') event[at] = at - first;
      }
    }
    first += of;
  }
  const year = root.years.flatMap(([of, events]) => Array(events).fill(of));
  return { count, kinds, kind, weight, event, year, storylines: root.storylines, sets: root.sets, of: root.of };
}

/**
 * What of some documents passes the filters, and how many would with another choice of one of them.
 * @param {Documents} documents
 * @param {Iterable<number>} numbers
 * @param {Query} query
 */
export function filtered(documents, numbers, query) {
  const { kinds, event, year, storylines, sets, of } = documents;
  const wanted = new Set(query.kinds);
  const line = query.storyline === undefined ? -1 : storylines.indexOf(query.storyline);
  const lineFirst = kinds.find(({ kind }) => kind === 'storyline')?.first ?? 0;
  /** @type {number[]} */
  const passing = [];
  /** @type {Record<string, number>} */
  const byKind = {};
  /** @type {Record<string, number>} */
  const byYear = {};
  const byLine = new Uint32Array(storylines.length);
  for (const number of numbers) {
    const { kind } = kinds[documents.kind[number]];
    const own = event[number];
    const when = own < 0 ? null : year[own];
    const lines = own >= 0 ? sets[of[own]] : kind === 'storyline' ? [number - lineFirst] : [];
    const ofKind = !wanted.size || wanted.has(kind);
    const ofYear = query.year === undefined || when === query.year;
    const ofLine = query.storyline === undefined || lines.includes(line);
    if (ofKind && ofYear && ofLine) passing.push(number);
    if (ofYear && ofLine) byKind[kind] = (byKind[kind] ?? 0) + 1;
    if (ofKind && ofLine && when !== null) byYear[when] = (byYear[when] ?? 0) + 1;
    if (ofKind && ofYear && own >= 0) for (const one of lines) byLine[one]++;
  }
  /** @type {Record<string, number>} */
  const byStoryline = {};
  for (const [number, found] of byLine.entries()) if (found) byStoryline[storylines[number]] = found;
  return { passing, kinds: byKind, years: byYear, storylines: byStoryline };
}
