// Which events get a label, which stay a mark, and which become a count. Pure but for its buffers.

/** @import { Buffers, Cell, Columns, Flag, Label, LayoutInput, Rows, Scene } from './types.js' */

import { MOST_ORIGINS, SHAPE } from './data.js';
import { markRadius, PAD, SMALL } from './geometry.js';
import { makeRows } from './placing.js';
import { toDay, toPixel } from './scale.js';

const SCAN = 2500; // up to so many visible events are ranked exactly; above, the global ranking is sampled
const MOST = 5; // no event is more important
const CELL = 24; // pixels; dense stretches are counted in cells of 24 to 48 pixels
const SINGLES = 3; // a cell with more events shows their number
const TRIES = 6; // as many flags are tried as would fill the rows so many times
const NARROW = 100; // pixels; narrower flags are few
const SHUFFLE = 2654435761; // 2³² divided by the golden ratio (Knuth, The Art of Computer Programming, 6.4)
const UNSHUFFLE = 244002641; // its inverse, modulo 2³²

const MARK = 1.5; // pixels between marks
const COUNT = 16; // half of what a count takes
const BEFORE = 40; // pixels that are laid out beyond the ends of the axis

/**
 * Buffers and rankings that outlive a frame.
 * @param {Columns} columns
 * @returns {Buffers}
 */
export function prepare(columns) {
  const { count, start, end, shape, importance, facets } = columns;
  const origins = facets.origins.of;
  // What is important comes first, then what has many independent sources. Among equals a fixed shuffle decides, so
  // that labels spread over time and stay. It can be undone: bare numbers are sorted several times faster than by a
  // comparison.
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const last = (MOST - importance[i]) * (MOST_ORIGINS + 1) + MOST_ORIGINS - origins[i];
    keys[i] = last * 2 ** 32 + (Math.imul(i + 1, SHUFFLE) >>> 0);
  }
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
  const visible = visibleEvents(input, toDay(view, -BEFORE), toDay(view, length + BEFORE));
  const labels = placeLabels(input, visible);
  const cells = countCells(input, visible, columns);
  stackMarks(input, labels, cells);
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
 * Labels in order of their ranking, each where it fits beside those before it; where room is left then, those that are
 * cut are made whole, and after them the others as wide as usual.
 * @param {LayoutInput} input
 * @param {Uint32Array} visible
 */
function placeLabels(input, visible) {
  const { columns, buffers, view, length, lanes, rows, extent } = input;
  /** @type {Label[]} */
  const labels = [];
  if (!rows) return labels;
  const flags = Array.from({ length: lanes.count }, () => makeRows(rows));
  // Beside a more important event that has found no room, a free place stays free: who reads a lesser one there would
  // take it for what mattered.
  const missed = flags.map(() => new Uint8Array(Math.ceil(length / CELL) + 3));
  const few = visible.length <= SCAN;
  const flag = { i: 0, x: 0, from: 0, to: 0, left: false, stem: true, block: 0 }; // one for all tries
  let tries = TRIES * lanes.count * rows * Math.ceil(length / NARROW);
  for (const i of candidates(input, visible)) {
    if (!tries--) break;
    const from = toPixel(view, columns.start[i]);
    const to = Math.max(from, toPixel(view, columns.end[i]));
    if (from > length || to < 0) continue;
    const blocks = extent(i, few)?.blocks;
    if (!blocks) continue;
    // A long event's block stays in sight while the event is, without a stem: its mark is out of sight.
    flag.i = i;
    flag.stem = from >= 0;
    flag.x = Math.max(0, from);
    const spot = 1 + Math.floor(flag.x / CELL);
    for (const lane of lanes.of(i)) {
      const near = missed[lane];
      if (Math.max(near[spot - 1], near[spot], near[spot + 1]) > columns.importance[i]) continue;
      // Rather narrow, and cut, than not at all.
      if ((blocks[1] && stands(flags[lane], flag, blocks, 1, length)) || stands(flags[lane], flag, blocks, 0, length))
        buffers.placed[i] = buffers.frame;
      else near[spot] = Math.max(near[spot], columns.importance[i]);
    }
  }
  flags.forEach((placed, lane) => {
    const widenAll = (/** @type {boolean} */ roomy) => {
      let wider = false;
      for (let n = 0; n < placed.flags.length; n++) {
        const { cut } = extent(placed.flags[n].i, few)?.blocks[placed.flags[n].block] ?? {};
        wider = widen(placed, n, extent(placed.flags[n].i, few, cut)?.blocks ?? [], length, roomy) || wider;
      }
      return wider;
    };
    while (widenAll(false)) placed.settle(); // whoever went elsewhere has left room
    widenAll(true);
    for (let n = 0; n < placed.flags.length; n++) {
      const from = toPixel(view, columns.start[placed.flags[n].i]);
      const to = Math.max(from, toPixel(view, columns.end[placed.flags[n].i]));
      labels.push({ ...placed.flags[n], lane, row: placed.rows[n], start: from, end: to, level: 0 });
    }
  });
  return labels;
}

/**
 * Place a flag with a block of text; at the end of the axis that stands before its stem.
 * @param {Rows} placed
 * @param {Flag} flag
 * @param {{ width: number }[]} blocks
 * @param {number} block
 * @param {number} length
 */
function stands(placed, flag, blocks, block, length) {
  const width = PAD + blocks[block].width;
  flag.block = block;
  flag.left = flag.x + width > length;
  flag.from = flag.left ? flag.x - width : flag.x;
  flag.to = flag.left ? flag.x : flag.x + width;
  return flag.from >= 0 && placed.place(flag);
}

/**
 * Give a flag more width, if that is free: one that is cut as little as makes it whole, or else as much as there is, on
 * either side of its stem and in any row; one that is whole, where `roomy`, what it has as usual, in its row.
 * @param {Rows} placed
 * @param {number} number
 * @param {{ width: number, cut?: boolean }[]} blocks
 * @param {number} length
 * @param {boolean} roomy
 */
function widen(placed, number, blocks, length, roomy) {
  const { x, left, block } = placed.flags[number];
  const now = blocks[block];
  if (!now || (roomy ? now.cut : !now.cut)) return false;
  const wider = [...blocks.keys()].filter((one) => blocks[one].width > now.width && (now.cut || !blocks[one].cut));
  wider.sort((a, b) => {
    const [one, other] = [blocks[a], blocks[b]];
    if (one.cut !== other.cut) return one.cut ? 1 : -1;
    return one.cut || roomy ? other.width - one.width : one.width - other.width;
  });
  // Where a title has no room on its side of the stem, there may be some on the other one.
  const sides = roomy ? [left] : [left, !left];
  return wider.some((one) =>
    sides.some((before) => {
      const width = PAD + blocks[one].width;
      const [from, to] = before ? [x - width, x] : [x, x + width];
      if (from < 0 || to > length || !placed.widen(number, { from, to, left: before }, roomy)) return false;
      placed.flags[number].block = one;
      return true;
    }),
  );
}

/**
 * Marks that would cover each other, or a count, go to the next level; so do bars of labelled events.
 * @param {LayoutInput} input
 * @param {Label[]} labels
 * @param {Cell[]} cells
 */
function stackMarks({ columns, view, levels, lanes }, labels, cells) {
  /** @type {{ level: number, from: number, to: number, bar: boolean }[][]} */
  const taken = Array.from({ length: lanes.count }, () => []);
  /**
   * @param {number} lane
   * @param {number} x
   * @param {number} half
   * @param {number} [end] of its bar
   */
  const stand = (lane, x, half, end = x) => {
    const [from, to] = [x - half, x + half];
    // A mark may stand on another one's bar, a bar on no other.
    /** @param {number} level */
    const free = (level) =>
      !taken[lane].some(
        (one) =>
          one.level === level && one.to > from && one.from < (one.bar && end > to ? end : to) && (!one.bar || end > to),
      );
    let level = 0;
    while (level < levels - 1 && !free(level)) level++;
    taken[lane].push({ level, from, to, bar: false });
    if (end > to) taken[lane].push({ level, from, to: end, bar: true });
    return level;
  };
  for (const { lane, from, to, items } of cells) {
    const middle = (from + to) / 2;
    if (!items) taken[lane].push({ level: 0, from: middle - COUNT, to: middle + COUNT, bar: false });
  }
  for (const label of labels)
    label.level = stand(label.lane, label.x, markRadius(columns.importance[label.i]) + MARK, label.end);
  for (const cell of cells) {
    cell.levels = cell.items?.map((i) => stand(cell.lane, toPixel(view, columns.start[i]), SMALL + MARK)) ?? [];
  }
}

/**
 * @param {LayoutInput} input
 * @param {Uint32Array} visible
 * @param {Columns} columns
 */
function countCells({ buffers, view, length, lanes }, visible, columns) {
  const { start } = columns;
  const size = 2 ** Math.ceil(Math.log2(CELL / view.perDay));
  const origin = Math.floor(toDay(view, -BEFORE) / size);
  const across = Math.ceil(toDay(view, length + BEFORE) / size) - origin + 1;
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
      levels: [],
    });
  }
  return cells;
}
