// The lines of relations, and the head of an arrow. Fetched with what draws them.

/** @import { Context, Point, Theme, Token } from './types.js' */

/** @typedef {'row' | 'named' | 'dot' | 'none'} Head which end of a relation is marked, and by an arrow or a dot */

/** Arrows lead to what comes of the other: a dot marks the whole of a part, and a contradiction has no direction. */
/** @type {Record<string, { dash: number[], colour: Token, head: Head }>} */
const RELATIONS = {
  follows: { dash: [], colour: 'rel-follows', head: 'row' },
  'part-of': { dash: [1, 3], colour: 'rel-part-of', head: 'dot' },
  'caused-by': { dash: [8, 3], colour: 'rel-caused-by', head: 'row' },
  fulfils: { dash: [5, 3, 1, 3], colour: 'rel-fulfils', head: 'row' },
  contradicts: { dash: [2, 2], colour: 'rel-contradicts', head: 'none' },
  supersedes: { dash: [12, 4], colour: 'rel-supersedes', head: 'row' },
};
const BEND = 5; // pixels of a rounded corner
const HEAD = { long: 7, half: 3.5 };

/**
 * Draw a relation along its lines, from the row that has it to the one that it names.
 * @param {Context} ctx
 * @param {string} kind
 * @param {Point[][]} parts
 * @param {Theme} theme
 * @param {boolean} strong
 */
export function drawRelation(ctx, kind, parts, theme, strong) {
  const { dash, colour, head } = RELATIONS[kind] ?? RELATIONS.follows;
  ctx.strokeStyle = theme[colour];
  ctx.fillStyle = theme[colour];
  ctx.lineWidth = strong ? 2 : 1.5;
  ctx.setLineDash(dash);
  for (const points of parts) strokeBent(ctx, points);
  ctx.setLineDash([]);
  const ends = [...parts.flat()];
  if (head === 'row') drawHead(ctx, ends[1], ends[0]);
  if (head !== 'dot') return;
  const { x, y } = ends[ends.length - 1];
  ctx.beginPath();
  ctx.arc(x, y, 2.5, 0, 2 * Math.PI);
  ctx.fill();
}

/**
 * A line through points, with its corners rounded.
 * @param {Context} ctx
 * @param {Point[]} points
 */
function strokeBent(ctx, points) {
  ctx.beginPath();
  ctx.moveTo(points[0].x, points[0].y);
  for (let n = 1; n < points.length; n++) {
    const [before, at, after] = [points[n - 1], points[n], points[n + 1]];
    if (!after) ctx.lineTo(at.x, at.y);
    else {
      const [begin, end] = [towards(at, before), towards(at, after)];
      ctx.lineTo(begin.x, begin.y);
      ctx.bezierCurveTo(at.x, at.y, at.x, at.y, end.x, end.y);
    }
  }
  ctx.stroke();
}

/**
 * A point beside a corner, on the way to another one.
 * @param {Point} from
 * @param {Point} to
 */
function towards(from, to) {
  const way = Math.hypot(to.x - from.x, to.y - from.y);
  const share = way ? Math.min(BEND, way / 2) / way : 0;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/**
 * An arrow's head at the end of a line.
 * @param {Context} ctx
 * @param {Point} from
 * @param {Point} to
 */
export function drawHead(ctx, from, to) {
  const way = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [x, y] = [(to.x - from.x) / way, (to.y - from.y) / way];
  const [backX, backY] = [to.x - x * HEAD.long, to.y - y * HEAD.long];
  ctx.beginPath();
  ctx.moveTo(to.x, to.y);
  ctx.lineTo(backX - y * HEAD.half, backY + x * HEAD.half);
  ctx.lineTo(backX + y * HEAD.half, backY - x * HEAD.half);
  ctx.closePath();
  ctx.fill();
}
