// Draws one frame on a canvas. All that it needs comes in; it returns the boxes that a pointer can hit.

import { SHAPE } from './decode.js';
import { drawArc, drawMark } from './marks.js';
import { toPixel } from './scale.js';

export const AXIS = 40; // pixels across that the axis takes
export const STRIP = 30; // pixels across, in each lane, for marks without a label

/** Where a lane, its rows and its strip lie across. */
export function geometry({ depth, lanes, vertical }) {
  const head = lanes.count > 1 ? 22 : 8;
  const room = vertical ? depth - 64 : depth - AXIS;
  const laneDepth = room / lanes.count;
  const rowDepth = vertical ? laneDepth - 16 : 26;
  const rows = vertical ? 1 : Math.max(1, Math.floor((laneDepth - head - STRIP) / rowDepth));
  return {
    head, laneDepth, rowDepth, rows,
    laneAt: (lane) => (vertical ? 64 + lane * laneDepth : lane * laneDepth),
    rowAt: (lane, row) => (vertical ? 64 + lane * laneDepth + 38 : (lane + 1) * laneDepth - STRIP - (row + 0.5) * rowDepth),
    stripAt: (lane) => (vertical ? 64 + lane * laneDepth + 14 : (lane + 1) * laneDepth - STRIP / 2),
  };
}

/** Draw a frame; returns boxes {x, y, w, h, i} of events and {…, cell} of counts, the last drawn on top. */
export function draw(ctx, frame) {
  const { width, height, theme, scene, place } = frame;
  ctx.clearRect(0, 0, width, height);
  drawEras(ctx, frame);
  drawGrid(ctx, frame);
  drawLanes(ctx, frame);
  drawRelations(ctx, frame);
  const boxes = [];
  for (const cell of scene.cells) drawCell(ctx, frame, cell, boxes);
  for (const label of scene.labels) drawLabel(ctx, frame, label, boxes);
  drawNow(ctx, frame);
  if (frame.focus !== null) {
    const { x, y } = place(frame.focus);
    ctx.strokeStyle = theme.accent;
    ctx.lineWidth = 2.5;
    ctx.beginPath();
    ctx.arc(x, y, 11, 0, 2 * Math.PI);
    ctx.stroke();
  }
  return boxes;
}

/** A line or an area at a point along, over all lanes. */
const along = (frame, at) => (frame.vertical ? { x: 0, y: at } : { x: at, y: 0 });

function drawEras(ctx, frame) {
  const { eras, view, length, theme, vertical, width, height } = frame;
  const band = vertical ? width : height - AXIS;
  eras.forEach(([title, from, to], number) => {
    const a = Math.max(0, toPixel(view, from));
    const b = Math.min(length, to === null ? length : toPixel(view, to));
    if (b - a < 2) return;
    ctx.fillStyle = number % 2 ? theme.eraB : theme.eraA;
    if (vertical) ctx.fillRect(64, a, band - 64, b - a);
    else ctx.fillRect(a, 0, b - a, band);
    // On a phone the width belongs to the events.
    if (vertical) return;
    ctx.fillStyle = theme.soft;
    ctx.font = `italic 12px ${theme.serif}`;
    ctx.textBaseline = 'top';
    const text = clip(ctx, title, b - a - 12);
    if (text) ctx.fillText(text, a + 6, 5);
  });
}

function drawGrid(ctx, frame) {
  const { ticks, view, theme, vertical, width, height, length } = frame;
  ctx.font = `12px ${theme.sans}`;
  ctx.textBaseline = vertical ? 'middle' : 'top';
  for (const { day, label } of ticks.minor) {
    const at = Math.round(toPixel(view, day)) + 0.5;
    line(ctx, frame, at, theme.rule);
    ctx.fillStyle = theme.soft;
    if (vertical) ctx.fillText(label, 6, at + 9);
    else ctx.fillText(label, at + 5, height - AXIS + 4);
  }
  ctx.font = `600 12px ${theme.sans}`;
  // The unit above (the year over its months) stays in sight at the beginning until the next one pushes it out.
  ticks.major.forEach(({ day, label }, number) => {
    const next = ticks.major[number + 1];
    const size = vertical ? 30 : ctx.measureText(label).width + 14;
    const at = Math.min(Math.max(toPixel(view, day), 0), (next ? toPixel(view, next.day) : length) - size);
    ctx.fillStyle = theme.ink;
    if (toPixel(view, next?.day ?? Infinity) > 0 && at > -size) {
      if (vertical) wrapNarrow(ctx, label, 6, Math.max(at, 0) + 24, 56);
      else ctx.fillText(label, at + 5, height - AXIS + 21);
    }
  });
  ctx.fillStyle = theme.rule;
  if (vertical) ctx.fillRect(63, 0, 1, height);
  else ctx.fillRect(0, height - AXIS, width, 1);
}

function line(ctx, { vertical, width, height }, at, colour) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(vertical ? 64 : at, vertical ? at : 0);
  ctx.lineTo(vertical ? width : at, vertical ? at : height - AXIS);
  ctx.stroke();
}

function drawLanes(ctx, frame) {
  const { lanes, geo, theme, vertical, width, height } = frame;
  if (lanes.count < 2) return;
  ctx.font = `600 12px ${theme.sans}`;
  ctx.textBaseline = 'top';
  lanes.names.forEach((name, lane) => {
    const at = geo.laneAt(lane);
    ctx.fillStyle = theme.rule;
    if (vertical) ctx.fillRect(at, 0, 1, height);
    else if (lane) ctx.fillRect(0, at, width, 1);
    const text = clip(ctx, name, vertical ? geo.laneDepth - 10 : width / 2);
    const size = ctx.measureText(text).width;
    ctx.fillStyle = theme.paper;
    ctx.fillRect(vertical ? at + 4 : 4, vertical ? 4 : at + 4, size + 8, 18);
    ctx.fillStyle = theme.ink;
    ctx.fillText(text, vertical ? at + 8 : 8, vertical ? 6 : at + 6);
  });
}

function drawRelations(ctx, frame) {
  const { columns, arcs, place, theme, vertical } = frame;
  for (const r of arcs) {
    const { relations, relationKinds } = columns;
    drawArc(ctx, relationKinds[relations[r + 2]], place(relations[r]), place(relations[r + 1]), theme.accent, vertical);
  }
}

function drawNow(ctx, frame) {
  const { view, today, known, theme, length, vertical } = frame;
  for (const [day, colour, dash, text] of [[today, theme.accent, [], frame.words.today], [known, theme.warn, [4, 3], frame.words.known]]) {
    if (day === null) continue;
    const at = Math.round(toPixel(view, day)) + 0.5;
    if (at < 0 || at > length) continue;
    ctx.setLineDash(dash);
    line(ctx, frame, at, colour);
    ctx.setLineDash([]);
    ctx.font = `600 11px ${theme.sans}`;
    ctx.fillStyle = colour;
    ctx.textBaseline = 'top';
    const spot = along(frame, at);
    if (vertical) ctx.fillText(text, frame.width - ctx.measureText(text).width - 6, spot.y + 3);
    else ctx.fillText(text, Math.min(at + 4, length - ctx.measureText(text).width - 4), frame.height - AXIS - 16);
  }
}

function drawCell(ctx, frame, cell, boxes) {
  const { geo, theme, vertical, columns, status, view } = frame;
  const across = geo.stripAt(cell.lane);
  if (cell.items) {
    cell.items.forEach((i, number) => {
      const at = toPixel(view, columns.start[i]);
      const [x, y] = vertical ? [across, at] : [at, across + (number - (cell.items.length - 1) / 2) * 8];
      drawMark(ctx, columns.statuses[status[i]], x, y, 3.5, frame.colour(i), theme.paper);
      boxes.push({ x: x - 9, y: y - 5, w: 18, h: 10, i, px: x, py: y });
    });
    return;
  }
  const text = cell.count > 9999 ? `${Math.round(cell.count / 1000)}k` : String(cell.count);
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

function drawLabel(ctx, frame, label, boxes) {
  const { geo, theme, vertical, columns, status } = frame;
  const { i } = label;
  const across = geo.rowAt(label.lane, label.row);
  const colour = frame.colour(i);
  const state = columns.statuses[status[i]];
  const [x, y] = vertical ? [across, label.at] : [label.at, across];
  drawExtent(ctx, frame, label, across, colour, state);
  const radius = columns.importance[i] >= 5 ? 6 : columns.importance[i] >= 3 ? 4.75 : 3.75;
  const band = columns.shape[i] !== SHAPE.POINT && label.to - label.from > 14;
  if (!band || label.at === label.from) drawMark(ctx, state, x, y, radius, colour, theme.paper);
  if (frame.overdue(i)) {
    ctx.strokeStyle = theme.warn;
    ctx.lineWidth = 1.5;
    ctx.beginPath();
    ctx.arc(x, y, radius + 4, 0, 2 * Math.PI);
    ctx.stroke();
  }
  const { lines, font, width } = frame.text(i);
  ctx.font = font;
  ctx.textBaseline = 'middle';
  ctx.fillStyle = columns.importance[i] >= 3 ? theme.ink : theme.soft;
  const text = label.left ? x - 12 - width : x + 12;
  lines.forEach((words, number) => {
    const spot = y + (vertical ? number * 17 : 0) + 0.5;
    ctx.fillText(words, text, spot);
    if (state === 'cancelled') ctx.fillRect(text, spot, ctx.measureText(words).width, 1);
  });
  const tall = vertical ? 10 + lines.length * 17 : geo.rowDepth;
  boxes.push({ x: label.left ? text - 4 : x - 10, y: y - (vertical ? 12 : geo.rowDepth / 2), w: width + 26, h: tall, i, px: x, py: y });
}

/** The time that an event takes: a bar for a range, a soft band for a vague date, fading where an end is open or rough. */
function drawExtent(ctx, frame, { i, from, to }, across, colour, state) {
  const { columns, vertical, length } = frame;
  const shape = columns.shape[i];
  const [openStart, openEnd] = [shape & SHAPE.OPEN_START, shape & SHAPE.OPEN_END];
  const a = openStart ? to - 70 : from;
  const b = openEnd ? from + 110 : to;
  if (b - a < 3 || b < 0 || a > length) return;
  // A single day is a point, until it is wide enough to have a morning and an evening.
  if ((shape & SHAPE.KIND) === SHAPE.POINT && !(shape & SHAPE.APPROXIMATE) && b - a < 90) return;
  const vague = (shape & SHAPE.KIND) === SHAPE.VAGUE || shape & SHAPE.APPROXIMATE;
  const paint = vertical ? ctx.createLinearGradient(0, a, 0, b) : ctx.createLinearGradient(a, 0, b, 0);
  const strength = vague ? '40' : '90';
  const edge = Math.min(0.35, 24 / (b - a));
  paint.addColorStop(0, colour + (openStart || vague ? '00' : strength));
  paint.addColorStop(edge, colour + strength);
  paint.addColorStop(1 - edge, colour + strength);
  paint.addColorStop(1, colour + (openEnd || vague ? '00' : strength));
  ctx.fillStyle = paint;
  const thick = vague ? 16 : 5;
  const offset = vague || vertical ? -thick / 2 : 6;
  if (vertical) ctx.fillRect(across + offset, a, thick, b - a);
  else ctx.fillRect(a, across + offset, b - a, thick);
  if (state === 'announced' || state === 'scheduled' || state === 'unconfirmed') {
    // Hollow, like the mark: the paper shows through.
    ctx.clearRect(...(vertical ? [across + offset + 1.5, a, thick - 3, b - a] : [a, across + offset + 1.5, b - a, thick - 3]));
  }
}

/** Text that fits a width, with an ellipsis; empty where not even that fits. */
export function clip(ctx, text, width) {
  if (width < 24) return '';
  if (ctx.measureText(text).width <= width) return text;
  let low = 0;
  let high = text.length;
  while (low < high - 1) {
    const middle = (low + high) >> 1;
    if (ctx.measureText(`${text.slice(0, middle)}…`).width <= width) low = middle;
    else high = middle;
  }
  return low > 1 ? `${text.slice(0, low).trimEnd()}…` : '';
}

function wrapNarrow(ctx, text, x, y, width) {
  const words = text.split(' ');
  let row = '';
  for (const word of words) {
    if (row && ctx.measureText(`${row} ${word}`).width > width) {
      ctx.fillText(row, x, y);
      y += 14;
      row = word;
    } else row = row ? `${row} ${word}` : word;
  }
  ctx.fillText(row, x, y);
}
