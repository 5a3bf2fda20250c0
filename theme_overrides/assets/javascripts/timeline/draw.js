// Draws one frame on a canvas; all that it needs comes in.

/** @import { Box, Context, Frame } from './types.js' */

import { drawCell, drawLabel } from './events.js';
import { AXIS } from './layout.js';
import { clip, drawArc, lines } from './paint.js';
import { toPixel } from './scale.js';
import { say } from './words.js';

/**
 * Draw a frame; returns what a pointer can hit: {x, y, w, h, i} of events and {…, cell} of counts, the topmost last.
 * @param {Context} ctx
 * @param {Frame} frame
 */
export function draw(ctx, frame) {
  const { width, height, theme, scene, place } = frame;
  ctx.clearRect(0, 0, width, height);
  drawEras(ctx, frame);
  drawGrid(ctx, frame);
  drawLanes(ctx, frame);
  drawRelations(ctx, frame);
  /** @type {Box[]} */
  const boxes = [];
  for (const cell of scene.cells) drawCell(ctx, frame, cell, boxes);
  for (const label of scene.labels) drawLabel(ctx, frame, label, boxes);
  drawNow(ctx, frame);
  drawLegend(ctx, frame);
  if (frame.focus !== null) {
    const { x, y } = place(frame.focus);
    ctx.strokeStyle = theme.accent;
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.arc(x, y, 10, 0, 2 * Math.PI);
    ctx.stroke();
  }
  return boxes;
}

/**
 * @param {Context} ctx
 * @param {Frame} frame
 */
function drawRelations(ctx, { relations, columns: { relationKinds }, arcs, place, theme, vertical, focus }) {
  for (const r of arcs) {
    ctx.globalAlpha = focus === relations[r] || focus === relations[r + 1] ? 1 : 0.6;
    drawArc(ctx, relationKinds[relations[r + 2]], place(relations[r]), place(relations[r + 1]), theme.accent, vertical);
  }
  ctx.globalAlpha = 1;
}

/**
 * Which line is which relation.
 * @param {Context} ctx
 * @param {Frame} frame
 */
function drawLegend(ctx, { relations, columns: { relationKinds, relationWords }, arcs, theme, width }) {
  ctx.font = `12px ${theme.sans}`;
  ctx.textBaseline = 'middle';
  let x = width;
  for (const kind of new Set(arcs.map((r) => relations[r + 2]))) {
    const [word] = relationWords[kind];
    const size = ctx.measureText(word).width + 50;
    x -= size;
    ctx.fillStyle = theme.raised;
    ctx.fillRect(x, 0, size, 22);
    drawArc(ctx, relationKinds[kind], { x: x + 6, y: 18 }, { x: x + 34, y: 18 }, theme.accent);
    ctx.fillText(word, x + 42, 12);
  }
}

/**
 * The eras, with their names where there is room.
 * @param {Context} ctx
 * @param {Frame} frame
 */
function drawEras(ctx, frame) {
  const { eras, lanes, view, known, length, theme, vertical, rect, width, height } = frame;
  eras.forEach(([title, from, to], number) => {
    const a = Math.max(0, toPixel(view, from));
    const b = Math.min(length, toPixel(view, Math.min(to ?? Infinity, known ?? Infinity)));
    if (b - a < 2) return;
    ctx.fillStyle = number % 2 ? theme['era-b'] : theme['era-a'];
    ctx.fillRect(...rect(a, vertical ? 64 : 0, b - a, vertical ? width : height - AXIS));
    // On a phone the width belongs to the events.
    if (vertical) return;
    ctx.fillStyle = theme.soft;
    ctx.font = `italic 12px ${theme.serif}`;
    ctx.textBaseline = 'top';
    // Above lanes the first lane's name stands first.
    const left = Math.max(a, lanes.count > 1 ? 220 : 0) + 6;
    const text = clip(ctx, title, b - left - 6);
    if (text) ctx.fillText(text, left, 5);
  });
}

/**
 * Ticks over the lanes, and their labels on the axis.
 * @param {Context} ctx
 * @param {Frame} frame
 */
function drawGrid(ctx, frame) {
  const { ticks, view, theme, vertical, rect, height, length } = frame;
  ctx.textBaseline = 'top';
  ctx.font = `600 ${vertical ? 11 : 12}px ${theme.sans}`;
  ctx.fillStyle = theme.ink;
  // The year over its months stays in sight until the next one pushes it out.
  const majors = ticks.major.map(({ day, label }, number) => {
    const rows = vertical ? lines(ctx, label, 56) : [label];
    const size = vertical ? 14 * rows.length + 6 : ctx.measureText(label).width + 14;
    const end = toPixel(view, ticks.major[number + 1]?.day ?? Infinity);
    const at = Math.min(Math.max(toPixel(view, day), 0), end - size);
    if (end > 0) {
      for (const [row, words] of rows.entries()) {
        if (vertical) ctx.fillText(words, 0, at + 5 + 14 * row);
        else ctx.fillText(words, at + 5, height - AXIS + 21);
      }
    }
    return [at, at + size];
  });
  ctx.font = `12px ${theme.sans}`;
  for (const { day, label } of ticks.minor) {
    const at = Math.round(toPixel(view, day)) + 0.5;
    line(ctx, frame, at, theme.rule);
    ctx.fillStyle = theme.soft;
    const end = at + (vertical ? 17 : ctx.measureText(label).width + 5);
    if (at < -5 || end > length || (vertical && majors.some(([a, b]) => at < b && end > a))) continue;
    if (vertical) ctx.fillText(label, 0, at + 5);
    else ctx.fillText(label, at + 5, height - AXIS + 4);
  }
  ctx.fillStyle = theme.rule;
  ctx.fillRect(...rect(0, vertical ? 63 : height - AXIS, length, 1));
}

/**
 * @param {Context} ctx
 * @param {Frame} frame
 * @param {number} at
 * @param {string} colour
 */
function line(ctx, { vertical, width, height }, at, colour) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(vertical ? 64 : at, vertical ? at : 0);
  ctx.lineTo(vertical ? width : at, vertical ? at : height - AXIS);
  ctx.stroke();
}

/**
 * The lanes' borders and names.
 * @param {Context} ctx
 * @param {Frame} frame
 */
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

/**
 * A line for today, and one for the day as known on.
 * @param {Context} ctx
 * @param {Frame} frame
 */
function drawNow(ctx, frame) {
  const { view, today, known, theme, length, vertical } = frame;
  /** @type {[day: number | null, colour: string, dash: number[], text: string][]} */
  const days = [
    [today, theme.accent, [], say('stage-today')],
    [known, theme.warn, [4, 3], say('stage-known')],
  ];
  for (const [day, colour, dash, text] of days) {
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
