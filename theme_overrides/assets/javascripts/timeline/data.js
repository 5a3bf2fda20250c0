// The data as generator/outputs/formats/drawing.py writes them: columns as typed arrays, in order of time, and text in
// chunks, each fetched when it is first needed.

/** @import { Columns, Data, DataSets, Facets, Option, Report, Text, TextColumns, Texts, Told } from './types.js' */

import { onDemand } from './ondemand.js';
import { say } from './words.js';

export const SHAPE = {
  POINT: 0,
  RANGE: 1,
  VAGUE: 2,
  KIND: 3,
  APPROXIMATE: 4,
  UNCERTAIN: 8,
  OPEN_START: 16,
  OPEN_END: 32,
};
const VERSION = 4;
export const MOST_ORIGINS = 3; // from so many on, the facet counts no further

/**
 * Fetch a file of data; throws an Error that names it.
 * @param {string} address
 */
export async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/**
 * Decode data/timeline.json; throws an Error for another version.
 * @param {Data} data
 * @returns {Columns}
 */
export function decode(data) {
  if (data.version !== VERSION) throw new Error(say('failed-version', { version: data.version }));
  const { count, chunk, relationKinds, relationWords, storylines } = data;
  const start = new Float64Array(count);
  const end = new Float64Array(count);
  const known = new Float64Array(count);
  let at = 0;
  const far = new Map(data.far);
  for (let i = 0; i < count; i++) {
    at += data.start[i];
    start[i] = far.get(i) ?? Math.round(at * 1e5) / 1e5;
    end[i] = start[i] + data.span[i];
    known[i] = Math.floor(start[i]) + data.known[i];
  }
  // The story goes on after the day for which the site was built.
  const today = Math.max(data.today, localDay(new Date()));
  const shape = Uint8Array.from(data.shape);
  const open = SHAPE.OPEN_START | SHAPE.OPEN_END;
  const status = digits(data.status);
  return {
    count,
    chunk,
    today,
    start,
    end,
    known,
    shape,
    /** Rows without any day, which no axis has a place for; null where there are none. */
    dated: shape.some((kind) => (kind & open) === open) ? shape.map((kind) => Number((kind & open) !== open)) : null,
    importance: digits(data.importance),
    status,
    statuses: data.statuses.map(([id]) => id),
    relationKinds,
    relationWords,
    relations: triples(data.relations),
    storylines,
    ...versions(data),
    awaited: new Map(data.awaited.map(([i, due, answered]) => [i, { due, answered: answered ?? Infinity }])),
    later: reports(data),
    countryOf: data.outlets.map((outlet) => outlet[2]),
    labels: new Map(data.labels.map(([i, title, date]) => [i, { title, date }])),
    facets: facets(data, status),
    kindColours: coloursOf(data.kinds),
    groups: data.groups,
    groupOf: data.kinds.map((kind) => kind[3]),
  };
}

/**
 * The calendar day where the reader is, in days since 1970.
 * @param {Date} date
 */
export const localDay = (date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 864e5;

/**
 * The colours of marks, by kind: that of the first kind of its group, or its own.
 * @param {Data['kinds']} kinds
 */
function coloursOf(kinds) {
  return kinds.map(([, , own, group]) => (group < 0 ? own : (kinds.find((kind) => kind[3] === group)?.[2] ?? own)));
}

/**
 * Of each row: until when it was how the event was known, and the event's current row; of those, all rows of the event.
 * @param {Data} data
 */
function versions({ count, earlier }) {
  const until = new Float64Array(count).fill(Infinity);
  const current = Uint32Array.from({ length: count }, (_, i) => i);
  /** @type {Map<number, number[]>} */
  const rows = new Map();
  for (const [i, now, day] of earlier) {
    until[i] = day;
    current[i] = now;
    rows.set(now, [...(rows.get(now) ?? [now]), i]);
  }
  return { until, current, rows };
}

/**
 * Of rows of which some report came later than the row was known: all reports, each so many days after. The sets of the
 * row say of which outlets and in which languages they are.
 * @param {Data} data
 */
function reports({ later, outletSets, languageSets }) {
  const { rows, again, after, language, origin, quoted } = later;
  /** @type {Map<number, Report[]>} */
  const found = new Map();
  let row = 0;
  let at = 0;
  for (const step of rows) {
    row += step;
    const spoken = languageSets.sets[languageSets.of[row]];
    /** @type {Report[]} */
    const told = [];
    for (const outlet of outletSets.sets[outletSets.of[row]]) {
      do {
        // 0 is the outlet itself, and 1 none that counts.
        const from = origin[at] ? origin[at] - 2 : outlet;
        told.push({ after: after[at], outlet, language: spoken[language[at]], origin: from, quoted: +quoted[at] });
      } while (again[++at] === '1');
    }
    found.set(row, told);
  }
  return found;
}

/**
 * Triples of relations: from which event, to which, and of which kind.
 * @param {{ from: number[], back: number[], kind: string }} columns
 */
function triples({ from, back, kind }) {
  const found = new Int32Array(3 * from.length);
  let at = 0;
  from.forEach((delta, r) => {
    at += delta;
    found.set([at, at - back[r], Number(kind[r])], 3 * r);
  });
  return found;
}

/** @param {string} text */
function digits(text) {
  const found = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) found[i] = text.charCodeAt(i) - 48;
  return found;
}

/**
 * Facets by name: options ({id, label}), sets of options, and which set each event has.
 * @param {Data} data
 * @param {Uint8Array} status
 * @returns {Facets}
 */
function facets(data, status) {
  /** @param {[id: string, label: string, ...rest: unknown[]][]} list */
  const named = (list) => list.map(([id, label]) => ({ id, label }));
  /**
   * @param {Option[]} options
   * @param {DataSets} column
   */
  const sets = (options, column) => ({ options, sets: column.sets, of: Uint32Array.from(column.of) });
  /**
   * @param {Option[]} options
   * @param {ArrayLike<number>} of
   */
  const single = (options, of) => ({ options, sets: options.map((_, number) => [number]), of: Uint32Array.from(of) });
  const outlets = sets(named(data.outlets), data.outletSets);
  return {
    storyline: sets(
      data.storylines.map(({ id, title }) => ({ id, label: title })),
      data.storylineSets,
    ),
    kind: single(named(data.kinds), data.kind),
    actor: sets(named(data.actors), data.actorSets),
    place: sets(named(data.places), data.placeSets),
    status: single(named(data.statuses), status),
    outlet: outlets,
    country: {
      options: named(data.countries),
      sets: outlets.sets.map((set) => [...new Set(set.map((number) => data.outlets[number][2]))]),
      of: outlets.of,
    },
    language: sets(named(data.languages), data.languageSets),
    origins: single(
      named([
        ['0', say('origins', { count: 0 })],
        ['1', say('origins', { count: 1 })],
        ['2', say('origins', { count: 2 })],
        ['3+', say('origins-or-more', { count: MOST_ORIGINS })],
      ]),
      digits(data.origins),
    ),
    quotes: single(
      named([
        ['no', say('facet-quotes-no')],
        ['yes', say('facet-quotes-yes')],
      ]),
      digits(data.verified),
    ),
  };
}

/** @typedef {{ data: TextColumns | null, ready: Promise<unknown> }} Chunk */

/**
 * A store: `get(i)` gives {id, title, date, …}, or null and fetches it; then `onload` is called, or `onmiss`.
 * @param {Columns} columns
 * @param {string} base
 * @param {() => void} onload
 * @param {() => void} onmiss
 * @returns {Texts}
 */
export function textStore(columns, base, onload, onmiss) {
  /** @type {Map<number, Chunk>} */
  const chunks = new Map();
  /** @param {number} number */
  const fetched = (number) => {
    const before = chunks.get(number);
    if (before) return before;
    const chunk = /** @type {Chunk} */ ({ data: null });
    chunk.ready = load(`${base}text-${number}.json`)
      .then((data) => {
        chunk.data = data;
        onload();
      })
      .catch(() => {
        chunks.delete(number); // the next need tries again
        onmiss();
      });
    chunks.set(number, chunk);
    return chunk;
  };
  /** @type {typeof import('./matching.js').match | undefined} */
  let match;
  const matching = async () => {
    if (!match) ({ match } = /** @type {typeof import('./matching.js')} */ (await onDemand('matching')));
  };
  const numbers = () => [...Array(Math.ceil(columns.count / columns.chunk)).keys()];
  /** @type {Texts} */
  const store = {
    get(i) {
      const { data } = fetched(Math.floor(i / columns.chunk));
      if (!data) return null;
      const at = i % columns.chunk;
      return /** @type {Text} */ (
        Object.fromEntries(Object.entries(data).map(([field, values]) => [field, values[at]]))
      );
    },
    title: (i) => store.heading(i, false)?.title,
    /** The title and the date; fetches their chunk only if `fetching`. */
    heading(i, fetching) {
      const label = columns.labels.get(i);
      if (label) return label;
      const number = Math.floor(i / columns.chunk);
      const data = (fetching ? fetched(number) : chunks.get(number))?.data;
      const at = i % columns.chunk;
      return data ? { title: data.title[at], date: data.date[at] } : null;
    },
    /** What is on its way, or cannot be fetched. */
    asked: () => Promise.all([...chunks.values()].map(({ ready }) => ready)),
    fetching: () => [...chunks.values()].some(({ data }) => !data),
    /** All texts, and what it takes to find words in them. */
    whole: () => Promise.all([matching().catch(onmiss), ...numbers().map((number) => fetched(number).ready)]),
    ready: (i) => fetched(Math.floor(i / columns.chunk)).ready.then(() => store.get(i)),
    /** The first row of the event with an id, or null; searched for outward from the event `guess`. */
    async find(id, guess) {
      /** @param {number} number */
      const far = (number) => Math.abs(number + 0.5 - guess / columns.chunk);
      for (const number of numbers().sort((a, b) => far(a) - far(b))) {
        await fetched(number).ready;
        const at = chunks.get(number)?.data?.id.indexOf(id) ?? -1;
        if (at >= 0) return number * columns.chunk + at;
      }
      return null;
    },
    /** A mask of the rows whose text, as told on a day, holds all words of a query; all texts must be there. */
    match(query, day) {
      // Without it nothing can be told apart, and that was said.
      return match?.(columns, chunks, query, day) ?? new Uint8Array(columns.count).fill(1);
    },
  };
  return store;
}

/**
 * What of a row's text was told on a day, null being now: its quote, and all that is told of the event today.
 * @param {Columns} columns
 * @param {number} i
 * @param {Pick<Text, 'quoted' | 'settled'>} text
 * @param {number | null} day
 * @returns {Told}
 */
export function tells({ known }, i, { quoted, settled }, day) {
  if (day === null) return { quote: true, all: true };
  return { quote: known[i] + quoted <= day, all: settled !== null && known[i] + settled <= day };
}
