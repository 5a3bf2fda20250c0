// The axis of the strip below the timeline, with its breaks, and how many events stand along it. Pure.

/** @import { Columns, Story } from './types.js' */

export const ZIGZAG = 14; // pixels that a break takes

/** @typedef {{ from: number, to: number, a: number, b: number }} Piece From one day to another, and in pixels. */

/**
 * Days to pixels along the strip, and back: the heart at one scale, and each of the far-off parts at one of its own in
 * the room that its words take, with a break between. Pure.
 * @param {Pick<Story, 'span' | 'before' | 'after'>} story
 * @param {number} width
 * @param {[before: number, after: number]} rooms
 */
export function makeAxis({ span: [from, to], before, after }, width, rooms) {
  const main = { from, to, a: rooms[0], b: Math.max(rooms[0], width - rooms[1]) };
  /** @type {Piece[]} */
  const pieces = [main];
  if (before) {
    const edge = main.a - ZIGZAG;
    const begin = Math.min(before.from, before.to - 1);
    pieces.unshift({ from: begin, to: before.to, a: 0, b: edge }, { from: before.to, to: from, a: edge, b: main.a });
  }
  if (after) {
    const edge = main.b + ZIGZAG;
    const end = Math.max(after.to, after.from + 1);
    pieces.push({ from: to, to: after.from, a: main.b, b: edge }, { from: after.from, to: end, a: edge, b: width });
  }
  return {
    main,
    breaks: [before ? main.a : null, after ? main.b + ZIGZAG : null],
    /** @param {number} day */
    toX(day) {
      const piece = pieces.find((one) => day <= one.to) ?? pieces[pieces.length - 1];
      const x = piece.a + ((day - piece.from) / (piece.to - piece.from || 1)) * (piece.b - piece.a);
      return Math.min(width, Math.max(0, x));
    },
    /** @param {number} x */
    toDay(x) {
      const piece = pieces.find((one) => x <= one.b) ?? pieces[pieces.length - 1];
      return piece.from + ((x - piece.a) / (piece.b - piece.a || 1)) * (piece.to - piece.from);
    },
  };
}

/** @typedef {ReturnType<typeof makeAxis>} Axis */

/**
 * Counts of masked events in equal bins. Pure.
 * @param {Columns} columns
 * @param {Uint8Array} mask
 * @param {number} from
 * @param {number} to
 * @param {number} bins
 */
export function histogram(columns, mask, from, to, bins) {
  const counts = new Uint32Array(bins);
  const size = (to - from) / bins;
  for (let i = 0; i < columns.count; i++) {
    if (!mask[i]) continue;
    const bin = Math.floor((columns.start[i] - from) / size);
    if (bin >= 0 && bin < bins) counts[bin]++;
  }
  return counts;
}
