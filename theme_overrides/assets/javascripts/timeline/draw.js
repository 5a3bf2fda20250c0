// Draws one frame on a canvas; all that it needs comes in.

import { drawCell, drawLabel } from './events.js';
import { AXIS } from './layout.js';
import { clip, drawArc, stack } from './paint.js';
import { toPixel } from './scale.js';

/** Draw a frame; returns what a pointer can hit: {x, y, w, h, i} of events and {…, cell} of counts, the topmost last. */
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

function drawRelations(ctx, { columns: { relations, relationKinds }, arcs, place, theme, vertical }) {
  for (const r of arcs) {
    drawArc(ctx, relationKinds[relations[r + 2]], place(relations[r]), place(relations[r + 1]), theme.accent, vertical);
  }
}

/** The eras, with their names where there is room. */
function drawEras(ctx, frame) {
  const { eras, view, length, theme, vertical, rect, width, height } = frame;
  eras.forEach(([title, from, to], number) => {
    const a = Math.max(0, toPixel(view, from));
    const b = Math.min(length, to === null ? length : toPixel(view, to));
    if (b - a < 2) return;
    ctx.fillStyle = number % 2 ? theme.eraB : theme.eraA;
    ctx.fillRect(...rect(a, vertical ? 64 : 0, b - a, vertical ? width : height - AXIS));
    // On a phone the width belongs to the events.
    if (vertical) return;
    ctx.fillStyle = theme.soft;
    ctx.font = `italic 12px ${theme.serif}`;
    ctx.textBaseline = 'top';
    const text = clip(ctx, title, b - a - 12);
    if (text) ctx.fillText(text, a + 6, 5);
  });
}

/** Ticks over the lanes, and their labels on the axis. */
function drawGrid(ctx, frame) {
  const { ticks, view, theme, vertical, rect, height, length } = frame;
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
  // The year over its months stays in sight until the next one pushes it out.
  ticks.major.forEach(({ day, label }, number) => {
    const next = ticks.major[number + 1];
    const size = vertical ? 30 : ctx.measureText(label).width + 14;
    const at = Math.min(Math.max(toPixel(view, day), 0), (next ? toPixel(view, next.day) : length) - size);
    ctx.fillStyle = theme.ink;
    if (toPixel(view, next?.day ?? Infinity) > 0 && at > -size) {
      if (vertical) stack(ctx, label, 6, Math.max(at, 0) + 24, 56);
      else ctx.fillText(label, at + 5, height - AXIS + 21);
    }
  });
  ctx.fillStyle = theme.rule;
  ctx.fillRect(...rect(0, vertical ? 63 : height - AXIS, length, 1));
}

function line(ctx, { vertical, width, height }, at, colour) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(vertical ? 64 : at, vertical ? at : 0);
  ctx.lineTo(vertical ? width : at, vertical ? at : height - AXIS);
  ctx.stroke();
}

/** The lanes' borders and names. */
function drawLanes(ctx, frame) {
  const { lanes, geo, theme, vertical, rect, width, length } = frame;
  if (lanes.count < 2) return;
  ctx.font = `600 12px ${theme.sans}`;
  ctx.textBaseline = 'top';
  lanes.names.forEach((name, lane) => {
    const at = geo.laneAt(lane);
    ctx.fillStyle = theme.rule;
    if (vertical || lane) ctx.fillRect(...rect(0, at, length, 1));
    const text = clip(ctx, name, vertical ? geo.laneDepth - 10 : width / 2);
    const size = ctx.measureText(text).width;
    ctx.fillStyle = theme.paper;
    ctx.fillRect(vertical ? at + 4 : 4, vertical ? 4 : at + 4, size + 8, 18);
    ctx.fillStyle = theme.ink;
    ctx.fillText(text, vertical ? at + 8 : 8, vertical ? 6 : at + 6);
  });
}

/** A line for today, and one for the day as known on. */
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
    if (vertical) ctx.fillText(text, frame.width - ctx.measureText(text).width - 6, at + 3);
    else ctx.fillText(text, Math.min(at + 4, length - ctx.measureText(text).width - 4), frame.height - AXIS - 16);
  }
}
