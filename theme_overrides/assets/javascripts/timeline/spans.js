// Where events are in time: the heart of a story, what lies far off, and what is out of view. Pure.

/** @import { Columns, Far, Found, Span } from './types.js' */

import { SHAPE } from './data.js';
import { lowerBound } from './layout.js';

const SPARE = 0.1; // of the events, so many may lie far off,
const FEW = 5; // but not of fewer than these
const NEAR = 7; // days, within which nothing is far off
const FAR = 0.5; // a gap as long as so much of all that it parts from what it leaves; before a landmark, as all of it
const MANY = 200; // from so many events on, the first view may leave some out,
const MOST = 2 / 3; // if so many of them
const DENSE = 0.5; // take less than so much of the time
const WHOLE = { years: 1500, months: 60, days: 2 }; // days of a view whose ends are told so closely

/**
 * Sorts the masked rows that have a day by where they begin and end, over and over, quickly.
 * @param {Columns} columns
 * @returns {(mask: ArrayLike<number>) => Found}
 */
export function makeFinder({ count, start, end, shape, dated, importance }) {
  // As layout.js has it, a mark of hours stands where it begins, and what goes on has no end.
  const last = Float64Array.from(end, (day, i) =>
    shape[i] & SHAPE.OPEN_END ? Infinity : day - start[i] > 2 ? day : start[i],
  );
  /** @param {Float64Array} days */
  // They are nearly in order, which the sorting of plain arrays makes use of.
  const order = (days) => Uint32Array.from([...days.keys()].sort((a, b) => days[a] - days[b]));
  const [byEnd, byLast] = [order(end), order(last)];
  return (mask) => {
    let size = 0;
    for (let i = 0; i < count; i++) if (mask[i] && dated?.[i] !== 0) size++;
    const found = {
      starts: new Float64Array(size),
      ends: new Float64Array(size),
      lasts: new Float64Array(size),
      startLasts: new Float64Array(size),
      lastStarts: new Float64Array(size),
      startMarks: new Uint8Array(size),
      endMarks: new Uint8Array(size),
    };
    let [a, b, c] = [0, 0, 0];
    for (let i = 0; i < count; i++) {
      if (mask[i] && dated?.[i] !== 0) {
        found.startMarks[a] = Number(importance[i] === 5);
        found.startLasts[a] = last[i];
        found.starts[a++] = start[i];
      }
      const [e, l] = [byEnd[i], byLast[i]];
      if (mask[e] && dated?.[e] !== 0) {
        found.endMarks[b] = Number(importance[e] === 5);
        found.ends[b++] = end[e];
      }
      if (mask[l] && dated?.[l] !== 0) {
        found.lastStarts[c] = start[l];
        found.lasts[c++] = last[l];
      }
    }
    return found;
  };
}

/**
 * From the first to the last of them, or null where there are none.
 * @param {Found} found
 * @returns {Span | null}
 */
export const extent = ({ starts, ends }) => (starts.length ? [starts[0], ends[ends.length - 1]] : null);

/**
 * Where nearly all of them are: without the few beyond a gap that is large against the rest. Null where there are none.
 * @param {Found} found
 * @returns {Span | null}
 */
export function heart({ starts, ends, startMarks, endMarks }) {
  const count = starts.length;
  if (!count) return null;
  const spare = count < FEW ? 0 : Math.ceil(count * SPARE);
  // The end is a beginning of time that runs backwards.
  const sides = [
    { days: starts, marks: startMarks },
    { days: ends.map((day) => -day).reverse(), marks: endMarks.slice().reverse() },
  ];
  const dropped = [0, 0];
  for (;;) {
    const left = spare - dropped[0] - dropped[1];
    const cuts = sides.map(({ days, marks }, side) =>
      cut(days, marks, dropped[side], left, -sides[1 - side].days[dropped[1 - side]]),
    );
    const side = cuts[0].gap >= cuts[1].gap ? 0 : 1;
    if (!cuts[side].gap) return [starts[dropped[0]], -sides[1].days[dropped[1]]];
    dropped[side] = cuts[side].at;
  }
}

/**
 * The innermost of the first few gaps that parts what is far off from the rest, which goes on to `end`.
 * @param {Float64Array} days
 * @param {Uint8Array} marks
 * @param {number} first
 * @param {number} most
 * @param {number} end
 */
function cut(days, marks, first, most, end) {
  let found = { at: first, gap: 0 };
  let share = FAR;
  for (let at = first + 1; at <= first + most; at++) {
    if (marks[at - 1]) share = 1;
    const gap = days[at] - days[at - 1];
    if (gap >= NEAR && gap >= share * (end - days[at])) found = { at, gap };
  }
  return found;
}

/**
 * What a first view shows of a heart: all of it, or of very many events the stretch that most of them crowd in.
 * @param {Found} found
 * @param {Span} heart
 * @returns {Span}
 */
export function opening({ starts }, [from, to]) {
  const first = lowerBound(starts, from);
  const count = lowerBound(starts, to) - first;
  if (count < MANY) return [from, to];
  const size = Math.ceil(count * MOST);
  let best = first;
  /** @param {number} at */
  const width = (at) => starts[at + size - 1] - starts[at];
  for (let at = first; at + size <= first + count; at++) if (width(at) < width(best)) best = at;
  const [a, b] = [starts[best], starts[best + size - 1]];
  if (b - a > DENSE * (to - from)) return [from, to];
  // A rest that is short is no reason to break off.
  const rest = (b - a) / 4;
  return [a - from < rest ? from : a, to - b < rest ? to : b];
}

/**
 * A span with today, where that is not far away.
 * @param {Span} span
 * @param {number} today
 * @returns {Span}
 */
export const withToday = ([from, to], today) => [from, today - to < (to - from) / 4 ? Math.max(to, today) : to];

/**
 * What the author of a timeline has chosen to be shown at first: of a storyline in its record, of all in the settings.
 * @param {Pick<Columns, 'storylines'>} columns
 * @param {string} scope
 * @param {string} [settings] two days
 * @returns {Span | null}
 */
export function chosenView({ storylines }, scope, settings) {
  if (scope) return storylines.find(({ id }) => scope === `storyline:${id}`)?.view ?? null;
  return settings ? /** @type {Span} */ (settings.split(' ').map(Number)) : null;
}

/**
 * A span with air around it, so that nothing stands at an edge; a moment gets the days, or the hours, around it.
 * @param {Span} span
 * @returns {Span}
 */
export function withAir([from, to]) {
  const width = to - from;
  const whole = Number.isInteger(from) && Number.isInteger(to);
  const least = whole ? (width > 1 ? 1 : 3) : width > 1 / 12 ? 1 / 24 : 0.5;
  const margin = width * 0.05 + least;
  return [from - margin, to + margin];
}

/**
 * How many of them lie wholly before a span, and how many after it.
 * @param {Pick<Found, 'starts' | 'lasts'>} found
 * @param {Span} span
 */
export const outside = ({ starts, lasts }, [from, to]) => ({
  before: lowerBound(lasts, from),
  after: starts.length - lowerBound(starts, to),
});

/**
 * What lies wholly before a span, and what after it.
 * @param {Found} found
 * @param {Span} span
 * @returns {{ before: Far | null, after: Far | null }}
 */
export function farFrom({ starts, startLasts, lasts, lastStarts }, span) {
  const { before, after } = outside({ starts, lasts }, span);
  const first = starts.length - after;
  // What has begun and goes on is told by its beginning.
  const ends = startLasts.subarray(first).map((day, n) => (day < Infinity ? day : starts[first + n]));
  const from = lastStarts.subarray(0, before).reduce((low, day) => Math.min(low, day), Infinity);
  return {
    before: before ? { count: before, from, to: lasts[before - 1] } : null,
    after: after ? { count: after, from: starts[first], to: ends.reduce((high, day) => Math.max(high, day)) } : null,
  };
}
/**
 * Where to go from a span, to see what is next on a side of it: as close as it takes to see these events apart, and no
 * closer than the reader was where it is a single one.
 * @param {Found} found
 * @param {Span} span
 * @param {'before' | 'after'} side
 * @returns {Span}
 */
export function nextTo(found, span, side) {
  const { starts, lasts } = found;
  const width = span[1] - span[0];
  const { before, after } = outside(found, span);
  const [days, first, step] = side === 'before' ? [lasts, before - 1, -1] : [starts, starts.length - after, 1];
  let last = first;
  for (let next = last + step; next >= 0 && next < days.length; next += step) {
    const apart = Math.abs(days[next] - days[last]) > width / 4;
    if (apart || Math.abs(days[next] - days[first]) > width) break;
    last = next;
  }
  const [from, to] = [Math.min(days[first], days[last]), Math.max(days[first], days[last])];
  const aired = withAir([from, to]);
  if (to > from && aired[1] - aired[0] < width / 4) return aired;
  const half = Math.max(width, aired[1] - aired[0]) / 2;
  return [(from + to) / 2 - half, (from + to) / 2 + half];
}

/**
 * How closely the ends of a view are to be told.
 * @param {Span} span
 * @returns {Intl.DateTimeFormatOptions}
 */
export function closeness([from, to]) {
  const width = to - from;
  if (width > WHOLE.years) return { year: 'numeric' };
  if (width > WHOLE.months) return { year: 'numeric', month: 'short' };
  const day = /** @type {const} */ ({ year: 'numeric', month: 'short', day: 'numeric' });
  return width > WHOLE.days ? day : { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
}
