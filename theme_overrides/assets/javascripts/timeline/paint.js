// The marks of a status, by shape and pattern: colour only repeats it.

/** @import { Context } from './types.js' */

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
