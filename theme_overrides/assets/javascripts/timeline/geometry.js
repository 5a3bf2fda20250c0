// How deep each part of the drawing is, and where it lies across: axis, lanes, rows, marks. Pure.

/** @import { Box, Geometry, Lanes } from './types.js' */

export const AXIS = 40; // pixels of depth that the axis takes
const HEAD = 22; // the names of eras
export const BAND = HEAD + AXIS; // what stands above lanes: the names of eras, and the axis
const LANE_HEAD = 6; // between a lane's border and its rows
const ROW = 49; // a date and two lines of a title
const SHALLOW_ROW = 31; // a date and one line
const SPREAD = 7; // that a row may be deeper than it must
const LEVEL = 12; // marks that would cover each other stand above each other
const LEVELS = 3;
const STRIP = 9; // that one level of marks takes, beside its foot
/** Between the lowest marks and the border below them, where relations run; deeper where all of them are drawn. */
const FOOT = { one: [17, 29], lanes: [11, 17] };
const CLEAR = 8; // of it, beside a mark
const TRACK = 3; // pixels between two relations that run side by side

export const SMALL = 3.5; // pixels, half of a mark without a label
export const PAD = 6; // between a stem and its text

/**
 * Where the axis, a lane, its rows and its marks lie across. The axis stands below a single lane, and above several.
 * @param {{ depth: number, lanes: Pick<Lanes, 'count'>, related?: boolean }} room
 * @returns {Geometry}
 */
export function geometry({ depth, lanes, related = false }) {
  const several = lanes.count > 1;
  const top = several ? BAND : 0;
  const bottom = several ? depth : depth - AXIS;
  const head = several ? LANE_HEAD : HEAD;
  const foot = FOOT[several ? 'lanes' : 'one'][Number(related)];
  const tracks = Math.floor((foot - CLEAR) / TRACK);
  const laneDepth = (bottom - top) / lanes.count;
  /** @param {number} levels */
  const roomOver = (levels) => laneDepth - head - foot - STRIP - (levels - 1) * LEVEL;
  // Words come first: where they have no room beside several levels of marks, there are fewer, and then one line.
  let levels = LEVELS;
  while (levels > 1 && roomOver(levels) < ROW) levels--;
  const room = roomOver(levels);
  const strip = laneDepth - head - room;
  const shallow = room < ROW;
  const least = shallow ? SHALLOW_ROW : ROW;
  const rows = Math.max(0, Math.floor(room / least));
  const rowDepth = Math.min(room / rows, least + SPREAD);
  /** @param {number} lane */
  const laneAt = (lane) => top + lane * laneDepth;
  return {
    top,
    bottom,
    axis: several ? HEAD : bottom,
    tracks,
    laneDepth,
    rowDepth,
    rows,
    lines: shallow ? 1 : 2,
    levels,
    laneAt,
    rowAt: (lane, row) => laneAt(lane + 1) - strip - (row + 1) * rowDepth,
    tickAt: (lane) => laneAt(lane + 1) - strip,
    stripAt: (lane, level = 0) => laneAt(lane + 1) - foot - Math.min(level, levels - 1) * LEVEL,
    trackAt: (lane, track) => laneAt(lane + 1) - 2 - (tracks - 1 - track) * TRACK,
  };
}

/** The depth beyond which so many events in one lane use no more. */
export const deepest = (/** @type {number} */ events) =>
  BAND + FOOT.one[1] + STRIP + (LEVELS - 1) * LEVEL + events * (ROW + SPREAD);

/**
 * Half of a labelled mark, in pixels.
 * @param {number} importance
 */
export const markRadius = (importance) => (importance >= 5 ? 6 : importance >= 3 ? 4.75 : 3.75);

/**
 * The topmost box under a point, give or take two pixels.
 * @param {Box[]} boxes
 * @param {number} x
 * @param {number} y
 */
export const hit = (boxes, x, y) =>
  boxes.findLast((box) => x > box.x - 2 && x < box.x + box.w + 2 && y > box.y - 2 && y < box.y + box.h + 2);
