// Draws events: marks, labels, the time they take, and counts where they are dense.

/** @import { Box, Cell, Context, Frame, Label, LabelText, Line } from './types.js' */

import { SHAPE } from './data.js';
import { markRadius, PAD, SMALL } from './geometry.js';
import { drawMark } from './paint.js';
import { toPixel } from './scale.js';
import { say } from './words.js';

const REACH = 9; // pixels of a mark, to either side
const CARD = 14; // pixels below the top of a block: from there a card leaves most of it in sight
const EDGE = 1.5; // pixels, of a hollow bar
const HOLLOW = ['announced', 'scheduled', 'unconfirmed'];

/**
 * A dense stretch as a number, or its few events as marks.
 * @param {Context} ctx
 * @param {Frame} frame
 * @param {Cell} cell
 * @param {Box[]} boxes
 */
export function drawCell(ctx, frame, cell, boxes) {
  const { geo, theme, columns, view } = frame;
  const { items } = cell;
  if (items) {
    items.forEach((i, number) => {
      const [x, y] = [toPixel(view, columns.start[i]), geo.stripAt(cell.lane, cell.levels[number])];
      drawState(ctx, frame, i, x, y, SMALL);
      boxes.push({ x: x - REACH, y: y - REACH / 2, w: 2 * REACH, h: REACH, i, px: x, py: y });
    });
    return;
  }
  const text =
    cell.count > 9999 ? say('stage-thousands', { count: Math.round(cell.count / 1000) }) : String(cell.count);
  ctx.font = `600 11px ${theme.sans}`;
  const size = ctx.measureText(text).width + 10;
  const [x, y] = [(cell.from + cell.to) / 2, geo.stripAt(cell.lane)];
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
  // On a bar or a stem, a mark stands apart.
  ctx.fillStyle = theme.paper;
  ctx.beginPath();
  ctx.arc(x, y, radius + 1.5, 0, 2 * Math.PI);
  ctx.fill();
  drawMark(ctx, columns.statuses[columns.status[i]], x, y, radius, colour(i), theme.paper);
  if (!overdue(i)) return;
  ctx.strokeStyle = theme.warn;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.arc(x, y, radius + 4, 0, 2 * Math.PI);
  ctx.stroke();
}

/**
 * What lies below all marks: the stem from a mark to its text, and the time that the event takes.
 * @param {Context} ctx
 * @param {Frame} frame
 * @param {Label} label
 */
export function drawStem(ctx, frame, label) {
  const { geo, theme } = frame;
  const { lane, x } = label;
  const y = geo.stripAt(lane, label.level);
  drawExtent(ctx, frame, label, y);
  if (!label.stem) return;
  const at = Math.round(x - 0.5) + 0.5; // a hairline takes one pixel
  ctx.strokeStyle = theme.soft;
  ctx.lineWidth = 1;
  ctx.globalAlpha = 0.5;
  ctx.beginPath();
  ctx.moveTo(at, geo.rowAt(lane, label.row) + 2);
  ctx.lineTo(at, y);
  ctx.stroke();
  ctx.globalAlpha = 1;
}

/**
 * An event's mark, larger by its importance, and its date and title.
 * @param {Context} ctx
 * @param {Frame} frame
 * @param {Label} label
 * @param {Box[]} boxes
 */
export function drawLabel(ctx, frame, label, boxes) {
  const { geo, theme, columns } = frame;
  const { i, x } = label;
  const [top, y] = [geo.rowAt(label.lane, label.row), geo.stripAt(label.lane, label.level)];
  const important = columns.importance[i];
  if (label.stem) {
    drawState(ctx, frame, i, x, y, markRadius(important));
    boxes.push({ x: x - REACH, y: y - REACH / 2, w: 2 * REACH, h: REACH, i, px: x, py: y });
  }
  const text = /** @type {LabelText} */ (frame.text(i)); // it was laid out by its text
  const { date, lines } = text.blocks[label.block];
  ctx.textBaseline = 'alphabetic';
  // Beside its stem, or where it begins.
  const right = label.left || text.fromRight;
  const [from, to] = label.left ? [label.from, label.to - PAD] : [label.from + PAD, label.to];
  const step = important >= 5 ? 17 : 16;
  let base = top + 11;
  /** @param {Line} line */
  const write = ({ words, width, fromRight }) => {
    const start = right ? to - width : from;
    ctx.direction = fromRight ? 'rtl' : 'ltr';
    const at = fromRight ? start + width : start;
    ctx.fillText(words, at, base);
    return start;
  };
  ctx.font = text.dateFont;
  ctx.fillStyle = theme.soft;
  write(date);
  ctx.font = text.font;
  ctx.fillStyle = important >= 3 ? theme.ink : theme.soft;
  for (const line of lines) {
    base += step;
    const start = write(line);
    if (columns.statuses[columns.status[i]] === 'cancelled') ctx.fillRect(start, base - 5, line.width, 1);
  }
  ctx.direction = 'ltr';
  boxes.push({ x: label.from, y: top, w: label.to - label.from, h: geo.rowDepth, i, px: x, py: top + CARD });
}

/**
 * A bar for a range, a soft band for a vague date, fading where an end is open or rough.
 * @param {Context} ctx
 * @param {Frame} frame
 * @param {Label} label
 * @param {number} y
 */
function drawExtent(ctx, { columns, length, colour }, { i, start: from, end: to }, y) {
  const tint = colour(i);
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
  const paint = ctx.createLinearGradient(a, 0, b, 0);
  const strength = vague ? '40' : '90';
  const edge = Math.min(0.35, 24 / (b - a));
  paint.addColorStop(0, tint + (openStart || vague ? '00' : strength));
  paint.addColorStop(edge, tint + strength);
  paint.addColorStop(1 - edge, tint + strength);
  paint.addColorStop(1, tint + (openEnd || vague ? '00' : strength));
  ctx.fillStyle = paint;
  const thick = vague ? 10 : 5;
  // Hollow, like the mark, is what was only announced.
  if (HOLLOW.includes(columns.statuses[columns.status[i]])) {
    ctx.fillRect(a, y - thick / 2, b - a, EDGE);
    ctx.fillRect(a, y + thick / 2 - EDGE, b - a, EDGE);
  } else ctx.fillRect(a, y - thick / 2, b - a, thick);
}
