// The small things that are painted: marks of a status by shape and pattern (colour only repeats it), and arcs.

/** @import { Context, Point } from './types.js' */

/**
 * Draw the mark of a status around a point; `paper` fills what is hollow.
 * @param {Context} ctx
 * @param {string} status
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {string} colour
 * @param {string} paper
 */
export function drawMark(ctx, status, x, y, radius, colour, paper) {
  ctx.lineWidth = Math.max(1.5, radius / 3);
  ctx.strokeStyle = colour;
  ctx.fillStyle = status === 'occurred' || status === 'ongoing' ? colour : paper;
  ctx.setLineDash(status === 'unconfirmed' ? [2, 2] : []);
  ctx.beginPath();
  if (status === 'scheduled') {
    const reach = radius * 1.25;
    ctx.moveTo(x, y - reach);
    ctx.lineTo(x + reach, y);
    ctx.lineTo(x, y + reach);
    ctx.lineTo(x - reach, y);
    ctx.closePath();
  } else if (status === 'postponed') {
    ctx.rect(x - radius, y - radius, 2 * radius, 2 * radius);
    ctx.fill();
    ctx.beginPath();
    for (const side of [-1, 1]) {
      ctx.moveTo(x + side * radius * 0.7, y - radius);
      ctx.lineTo(x + side * radius * 0.7, y + radius);
    }
  } else {
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
  }
  ctx.fill();
  ctx.stroke();
  ctx.setLineDash([]);
  if (status === 'ongoing') {
    ctx.beginPath();
    ctx.arc(x, y, radius + 3, 0, 2 * Math.PI);
    ctx.stroke();
  }
  if (status === 'cancelled') {
    ctx.beginPath();
    ctx.moveTo(x - radius, y + radius);
    ctx.lineTo(x + radius, y - radius);
    ctx.stroke();
  }
}

const BULGE = 130; // pixels that an arc rises at the most

/** @type {Record<string, number[]>} */
const DASHES = {
  follows: [],
  'part-of': [1, 3],
  'caused-by': [8, 3],
  fulfils: [5, 3, 1, 3],
  contradicts: [2, 2],
  supersedes: [10, 4],
};

/**
 * Draw a relation as an arc; its dashes tell the kind.
 * @param {Context} ctx
 * @param {string} kind
 * @param {Point} from
 * @param {Point} to
 * @param {string} colour
 */
export function drawArc(ctx, kind, from, to, colour) {
  // It leaves upright, so that it does not run through words.
  const up = Math.min(BULGE, 8 + Math.hypot(to.x - from.x, to.y - from.y) / 4);
  ctx.strokeStyle = colour;
  ctx.lineWidth = kind === 'contradicts' ? 2 : 1.25;
  ctx.setLineDash(DASHES[kind] ?? []);
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.bezierCurveTo(from.x, from.y - up, to.x, to.y - up, to.x, to.y);
  ctx.stroke();
  ctx.setLineDash([]);
  // A dot marks the event that the relation names.
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.arc(to.x, to.y, 2.5, 0, 2 * Math.PI);
  ctx.fill();
}
