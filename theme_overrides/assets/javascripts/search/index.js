// The index as generator/outputs/formats/find.py writes it, each file fetched when it is first needed, and once.

/** @import { Fetch, Postings, Root, Store } from './types.js' */

const VERSION = 1;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map([...DIGITS].map((digit, value) => [digit.charCodeAt(0), value]));
/** @type {Postings} */
const NONE = [[], []];

/**
 * @param {string} base
 * @param {Fetch} fetch
 * @returns {Store}
 */
export function openIndex(base, fetch) {
  /** @type {Map<string, Promise<any>>} */
  const files = new Map();

  /** @param {string} path */
  const load = (path) => {
    const before = files.get(path);
    if (before) return before;
    const file = read(`${base}data/${path}.json`, fetch);
    file.catch(() => files.delete(path)); // the next need tries again
    files.set(path, file);
    return file;
  };
  const root = async () => {
    const found = /** @type {Root} */ (await load('find'));
    if (found.version !== VERSION) {
      throw new RangeError(String(found.version));
    }
    return found;
  };
  /** @param {string} key */
  const words = async (key) => {
    const { files: count } = await root();
    return load(`find/words-${crc32(key) % count}`);
  };

  return {
    root,
    async exact(word) {
      const { key } = await root();
      return postings((await words(start(word, key))).words, word);
    },
    async beginning(word) {
      const { key } = await root();
      const file = await words(start(word, key));
      if ([...word].length < key) return [[word, postings(file.starts, word)]];
      const found = Object.keys(file.words).filter((other) => other.startsWith(word));
      return found.map((other) => [other, postings(file.words, other)]);
    },
    async beside(word) {
      const { key } = await root();
      return Object.keys((await words(start(word, key))).words);
    },
    async endingLike(word) {
      const { ending, spellings } = await root();
      const last = [...word].slice(-ending).join('');
      return (await load(`find/spelling-${crc32(last) % spellings}`)).split(' ');
    },
    async shown(kind, number) {
      const { kinds } = await root();
      const [, , size] = kinds.find(([name]) => name === kind) ?? [kind, 0, 1];
      return (await load(`find/${kind}-${Math.floor(number / size)}`))[number % size] ?? [];
    },
  };
}

/**
 * @param {string} address
 * @param {Fetch} fetch
 */
async function read(address, fetch) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/**
 * @param {Record<string, [string, string]>} words
 * @param {string} word
 * @returns {Postings}
 */
function postings(words, word) {
  return Object.hasOwn(words, word) ? [unpacked(words[word][0]), unpacked(words[word][1])] : NONE;
}

/**
 * Rising numbers from their differences, in digits of five bits, the sixth telling that more follow.
 * @param {string} text
 */
export function unpacked(text) {
  const numbers = [];
  let before = -1;
  let rest = 0;
  let bits = 0;
  for (let at = 0; at < text.length; at++) {
    const value = VALUES.get(text.charCodeAt(at)) ?? 0;
    rest += (value & 31) * 2 ** bits;
    bits += 5;
    if (value < 32) {
      before += rest + 1;
      numbers.push(before);
      rest = 0;
      bits = 0;
    }
  }
  return numbers;
}

/**
 * @param {string} word
 * @param {number} length
 */
const start = (word, length) => [...word].slice(0, length).join('');

/**
 * CRC-32 of a text's UTF-8 bytes, as zlib has it.
 * @param {string} text
 */
export function crc32(text) {
  let crc = ~0;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
