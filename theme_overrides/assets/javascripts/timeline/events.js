// Draws events: marks, labels, the time they take, and counts where they are dense.

/** @import { Box, Cell, Context, Frame, Label, LabelText } from './types.js' */

import { SHAPE } from './data.js';
import { drawMark } from './paint.js';
import { toPixel } from './scale.js';
import { say } from './words.js';

/**
 * A dense stretch as a number, or its few events as marks.
 * @param {Context} ctx
 * @param {Frame} frame
 * @param {Cell} cell
 * @param {Box[]} boxes
 */
export function drawCell(ctx, frame, cell, boxes) {
  const { geo, theme, vertical, columns, view } = frame;
  const across = geo.stripAt(cell.lane);
  const { items } = cell;
  if (items) {
    items.forEach((i, number) => {
      const at = toPixel(view, columns.start[i]);
      const [x, y] = vertical ? [across, at] : [at, across + (number - (items.length - 1) / 2) * 8];
      drawState(ctx, frame, i, x, y, 3.5);
      boxes.push({ x: x - 9, y: y - 5, w: 18, h: 10, i, px: x, py: y });
    });
    return;
  }
  const text =
    cell.count > 9999 ? say('stage-thousands', { count: Math.round(cell.count / 1000) }) : String(cell.count);
  ctx.font = `600 11px ${theme.sans}`;
  const size = ctx.measureText(text).width + 10;
  const at = (cell.from + cell.to) / 2;
  const [x, y] = vertical ? [across, at] : [at, across];
  ctx.fillStyle = theme.raised;
  ctx.strokeStyle = theme.soft;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.roundRect(x - size / 2, y - 9, size, 18, 9);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = theme.ink;
  ctx.textBaseline = 'middle';
  ctx.fillText(text, x - size / 2 + 5, y + 0.5);
  boxes.push({ x: x - size / 2, y: y - 12, w: size, h: 24, cell });
}

/**
 * The mark of an event's status, and a ring around what is overdue.
 * @param {Context} ctx
 * @param {Frame} frame
 * @param {number} i
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
function drawState(ctx, { columns, theme, colour, overdue }, i, x, y, radius) {
  drawMark(ctx, columns.statuses[columns.status[i]], x, y, radius, colour(i), theme.paper);
  if (!overdue(i)) return;
  ctx.strokeStyle = theme.warn;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.arc(x, y, radius + 4, 0, 2 * Math.PI);
  ctx.stroke();
}

/**
 * An event with its title.
 * @param {Context} ctx
 * @param {Frame} frame
 * @param {Label} label
 * @param {Box[]} boxes
 */
export function drawLabel(ctx, frame, label, boxes) {
  const { geo, theme, vertical, columns } = frame;
  const { i } = label;
  const across = geo.rowAt(label.lane, label.row);
  const state = columns.statuses[columns.status[i]];
  const [x, y] = vertical ? [across, label.at] : [label.at, across];
  drawExtent(ctx, frame, label, across, frame.colour(i), state);
  const radius = columns.importance[i] >= 5 ? 6 : columns.importance[i] >= 3 ? 4.75 : 3.75;
  const band = columns.shape[i] !== SHAPE.POINT && label.to - label.from > 14;
  if (!band || label.at === label.from) drawState(ctx, frame, i, x, y, radius);
  const { lines, font, width } = /** @type {LabelText} */ (frame.text(i)); // it was laid out by its text
  ctx.font = font;
  ctx.textBaseline = 'middle';
  ctx.strokeStyle = theme.paper;
  ctx.lineWidth = 4;
  ctx.fillStyle = columns.importance[i] >= 3 ? theme.ink : theme.soft;
  const text = label.left ? x - 12 - width : x + 12;
  lines.forEach((words, number) => {
    const spot = y + (vertical ? number * 17 : 0) + 0.5;
    // No arc strikes a title through.
    if (frame.arcs.length) ctx.strokeText(words, text, spot);
    ctx.fillText(words, text, spot);
    if (state === 'cancelled') ctx.fillRect(text, spot, ctx.measureText(words).width, 1);
  });
  const tall = vertical ? 10 + lines.length * 17 : geo.rowDepth;
  boxes.push({
    x: label.left ? text - 4 : x - 10,
    y: y - (vertical ? 12 : geo.rowDepth / 2),
    w: width + 26,
    h: tall,
    i,
    px: x,
    py: y,
  });
}

/**
 * A bar for a range, a soft band for a vague date, fading where an end is open or rough.
 * @param {Context} ctx
 * @param {Frame} frame
 * @param {Label} label
 * @param {number} across
 * @param {string} colour
 * @param {string} state
 */
function drawExtent(ctx, { columns, vertical, length, rect }, { i, from, to }, across, colour, state) {
  const shape = columns.shape[i];
  const [openStart, openEnd] = [shape & SHAPE.OPEN_START, shape & SHAPE.OPEN_END];
  const rough = shape & (SHAPE.APPROXIMATE | SHAPE.UNCERTAIN);
  // What is rough never looks sharp, however far one is away.
  const soft = rough ? Math.max(0, 14 - (to - from) / 2) : 0;
  const a = openStart ? to - 70 : from - soft;
  const b = openEnd ? from + 110 : to + soft;
  if (b - a < 3 || b < 0 || a > length) return;
  // A day is a point, until it is wide enough to have a morning.
  if ((shape & SHAPE.KIND) === SHAPE.POINT && !rough && b - a < 90) return;
  const vague = (shape & SHAPE.KIND) === SHAPE.VAGUE || rough;
  const paint = vertical ? ctx.createLinearGradient(0, a, 0, b) : ctx.createLinearGradient(a, 0, b, 0);
  const strength = vague ? '40' : '90';
  const edge = Math.min(0.35, 24 / (b - a));
  paint.addColorStop(0, colour + (openStart || vague ? '00' : strength));
  paint.addColorStop(edge, colour + strength);
  paint.addColorStop(1 - edge, colour + strength);
  paint.addColorStop(1, colour + (openEnd || vague ? '00' : strength));
  ctx.fillStyle = paint;
  const thick = vague ? 16 : 5;
  const side = across + (vague || vertical ? -thick / 2 : 6);
  ctx.fillRect(...rect(a, side, b - a, thick));
  // Hollow, like the mark: the paper shows through.
  if (['announced', 'scheduled', 'unconfirmed'].includes(state))
    ctx.clearRect(...rect(a, side + 1.5, b - a, thick - 3));
}
