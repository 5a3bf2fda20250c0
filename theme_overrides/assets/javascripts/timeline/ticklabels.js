// Where the words of the axis stand, so that none touches another or is cut. Pure.

/** @import { AxisWords, TickWords, View } from './types.js' */

import { toPixel } from './scale.js';
import { ticks } from './ticks.js';

const ROOM = 74; // pixels between ticks at the least
const WIDER = 1.5; // times as much, where their labels have no room
const INDENT = 5; // pixels from a tick to its label
const GAP = 9; // between two labels, at the least

/**
 * The ticks of a view, and the labels that have room; `measure` tells the pixels that words take, in bold or not.
 * @param {View} view
 * @param {number} length
 * @param {string | undefined} locale
 * @param {(words: string, bold: boolean) => number} measure
 * @returns {AxisWords}
 */
export function axisWords(view, length, locale, measure) {
  for (let room = ROOM; ; room *= WIDER) {
    const { minor, major } = ticks(view, length, locale, room);
    const found = minor.map(({ day, label }) => {
      const at = toPixel(view, day);
      return { at, x: at + INDENT, words: label, width: measure(label, false) };
    });
    const crowded = found.some(({ x, width }, n) => n + 1 < found.length && x + width + GAP > found[n + 1].x);
    if (crowded) continue;
    /** @param {TickWords} label */
    const inside = ({ x, width }) => x >= 0 && x + width <= length;
    return {
      lines: found.map(({ at }) => at),
      minor: found.filter(inside),
      major: majors(view, length, major, measure),
    };
  }
}

/**
 * The year over its months, each as long as it has room until the next one, or none; that of the view's beginning
 * stays in sight.
 * @param {View} view
 * @param {number} length
 * @param {{ day: number, forms: string[] }[]} found
 * @param {(words: string, bold: boolean) => number} measure
 */
function majors(view, length, found, measure) {
  /** @type {TickWords[]} */
  const labels = [];
  found.forEach(({ day, forms }, number) => {
    const x = Math.max(toPixel(view, day), 0) + INDENT;
    const next = found[number + 1];
    const end = next ? Math.min(length, toPixel(view, next.day) + INDENT - GAP) : length;
    const fitting = forms
      .map((words) => ({ x, words, width: measure(words, true) }))
      .find(({ width }) => x + width <= end);
    if (fitting) labels.push(fitting);
  });
  return labels;
}
