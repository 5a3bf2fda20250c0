// Which events' texts hold some words. Fetched when somebody first searches a timeline for words.

/** @import { Columns, TextColumns } from './types.js' */

import { fold } from '../search/folding.js';
import { tells } from './data.js';

/** @type {WeakMap<TextColumns, string[][]>} */
const folded = new WeakMap();

/**
 * A mask of the rows whose text, as told on a day, holds all words of a query.
 * @param {Columns} columns
 * @param {Map<number, { data: TextColumns | null }>} chunks of texts, by their numbers
 * @param {string} query
 * @param {number | null} day
 */
export function match(columns, chunks, query, day) {
  const words = joined(fold(query)).split(' ').filter(Boolean);
  const mask = new Uint8Array(columns.count);
  for (const [number, { data }] of chunks) {
    if (!data) continue;
    inFolds(data).forEach(([title, summary, quote], at) => {
      const i = number * columns.chunk + at;
      const told = tells(columns, i, { quoted: data.quoted[at], settled: data.settled[at] }, day);
      const whole = `${title} ${told.all ? summary : ''} ${told.quote ? quote : ''}`;
      mask[i] = words.every((word) => holds(whole, word)) ? 1 : 0;
    });
  }
  return mask;
}

/** @param {TextColumns} data */
function inFolds(data) {
  const found =
    folded.get(data) ??
    data.id.map((_, at) => [data.title[at], data.summary[at], data.quote[at]].map((text) => joined(fold(text))));
  folded.set(data, found);
  return found;
}

/**
 * A folded text with what has hyphens in one.
 * @param {string} text
 */
const joined = (text) => text.replace(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, '');

const JOINED = 6; // signs of a word that may stand for two

/**
 * Whether a word stands in a text, both folded, or does where names are written in one.
 * @param {string} text
 * @param {string} word
 */
const holds = (text, word) => text.includes(word) || (word.length >= JOINED && text.replaceAll(' ', '').includes(word));
