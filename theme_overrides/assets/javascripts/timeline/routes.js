// Which relations are drawn, and by which way: below the marks of their lanes, and never through words. Pure.

/** @import { Buffers, Geometry, Label, Point, Route, Spot } from './types.js' */

const MOST = 40; // relations that can be told apart
const ASIDE = 80; // pixels that a way may lead past its ends, to go around words
const TRIES = 40; // places where it may change lanes
const WORDS = 200; // as many pixels of detour as a struck label is worth
const AIR = 4; // pixels between an upright line and words
const MARK = 7; // pixels from a mark's middle to a line that ends there

/**
 * No more relations than can be told apart: those of a row, then those between what matters most.
 * @param {number[]} arcs
 * @param {number[]} relations
 * @param {Buffers['rank']} rank
 * @param {number | null} row
 */
export function thin(arcs, relations, rank, row) {
  if (arcs.length <= MOST) return arcs;
  /** @param {number} r */
  const last = (r) => {
    const [a, b] = [relations[r], relations[r + 1]];
    return a === row || b === row ? -1 : Math.max(rank[a], rank[b]);
  };
  return [...arcs].sort((r, s) => last(r) - last(s)).slice(0, MOST);
}

/**
 * @typedef {object} Plan
 * @property {number[]} arcs where they stand in `relations`
 * @property {number[]} relations
 * @property {string[]} kinds
 * @property {Geometry} geo
 * @property {number} length
 * @property {Label[]} labels
 * @property {(i: number) => Spot} place
 */

/**
 * The ways of relations. Short ones run next to the marks; those of one kind that lead to the same event run together,
 * and where there are more of them than tracks the longest share one. What is out of view is led to the edge.
 * @param {Plan} plan
 * @returns {Route[]}
 */
export function routes({ arcs, relations, kinds, geo, length, labels, place }) {
  const way = arcs.map((r) => {
    const [from, to, kind] = [relations[r], relations[r + 1], relations[r + 2]];
    const [a, b] = [place(from), place(to)];
    const [outA, outB] = [beyond(a.x, length), beyond(b.x, length)];
    // The edge is wherever the end in view is.
    const begin = outA === null ? a : { x: outA, y: 0, lane: b.lane };
    const end = outB === null ? b : { x: outB, y: 0, lane: a.lane };
    return { from, to, kind, begin, end, edged: [outA !== null, outB !== null] };
  });
  way.sort((a, b) => Math.abs(a.begin.x - a.end.x) - Math.abs(b.begin.x - b.end.x));
  const free = makeTracks(geo.tracks);
  return way.map(({ from, to, kind, begin, end, edged }) => {
    const bundle = `${kind} ${to}`;
    const x = begin.lane === end.lane ? end.x : crossing(begin, end, labels);
    const low = geo.trackAt(begin.lane, free(begin.lane, begin.x, x, bundle));
    const high = begin.lane === end.lane ? low : geo.trackAt(end.lane, free(end.lane, x, end.x, bundle));
    const points = [
      { x: begin.x, y: begin.y + MARK },
      { x: begin.x, y: low },
      { x, y: low },
      { x, y: high },
      { x: end.x, y: high },
      { x: end.x, y: end.y + MARK },
    ].slice(edged[0] ? 1 : 0, edged[1] ? 5 : 6);
    const parts = begin.lane === end.lane ? [points] : broken(points, edged[0] ? 1 : 2, begin, end, labels, geo);
    return { kind: kinds[kind], from, to, parts: parts.map(corners).filter((part) => part.length > 1) };
  });
}

/**
 * The edge beyond which a pixel is, or null.
 * @param {number} x
 * @param {number} length
 */
const beyond = (x, length) => (x < 0 ? 0 : x > length ? length : null);

/**
 * Without points that no line turns at.
 * @param {Point[]} points
 */
function corners(points) {
  /** @type {Point[]} */
  const found = [];
  for (const point of points) {
    const [before, last] = [found[found.length - 2], found[found.length - 1]];
    if (last && last.x === point.x && last.y === point.y) continue;
    const straight =
      before && ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (straight) found.pop();
    found.push(point);
  }
  return found;
}

/**
 * Gives a track of a lane from one pixel to another.
 * @param {number} tracks
 */
function makeTracks(tracks) {
  /** @type {Map<number, { track: number, from: number, to: number, bundle: string }[]>} */
  const taken = new Map();
  /**
   * @param {number} lane
   * @param {number} a
   * @param {number} b
   * @param {string} bundle
   */
  return (lane, a, b, bundle) => {
    const [from, to] = [Math.min(a, b), Math.max(a, b)];
    const others = taken.get(lane) ?? [];
    taken.set(lane, others);
    const own = others.find((one) => one.bundle === bundle);
    /** @param {number} track */
    const isFree = (track) => !others.some((one) => one.track === track && one.from < to && one.to > from);
    let track = own?.track ?? 0;
    while (!own && track < tracks - 1 && !isFree(track)) track++;
    others.push({ track, from, to, bundle });
    return track;
  };
}

/**
 * The labels that an upright line between two lanes would strike.
 * @param {Spot} a
 * @param {Spot} b
 * @param {number} x
 * @param {Label[]} labels
 */
function struck(a, b, x, labels) {
  const [first, last] = [Math.min(a.lane, b.lane), Math.max(a.lane, b.lane)];
  return labels.filter(({ lane, from, to }) => lane > first && lane <= last && from - AIR < x && x < to + AIR);
}

/**
 * Where a way changes lanes: where it strikes the fewest words, without a long detour; rather at an end than between.
 * @param {Spot} a
 * @param {Spot} b
 * @param {Label[]} labels
 */
function crossing(a, b, labels) {
  const [first, last] = [Math.min(a.x, b.x) - ASIDE, Math.max(a.x, b.x) + ASIDE];
  const tried = [b.x, a.x];
  for (let n = 0; n < TRIES; n++) tried.push(first + ((last - first) * n) / (TRIES - 1));
  let found = { x: b.x, cost: Infinity };
  for (const x of tried) {
    if (x < 0) continue;
    const cost = struck(a, b, x, labels).length * WORDS + Math.abs(x - a.x) + Math.abs(x - b.x);
    if (cost < found.cost) found = { x, cost };
  }
  return found.x;
}

/**
 * A way in parts, without what would strike words of its upright line, which follows the point of a number.
 * @param {Point[]} points
 * @param {number} at
 * @param {Spot} a
 * @param {Spot} b
 * @param {Label[]} labels
 * @param {Geometry} geo
 */
function broken(points, at, a, b, labels, geo) {
  const { x } = points[at];
  const down = points[at].y < points[at + 1].y;
  // Two labels side by side may both be too near: their row is one gap.
  const tops = new Set(struck(a, b, x, labels).map(({ lane, row }) => geo.rowAt(lane, row)));
  const gaps = [...tops]
    .sort((one, other) => (down ? one - other : other - one))
    .map((top) => (down ? [top, top + geo.rowDepth] : [top + geo.rowDepth, top]));
  const parts = [points.slice(0, at + 1)];
  for (const [end, begin] of gaps) {
    parts[parts.length - 1].push({ x, y: end });
    parts.push([{ x, y: begin }]);
  }
  parts[parts.length - 1].push(...points.slice(at + 1));
  return parts;
}
