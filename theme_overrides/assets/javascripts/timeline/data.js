// The data as generator/data/timeline.py writes them: columns as typed arrays, in order of time, and text in chunks,
// each fetched when it is first needed.

import { say } from './words.js';

export const SHAPE = { POINT: 0, RANGE: 1, VAGUE: 2, KIND: 3, APPROXIMATE: 4, UNCERTAIN: 8, OPEN_START: 16, OPEN_END: 32 };
const VERSION = 1;

/** Fetch a file of data; throws an Error that names it. */
export async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/** Decode data/timeline.json; throws an Error for another version. */
export function decode(data) {
  if (data.version !== VERSION) throw new Error(say('failed-version', { version: data.version }));
  const { count, chunk, today, relationKinds, relationWords, storylines } = data;
  const start = new Float64Array(count);
  const end = new Float64Array(count);
  const known = new Float64Array(count);
  let at = 0;
  for (let i = 0; i < count; i++) {
    at += data.start[i];
    start[i] = Math.round(at * 1e5) / 1e5;
    end[i] = start[i] + data.span[i];
    known[i] = Math.floor(start[i]) + data.known[i];
  }
  const columns = {
    count,
    chunk,
    today,
    start,
    end,
    known,
    shape: Uint8Array.from(data.shape),
    importance: digits(data.importance),
    status: digits(data.status),
    statuses: data.statuses.map(([id]) => id),
    relationKinds,
    relationWords,
    relations: Int32Array.from(data.relations),
    storylines,
    changes: data.changes.map(([event, day, status]) => ({ event, day, status })).sort((a, b) => a.day - b.day || a.event - b.event),
    labels: new Map(data.labels),
  };
  columns.facets = facets(data, columns);
  columns.kindColours = data.kinds.map((kind) => kind[2]);
  return columns;
}

function digits(text) {
  const found = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) found[i] = text.charCodeAt(i) - 48;
  return found;
}

/** Facets by name: options ({id, label}), sets of options, and which set each event has. */
function facets(data, columns) {
  const named = (list) => list.map(([id, label]) => ({ id, label }));
  const sets = (options, column) => ({ options, sets: column.sets, of: Uint32Array.from(column.of) });
  const single = (options, of) => ({ options, sets: options.map((_, number) => [number]), of: Uint32Array.from(of) });
  const outlets = sets(named(data.outlets), data.outletSets);
  return {
    storyline: sets(data.storylines.map(({ id, title }) => ({ id, label: title })), data.storylineSets),
    kind: single(named(data.kinds), data.kind),
    actor: sets(named(data.actors), data.actorSets),
    place: sets(named(data.places), data.placeSets),
    status: single(named(data.statuses), columns.status),
    outlet: outlets,
    country: {
      options: named(data.countries),
      sets: outlets.sets.map((set) => [...new Set(set.map((number) => data.outlets[number][2]))]),
      of: outlets.of,
    },
    language: sets(named(data.languages), data.languageSets),
    outlets: single(
      named([
        ['1', say('outlets', { count: 1 })], ['2', say('outlets', { count: 2 })], ['3+', say('outlets-or-more', { count: 3 })],
      ]),
      outlets.of.map((set) => Math.min(3, Math.max(1, outlets.sets[set].length)) - 1),
    ),
    quotes: single(named([['no', say('facet-quotes-no')], ['yes', say('facet-quotes-yes')]]), digits(data.verified)),
  };
}

/** A store: `get(i)` gives {id, title, date, …}, or null and fetches it; then `onload` is called. */
export function textStore(columns, base, onload) {
  const chunks = new Map();
  const fetched = (number) => {
    if (!chunks.has(number)) {
      const entry = { data: null };
      entry.ready = load(`${base}text-${number}.json`)
        .then((data) => {
          entry.data = data;
          onload();
        })
        .catch(() => chunks.delete(number)); // the next need tries again
      chunks.set(number, entry);
    }
    return chunks.get(number);
  };
  const numbers = () => [...Array(Math.ceil(columns.count / columns.chunk)).keys()];
  const store = {
    get(i) {
      const { data } = fetched(Math.floor(i / columns.chunk));
      if (!data) return null;
      const at = i % columns.chunk;
      return Object.fromEntries(Object.keys(data).map((key) => [key, data[key][at]]));
    },
    /** The title; fetches its chunk only if `fetching`. */
    title(i, fetching) {
      const number = Math.floor(i / columns.chunk);
      const data = (fetching && !columns.labels.has(i) ? fetched(number) : chunks.get(number))?.data;
      return columns.labels.get(i) ?? data?.title[i % columns.chunk];
    },
    loading: () => [...chunks.values()].some(({ data }) => !data),
    whole: () => Promise.all(numbers().map((number) => fetched(number).ready)),
    ready: (i) => fetched(Math.floor(i / columns.chunk)).ready.then(() => store.get(i)),
    /** The event with an id, or null; searched for outward from the event `guess`. */
    async find(id, guess) {
      const far = (number) => Math.abs(number + 0.5 - guess / columns.chunk);
      for (const number of numbers().sort((a, b) => far(a) - far(b))) {
        await fetched(number).ready;
        const at = chunks.get(number)?.data.id.indexOf(id) ?? -1;
        if (at >= 0) return number * columns.chunk + at;
      }
      return null;
    },
    /** A mask of the events whose text holds all words of a query; all texts must be there. */
    match(query) {
      const words = fold(query).split(/\s+/).filter(Boolean);
      const mask = new Uint8Array(columns.count);
      for (const [number, entry] of chunks) {
        const { data } = entry;
        if (!data) continue;
        entry.folded ??= data.id.map((_, at) => fold(`${data.title[at]} ${data.summary[at]} ${data.quote[at]}`));
        entry.folded.forEach((whole, at) => (mask[number * columns.chunk + at] = words.every((word) => whole.includes(word)) ? 1 : 0));
      }
      return mask;
    },
  };
  return store;
}

/** So that "cordoba" finds "Córdoba". */
const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
