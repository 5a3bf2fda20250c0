// What of a text is shown, and what of it is marked. Pure.

/** @import { Mark } from './types.js' */

import { isRun, places, terms } from './folding.js';

const SHOWN = 180; // signs of an excerpt
const BEFORE = 50; // of them before the first mark

/**
 * The part of a text around its first mark, and its marks: where words of it begin as one of `like` does.
 * @param {string} text
 * @param {string[]} like folded
 * @param {boolean} cut whether to cut it
 * @returns {{ excerpt: string, marks: Mark[] }}
 */
export function marksOf(text, like, cut) {
  const signs = new Set(like.filter(isRun).flatMap((word) => [...word]));
  const runs = like.filter(isRun);
  const others = like.filter((word) => word && !isRun(word));
  const found = places(text);
  /** @type {Mark[]} */
  const marks = [];
  for (const [number, { start, end, folded }] of found.entries()) {
    const hit = isRun(folded)
      ? signs.has(folded) && inRun(found, number, runs)
      : [folded, ...terms(folded)].some((word) => others.some((other) => word.startsWith(other)));
    if (!hit) continue;
    const last = marks.at(-1);
    if (last && last[1] >= start) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return cut ? excerptOf(text, marks) : { excerpt: text, marks };
}

/**
 * Whether a sign stands where one of the runs does.
 * @param {{ folded: string }[]} found
 * @param {number} number
 * @param {string[]} runs
 */
function inRun(found, number, runs) {
  return runs.some((run) => {
    const signs = [...run];
    return signs.some((_, at) => signs.every((sign, other) => found[number - at + other]?.folded === sign));
  });
}

/**
 * @param {string} text
 * @param {Mark[]} marks
 * @returns {{ excerpt: string, marks: Mark[] }}
 */
function excerptOf(text, marks) {
  if (text.length <= SHOWN) return { excerpt: text, marks };
  const first = marks[0]?.[0] ?? 0;
  let from = first < SHOWN - BEFORE ? 0 : text.indexOf(' ', first - BEFORE) + 1;
  if (from > first) from = first;
  let to = Math.min(text.length, from + SHOWN);
  if (to < text.length) to = Math.max(text.lastIndexOf(' ', to), from + BEFORE);
  if (to < text.length && /[\udc00-\udfff]/.test(text[to])) to--;
  const lead = from ? '… ' : '';
  const excerpt = lead + text.slice(from, to) + (to < text.length ? ' …' : '');
  const shift = lead.length - from;
  const inside = marks.filter(([start, end]) => start >= from && end <= to);
  return { excerpt, marks: inside.map(([start, end]) => [start + shift, end + shift]) };
}
