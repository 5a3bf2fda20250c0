// Which events get a label, which stay a mark, and which become a count. Pure but for its buffers.
// "Along" is the direction of time, "across" the other one.

/** @import { Box, Buffers, Cell, Columns, Geometry, Label, Lanes, LayoutInput, Scene } from './types.js' */

import { SHAPE } from './data.js';
import { toDay, toPixel } from './scale.js';

const SCAN = 2500; // up to so many visible events are ranked exactly; above, the global ranking is sampled
const CELL = 24; // pixels; dense stretches are counted in cells of 24 to 48 pixels
const SINGLES = 3; // a cell with more events shows their number
const GAP = 10;
const SHUFFLE = 2654435761; // 2³² divided by the golden ratio (Knuth, The Art of Computer Programming, 6.4)
const UNSHUFFLE = 244002641; // its inverse, modulo 2³²

export const AXIS = 40; // pixels across that the axis takes
export const STRIP = 30; // pixels across, in each lane, for marks without a label

/**
 * Where a lane, its rows and its strip lie across.
 * @param {{ depth: number, lanes: Lanes, vertical: boolean }} room
 * @returns {Geometry}
 */
export function geometry({ depth, lanes, vertical }) {
  const head = lanes.count > 1 ? 22 : 8;
  const room = vertical ? depth - 64 : depth - AXIS;
  const laneDepth = room / lanes.count;
  const rowDepth = vertical ? laneDepth - 16 : 26;
  const rows = vertical ? 1 : Math.max(1, Math.floor((laneDepth - head - STRIP) / rowDepth));
  /** @param {number} lane */
  const laneAt = (lane) => (vertical ? 64 : 0) + lane * laneDepth;
  return {
    laneDepth,
    rowDepth,
    rows,
    laneAt,
    rowAt: (lane, row) => (vertical ? laneAt(lane) + 38 : laneAt(lane + 1) - STRIP - (row + 0.5) * rowDepth),
    stripAt: (lane) => (vertical ? laneAt(lane) + 14 : laneAt(lane + 1) - STRIP / 2),
  };
}

/**
 * The topmost box under a point, give or take two pixels.
 * @param {Box[]} boxes
 * @param {number} x
 * @param {number} y
 */
export const hit = (boxes, x, y) =>
  boxes.findLast((box) => x > box.x - 2 && x < box.x + box.w + 2 && y > box.y - 2 && y < box.y + box.h + 2);

/**
 * Buffers and rankings that outlive a frame.
 * @param {Columns} columns
 * @returns {Buffers}
 */
export function prepare(columns) {
  const { count, start, end, shape, importance } = columns;
  // Among equals a fixed shuffle decides, so that labels spread over time and stay. It can be undone: bare numbers are
  // sorted several times faster than by a comparison.
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) keys[i] = (5 - importance[i]) * 2 ** 32 + (Math.imul(i + 1, SHUFFLE) >>> 0);
  const ranked = Uint32Array.from(keys.sort(), (key) => (Math.imul(key % 2 ** 32, UNSHUFFLE) >>> 0) - 1);
  const rank = new Uint32Array(count);
  for (let position = 0; position < count; position++) rank[ranked[position]] = position;
  /** @type {number[]} */
  const longs = [];
  for (let i = 0; i < count; i++) if (end[i] - start[i] > 2 || shape[i] & SHAPE.OPEN_END) longs.push(i);
  return { ranked, rank, longs, visible: new Uint32Array(count), placed: new Uint32Array(count), frame: 0 };
}

/**
 * Number of the first event that begins on a day or later.
 * @param {ArrayLike<number>} sorted
 * @param {number} value
 */
export function lowerBound(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Lay one frame out.
 * @param {LayoutInput} input
 * @returns {Scene}
 */
export function layout(input) {
  const { columns, buffers, view, length } = input;
  buffers.frame++;
  const visible = visibleEvents(input, toDay(view, -300), toDay(view, length + 40));
  const labels = placeLabels(input, visible);
  const cells = countCells(input, visible, columns);
  return { labels, cells };
}

/**
 * The masked events of a span of days; a buffer that the next frame fills anew.
 * @param {LayoutInput} input
 * @param {number} first
 * @param {number} last
 */
function visibleEvents({ columns, buffers, mask }, first, last) {
  const { start, end, shape } = columns;
  const low = lowerBound(start, first);
  const high = lowerBound(start, last);
  const found = buffers.visible;
  let size = 0;
  for (const i of buffers.longs) {
    if (i >= low) break;
    if (mask[i] && (end[i] > first || shape[i] & SHAPE.OPEN_END)) found[size++] = i;
  }
  for (let i = low; i < high; i++) if (mask[i]) found[size++] = i;
  return found.subarray(0, size);
}

/**
 * @param {LayoutInput} input
 * @param {Uint32Array} visible
 */
function* candidates({ buffers, mask, columns }, visible) {
  if (visible.length <= SCAN) {
    for (const rank of Uint32Array.from(visible, (i) => buffers.rank[i]).sort()) yield buffers.ranked[rank];
    return;
  }
  const [first, last] = [columns.start[visible[0]], columns.start[visible[visible.length - 1]]];
  for (const i of buffers.ranked) if (mask[i] && columns.start[i] >= first && columns.start[i] <= last) yield i;
}

/**
 * @param {LayoutInput} input
 * @param {Uint32Array} visible
 */
function placeLabels(input, visible) {
  const { columns, buffers, view, length, lanes, rows, extent } = input;
  /** @type {[number, number][][]} */
  const taken = Array.from({ length: lanes.count * rows }, () => []);
  /** @type {Label[]} */
  const labels = [];
  const few = visible.length <= SCAN;
  const most = lanes.count * rows * Math.ceil(length / 60);
  let tries = 0;
  for (const i of candidates(input, visible)) {
    if (labels.length >= most || ++tries > 6 * most) break;
    const room = extent(i, few);
    if (!room) continue;
    const from = toPixel(view, columns.start[i]);
    const to = Math.max(from, toPixel(view, columns.end[i]));
    // A long event's label stays in sight while the event is.
    const at = Math.max(from, Math.min(8, to));
    if (at > length || to < 0) continue;
    // At the end of the axis a label stands before its mark.
    const left = input.flip && at + room[1] > length && at - room[1] > 0;
    const [near, far] = left ? [room[1], room[0]] : room;
    const [before, after] = [Math.min(from, at - near), Math.max(Math.min(to, length + 400), at + far)];
    for (const lane of lanes.of(i)) {
      for (let row = 0; row < rows; row++) {
        const spans = taken[lane * rows + row];
        if (spans.some(([a, b]) => before < b + GAP && after > a - GAP)) continue;
        spans.push([before, after]);
        labels.push({ i, lane, row, from, to, at, left });
        buffers.placed[i] = buffers.frame;
        break;
      }
    }
  }
  return labels;
}

/**
 * @param {LayoutInput} input
 * @param {Uint32Array} visible
 * @param {Columns} columns
 */
function countCells({ buffers, view, length, lanes }, visible, columns) {
  const { start } = columns;
  const size = 2 ** Math.ceil(Math.log2(CELL / view.perDay));
  const origin = Math.floor(toDay(view, -40) / size);
  const across = Math.ceil(toDay(view, length + 40) / size) - origin + 1;
  const counts = new Uint32Array(lanes.count * across);
  /** @type {number[][]} */
  const singles = new Array(lanes.count * across);
  for (const i of visible) {
    if (buffers.placed[i] === buffers.frame) continue;
    const bin = Math.floor(start[i] / size) - origin;
    if (bin < 0 || bin >= across) continue;
    for (const lane of lanes.of(i)) {
      const cell = lane * across + bin;
      if (counts[cell]++ >= SINGLES) continue;
      singles[cell] ??= [];
      singles[cell].push(i);
    }
  }
  /** @type {Cell[]} */
  const cells = [];
  for (let cell = 0; cell < counts.length; cell++) {
    if (!counts[cell]) continue;
    const bin = (cell % across) + origin;
    cells.push({
      lane: Math.floor(cell / across),
      from: toPixel(view, bin * size),
      to: toPixel(view, (bin + 1) * size),
      count: counts[cell],
      items: counts[cell] <= SINGLES ? singles[cell] : null,
    });
  }
  return cells;
}
