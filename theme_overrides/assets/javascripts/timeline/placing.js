// Where the flags of labels stand: a flag is a block of text in a row above the axis, on a stem from its mark.
//
// Two flags whose blocks overlap along the axis stand in different rows, and where one's stem rises inside the other's
// block, it has to be the lower one. So whichever flags are chosen, it is settled which stands above which, and each
// sinks as low as those below it allow. A flag fits while the tallest pile stays within the rows: that is exact, which
// a search for a free place would not be.

/** @import { Flag, Rows } from './types.js' */

export const GAP = 14; // pixels between blocks, and between a block and the stem of another

/**
 * Whether the stem of a flag would rise inside the block of another one, or too near to it.
 * @param {Flag} flag
 * @param {Flag} other
 */
function pierces({ stem, x }, { from, to, left }) {
  // Along the edge where a block has its own stem another's may run beside it.
  return stem && (left ? x > from - GAP && x < to : x > from && x < to + GAP);
}

/**
 * Which of two flags has to stand above the other, the earlier one (1) or the later one (-1); 0 if they are apart, and
 * NaN if neither works.
 * @param {Flag} earlier
 * @param {Flag} later
 */
export function order(earlier, later) {
  if (earlier.from >= later.to + GAP || later.from >= earlier.to + GAP) return 0;
  const down = pierces(later, earlier);
  const up = pierces(earlier, later);
  if (down && up) return NaN;
  return up ? -1 : 1; // in reading order, where both would do
}

/**
 * Rows that flags are placed in, one after the other.
 * @param {number} count
 * @returns {Rows}
 */
export function makeRows(count) {
  /** @type {Flag[]} */
  const flags = [];
  /** @type {number[]} */
  const rows = [];
  /** @type {number[][]} */
  const above = []; // of each flag, those that have to stand above it
  // Filled anew for each flag that is tried.
  /** @type {number[]} */
  const over = [];
  /** @type {number[]} */
  const under = [];
  /** @type {[flag: number, row: number][]} */
  const raised = [];

  /**
   * Raise a flag to a row, and with it those above it; false if the rows do not suffice.
   * @param {number} number
   * @param {number} row
   * @returns {boolean}
   */
  const raise = (number, row) => {
    if (rows[number] >= row) return true;
    if (row >= count) return false;
    raised.push([number, rows[number]]);
    rows[number] = row;
    return above[number].every((next) => raise(next, row + 1));
  };

  /**
   * Where another flag has to stand: above one (1), below it (-1), or anywhere.
   * @param {Flag} other
   * @param {Flag} flag
   */
  const turn = (other, flag) => (other.i <= flag.i ? order(other, flag) : -order(flag, other));

  return {
    flags,
    rows,
    place(flag) {
      over.length = under.length = raised.length = 0;
      let row = 0;
      for (let n = 0; n < flags.length; n++) {
        const where = turn(flags[n], flag);
        if (Number.isNaN(where)) return false;
        if (where > 0) over.push(n);
        if (where >= 0) continue;
        under.push(n);
        row = Math.max(row, rows[n] + 1);
      }
      // Where a flag would have to stand above itself, one below it has been raised, too.
      const fits = row < count && over.every((n) => raise(n, row + 1)) && under.every((n) => rows[n] < row);
      if (!fits) {
        while (raised.length) {
          const [number, before] = /** @type {[number, number]} */ (raised.pop());
          rows[number] = before;
        }
        return false;
      }
      for (const n of under) above[n].push(flags.length);
      above.push([...over]);
      flags.push({ ...flag });
      rows.push(row);
      return true;
    },
    widen(number, place, stay) {
      const flag = { ...flags[number], ...place };
      let least = 0;
      let below = count;
      for (let n = 0; n < flags.length; n++) {
        const where = n === number ? 0 : turn(flags[n], flag);
        if (Number.isNaN(where)) return false;
        if (where < 0) least = Math.max(least, rows[n] + 1);
        if (where > 0) below = Math.min(below, rows[n]);
      }
      if (least >= below || (stay && (rows[number] < least || rows[number] >= below))) return false;
      flags[number] = flag;
      if (!stay) rows[number] = least;
      return true;
    },
    settle() {
      for (const number of [...rows.keys()].sort((a, b) => rows[a] - rows[b])) {
        let least = 0;
        for (let n = 0; n < flags.length; n++) {
          if (n !== number && rows[n] < rows[number] && turn(flags[n], flags[number]) < 0)
            least = Math.max(least, rows[n] + 1);
        }
        rows[number] = least;
      }
    },
  };
}
