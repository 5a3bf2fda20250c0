// The search: from what somebody types to what is found. Nothing is fetched before the first call.

/** @import { Documents, Finder, FinderOptions, Found, Hit, Kind, Postings, Query, Store } from './types.js' */

import { documentsOf, filtered } from './documents.js';
import { fold, isRun, terms, words } from './folding.js';
import { openIndex } from './index.js';
import { marksOf } from './marking.js';

const LIMIT = 10;
const MOST_WORDS = 16;
const MOST_STORYLINES = 40; // of which one may choose
const MOST_SLIPS = 6; // words that stand for a misspelt one
// How good a match is: what a word is, times where it stands. A name beats a summary whatever the word is like.
const EXACT = 4;
const BEGUN = 3;
const SLIP = 1.2;
const STRONG = 6;
const WEAK = 2;
const QUOTE = 0.8; // of what the same words are worth where an event says them
const QUOTED = 1.3; // whoever types that many words quotes:
const MANY_WORDS = 5;
const NAMED = 1.15; // whoever has a name that is typed, before what tells of him

/** @typedef {{ scores: Map<number, number>, like: string[] }} Match by document, and the words that stand for it */

/**
 * @param {FinderOptions} options
 * @returns {Finder}
 */
export function createFinder({ base, fetch, suffix = '/' }) {
  const store = openIndex(base, fetch);
  /** @type {Promise<Documents> | null} */
  let documents = null;
  const opened = () => {
    documents ??= store.root().then(documentsOf);
    documents.catch(() => {
      documents = null;
    });
    return documents;
  };

  return {
    async find(text, query = {}) {
      const typed = words(text).slice(0, MOST_WORDS);
      if (!typed.length) return nothing();
      const all = await opened();
      const open = /[\p{L}\p{N}\p{M}]$/u.test(fold(text));
      const last = typed.length - 1;
      const sought = await Promise.all(typed.map((word, at) => matchOf(store, word, open && at === last)));
      await Promise.all(typed.slice(1).map((_, at) => together(store, typed, at, open && at + 1 === last, sought)));
      const known = sought.filter(({ scores }) => scores.size);
      let scores = common(sought);
      const whole = scores.size > 0;
      if (!whole) scores = most(known);
      const name = typed.join('');
      const found = filtered(all, scores.keys(), query);
      const best = ranked(all, found.passing, scores, typed.length, query.limit ?? LIMIT);
      const like = known.flatMap((match) => match.like);
      const shown = best.map((number) => hitOf(store, all, number, like, suffix));
      const [titles, ...hits] = await Promise.all([titlesOf(store, all, found.storylines), ...shown]);
      // Whoever types a whole name means it.
      hits.sort((a, b) => Number(isNamed(b, name)) - Number(isNamed(a, name)));
      const { passing, kinds, years, storylines } = found;
      return { hits, total: passing.length, kinds, years, storylines, titles, whole, more: false };
    },
  };
}

/**
 * @param {Store} store
 * @param {Documents} documents
 * @param {Record<string, number>} counts by the ids of storylines
 */
async function titlesOf(store, { storylines }, counts) {
  const largest = Object.keys(counts).sort((a, b) => counts[b] - counts[a]);
  const named = largest.slice(0, MOST_STORYLINES).map(async (id) => {
    const [, title = id] = await store.shown('storyline', storylines.indexOf(id));
    return [id, title];
  });
  return Object.fromEntries(await Promise.all(named));
}

/** @returns {Found} */
function nothing() {
  return { hits: [], total: 0, kinds: {}, years: {}, storylines: {}, titles: {}, whole: true, more: false };
}

/**
 * Every document that a word finds: the word itself, where it may go on what begins with it, else what looks like it.
 * @param {Store} store
 * @param {string} word
 * @param {boolean} open
 * @returns {Promise<Match>}
 */
async function matchOf(store, word, open) {
  const parts = terms(word);
  if (isRun(word) && parts.length > 1) {
    const matches = await Promise.all(parts.map(async (part) => scored(await store.exact(part), EXACT)));
    return { scores: common(matches.map((scores) => ({ scores, like: [] }))), like: parts };
  }
  const [term] = parts;
  /** @type {Map<number, number>} */
  const scores = new Map();
  const like = [word, term];
  if (open || isRun(word)) {
    for (const begun of new Set([word, term])) {
      for (const [, postings] of await store.beginning(begun)) better(scores, scored(postings, BEGUN));
    }
  }
  better(scores, scored(await store.exact(term), EXACT));
  if (!scores.size) {
    for (const [other, slips] of await slipsOf(store, term, open)) {
      better(scores, scored(await store.exact(other), SLIP / slips));
      like.push(other);
    }
  }
  return { scores, like };
}

/**
 * Let two neighbours also find what has them in one: F-35 is F35.
 * @param {Store} store
 * @param {string[]} typed
 * @param {number} at the first of both
 * @param {boolean} open
 * @param {Match[]} sought what each word finds, to which it is added
 */
async function together(store, typed, at, open, sought) {
  const pair = typed.slice(at, at + 2);
  if (pair.some(isRun)) return;
  const joined = pair.join('');
  const found = open && joined.length >= 3 ? await store.beginning(joined) : [];
  found.push([joined, await store.exact(joined)]);
  for (const [word, postings] of found) {
    for (const match of sought.slice(at, at + 2))
      better(match.scores, scored(postings, word === joined ? EXACT : BEGUN));
  }
}

/**
 * Words that a misspelt one may mean, the nearest first. A slip is in its first half or in its second.
 * @param {Store} store
 * @param {string} term
 * @param {boolean} open
 */
async function slipsOf(store, term, open) {
  const { distance, forgiven } = await import('./spelling.js'); // most words are spelt as somebody spelt them
  const most = forgiven(term);
  if (!most) return [];
  const near = new Map();
  for (const other of (await Promise.all([store.beside(term), store.endingLike(term)])).flat()) {
    if ([...other].length < 3 || near.has(other)) continue;
    const apart = Math.min(distance(term, other, most, false), open ? distance(term, other, most, true) + 0.5 : 9);
    if (apart < most + 1) near.set(other, apart + (other[0] === term[0] ? 0 : 0.3)); // few slip at once
  }
  return [...near].sort(([a, far], [b, farther]) => far - farther || (a < b ? -1 : 1)).slice(0, MOST_SLIPS);
}

/**
 * @param {Postings} postings
 * @param {number} quality
 */
function scored([strong, weak], quality) {
  /** @type {Map<number, number>} */
  const scores = new Map();
  for (const number of weak) scores.set(number, quality * WEAK);
  for (const number of strong) scores.set(number, quality * STRONG);
  return scores;
}

/**
 * @param {Map<number, number>} scores
 * @param {Map<number, number>} others
 */
function better(scores, others) {
  for (const [number, score] of others) if (score > (scores.get(number) ?? 0)) scores.set(number, score);
}

/**
 * What all words find, with the sum of what they say of it.
 * @param {Match[]} matches
 */
function common(matches) {
  const [rarest, ...others] = matches.map(({ scores }) => scores).sort((a, b) => a.size - b.size);
  /** @type {Map<number, number>} */
  const found = new Map();
  for (const [number, score] of rarest ?? []) {
    let sum = score;
    for (const other of others) sum += other.get(number) ?? Number.NaN;
    if (!Number.isNaN(sum)) found.set(number, sum / matches.length);
  }
  return found;
}

/**
 * What as many words find as find anything together.
 * @param {Match[]} matches
 */
function most(matches) {
  /** @type {Map<number, [number, number]>} */
  const tallies = new Map();
  for (const { scores } of matches) {
    for (const [number, score] of scores) {
      const [words, sum] = tallies.get(number) ?? [0, 0];
      tallies.set(number, [words + 1, sum + score]);
    }
  }
  let many = 0;
  for (const [words] of tallies.values()) many = Math.max(many, words);
  /** @type {Map<number, number>} */
  const found = new Map();
  for (const [number, [words, sum]] of tallies) if (words === many) found.set(number, sum / words);
  return found;
}

/**
 * Documents, best first: by the match, then by weight, then the latest.
 * @param {Documents} documents
 * @param {number[]} numbers
 * @param {Map<number, number>} scores
 * @param {number} typed how many words
 * @param {number} limit
 */
function ranked({ kind, kinds, weight, event }, numbers, scores, typed, limit) {
  const said = typed < MANY_WORDS ? QUOTE : QUOTED;
  /** @type {Record<string, number>} */
  const worths = { event: 1, page: 1, quote: said, article: QUOTE };
  const worth = kinds.map(({ kind }) => worths[kind] ?? NAMED);
  // Few differ in more than their place in time: only those that are shown have to be put in order.
  /** @type {Map<number, number[]>} */
  const equals = new Map();
  for (const number of numbers) {
    const value = Math.round((scores.get(number) ?? 0) * worth[kind[number]] * 100) * 16 + weight[number];
    const equal = equals.get(value);
    if (equal) equal.push(number);
    else equals.set(value, [number]);
  }
  /** @type {number[]} */
  const best = [];
  for (const [, equal] of [...equals].sort(([a], [b]) => b - a)) {
    if (best.length >= limit) break;
    for (const number of equal.sort((a, b) => event[b] - event[a] || a - b)) best.push(number);
  }
  return best.slice(0, limit);
}

/**
 * @param {Hit} hit
 * @param {string} name
 */
const isNamed = ({ kind, title }, name) => kind !== 'quote' && words(title).join('') === name;

/**
 * @param {Store} store
 * @param {Documents} documents
 * @param {number} number
 * @param {string[]} like
 * @param {string} suffix
 * @returns {Promise<Hit>}
 */
async function hitOf(store, { kinds, kind: kindOf }, number, like, suffix) {
  const { kind, first } = kinds[kindOf[number]];
  const [id = '', title = '', date = '', text = '', at = ''] = await store.shown(kind, number - first);
  const path = kind === 'page' ? id : `${kind === 'quote' ? 'event' : kind}s/${id}`;
  const href = (suffix === '/' ? `${path}/`.replace(/(^|\/)index\/$/, '$1') : path + suffix) + at;
  const { excerpt, marks } = marksOf(text, like, true);
  return {
    kind,
    id,
    title,
    href,
    date,
    excerpt: { text: excerpt, marks },
    titleMarks: marksOf(title, like, false).marks,
  };
}
