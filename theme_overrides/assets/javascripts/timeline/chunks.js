// Fetches the text of events in chunks, each once, when a label, a card or the free-text filter first needs it.

/** A store of text: `get(i)` returns {id, title, date, …} or null and fetches it; `onload` is called when more is there. */
export function textStore(columns, base, onload) {
  const chunks = new Map();
  const load = (number) => {
    if (!chunks.has(number)) {
      const entry = { data: null };
      entry.ready = fetch(`${base}text-${number}.json`)
        .then((response) => (response.ok ? response.json() : Promise.reject(new Error(response.statusText))))
        .then((data) => {
          entry.data = data;
          onload();
        })
        .catch(() => chunks.delete(number)); // the next need tries again
      chunks.set(number, entry);
    }
    return chunks.get(number);
  };
  const store = {
    get(i) {
      const { data } = load(Math.floor(i / columns.chunk));
      if (!data) return null;
      const at = i % columns.chunk;
      return Object.fromEntries(Object.keys(data).map((key) => [key, data[key][at]]));
    },
    /** The title, from the first file where it is there; fetches its chunk only if `fetching`. */
    title(i, fetching) {
      const number = Math.floor(i / columns.chunk);
      const data = (fetching && !columns.labels.has(i) ? load(number) : chunks.get(number))?.data;
      return columns.labels.get(i) ?? data?.title[i % columns.chunk];
    },
    whole: () => Promise.all(Array.from({ length: Math.ceil(columns.count / columns.chunk) }, (_, n) => load(n).ready)),
    ready: (i) => load(Math.floor(i / columns.chunk)).ready.then(() => store.get(i)),
    /** The number of the event with an id, or null; chunks are searched outward from the one that begins at `guess`. */
    async find(id, guess) {
      const middle = Math.floor(guess / columns.chunk);
      const numbers = Array.from({ length: Math.ceil(columns.count / columns.chunk) }, (_, n) => n);
      for (const number of numbers.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))) {
        await load(number).ready;
        const at = chunks.get(number)?.data.id.indexOf(id) ?? -1;
        if (at >= 0) return number * columns.chunk + at;
      }
      return null;
    },
    /** A mask of the events whose title, summary or quote holds all words of a query; all texts must be there. */
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

/** Fold case and accents, so that "Cordoba" finds "Córdoba". */
const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
