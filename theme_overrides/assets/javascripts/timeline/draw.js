// Draws one frame on a canvas; all that it needs comes in.

/** @import { Box, Context, Frame, Theme } from './types.js' */

import { clipName } from './breaking.js';
import { drawCell, drawLabel, drawStem } from './events.js';
import { toPixel } from './scale.js';
import { say } from './words.js';

const NOW = '600 11px '; // of the words beside the lines of days

/**
 * Draw a frame; returns what a pointer can hit: {x, y, w, h, i} of events and {…, cell} of counts, the topmost last.
 * @param {Context} ctx
 * @param {Frame} frame
 */
export function draw(ctx, frame) {
  const { width, height, theme, scene, place, moved, related, veil } = frame;
  ctx.clearRect(0, 0, width, height);
  const key = related?.keyOf(ctx, frame) ?? [];
  drawEras(
    ctx,
    frame,
    key.reduce((sum, { size }) => sum + size, 0),
  );
  veil?.drawVeil(ctx, frame);
  drawGrid(ctx, frame);
  drawLanes(ctx, frame);
  related?.drawRelations(ctx, frame);
  related?.drawKey(ctx, frame, key);
  /** @type {Box[]} */
  const boxes = [];
  veil?.drawVeilWords(ctx, frame);
  drawNow(ctx, frame);
  moved?.drawGhostWays(ctx, frame);
  for (const label of scene.labels) drawStem(ctx, frame, label);
  for (const cell of scene.cells) drawCell(ctx, frame, cell, boxes);
  for (const label of scene.labels) drawLabel(ctx, frame, label, boxes);
  if (frame.focus !== null) {
    const { x, y } = place(frame.focus);
    ctx.strokeStyle = theme.accent;
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.arc(x, y, 10, 0, 2 * Math.PI);
    ctx.stroke();
  }
  moved?.drawGhosts(ctx, frame);
  moved?.drawFlights(ctx, frame);
  return boxes;
}

/**
 * The eras, with their names where there is room.
 * @param {Context} ctx
 * @param {Frame} frame
 * @param {number} taken pixels at the beginning of the line of the names
 */
function drawEras(ctx, frame, taken) {
  const { eras, view, known, length, theme, geo } = frame;
  const nowAt = nowWords(ctx, frame);
  eras.forEach(([title, from, to], number) => {
    const a = Math.max(0, toPixel(view, from));
    const b = Math.min(length, toPixel(view, Math.min(to ?? Infinity, known === null ? Infinity : known + 1)));
    if (b - a < 2) return;
    ctx.fillStyle = number % 2 ? theme['era-b'] : theme['era-a'];
    ctx.fillRect(a, 0, b - a, geo.bottom);
    ctx.fillStyle = theme.soft;
    ctx.font = `italic 12px ${theme.serif}`;
    ctx.textBaseline = 'top';
    const left = Math.max(a, taken) + 6;
    const now = left < nowAt ? Math.min(b, nowAt) : b;
    const text = clipName(ctx, title, now - left - 6);
    if (text) ctx.fillText(text, left, 5);
  });
}

/**
 * The type of the axis's labels.
 * @param {Theme} theme
 * @param {boolean} bold
 */
export const tickFont = ({ sans }, bold) => `${bold ? '600 ' : ''}12px ${sans}`;

/**
 * Ticks at the foot of each lane, and their labels on the axis: the years stand on its outer side.
 * @param {Context} ctx
 * @param {Frame} frame
 */
function drawGrid(ctx, frame) {
  const { ticks, theme, length, lanes, geo } = frame;
  const [minor, major] = lanes.count > 1 ? [geo.axis + 22, geo.axis + 5] : [geo.axis + 4, geo.axis + 21];
  ctx.textBaseline = 'top';
  ctx.font = tickFont(theme, true);
  ctx.fillStyle = theme.ink;
  for (const { x, words } of ticks.major) ctx.fillText(words, x, major);
  for (const day of ticks.lines) {
    const at = Math.round(day) + 0.5;
    // Beside the marks only: nothing runs through the words.
    for (let lane = 0; lane < lanes.count; lane++) line(ctx, at, geo.tickAt(lane), geo.laneAt(lane + 1), theme.rule);
  }
  ctx.font = tickFont(theme, false);
  ctx.fillStyle = theme.soft;
  for (const { x, words } of ticks.minor) ctx.fillText(words, x, minor);
  ctx.fillStyle = theme.rule;
  ctx.fillRect(0, lanes.count > 1 ? geo.top - 1 : geo.bottom, length, 1);
}

/**
 * @param {Context} ctx
 * @param {number} at
 * @param {number} from
 * @param {number} to
 * @param {string} colour
 */
function line(ctx, at, from, to, colour) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(at, from);
  ctx.lineTo(at, to);
  ctx.stroke();
}

/**
 * The lanes' borders; their names stand beside the drawing.
 * @param {Context} ctx
 * @param {Frame} frame
 */
function drawLanes(ctx, { lanes, geo, theme, length }) {
  ctx.fillStyle = theme.rule;
  for (let lane = 1; lane < lanes.count; lane++) ctx.fillRect(0, Math.round(geo.laneAt(lane)), length, 1);
}

/**
 * Where words of so many pixels beside a line begin: behind it, where they have room there and are not to stand before.
 * @param {number} at
 * @param {number} size
 * @param {number} length
 * @param {boolean} before
 */
const leftOf = (at, size, length, before) => ((before && at >= size) || at + size > length ? at - size : at);

/**
 * The pixel at which the word for today begins, on the line of the eras' names; those of eras end before it.
 * @param {Context} ctx
 * @param {Frame} frame
 */
function nowWords(ctx, { view, today, length, theme }) {
  const at = Math.round(toPixel(view, today)) + 0.5;
  if (at < 0 || at > length) return length;
  ctx.font = NOW + theme.sans;
  return leftOf(at, ctx.measureText(say('stage-today')).width + 8, length, false);
}

/**
 * A line for today, and one for the evening of the day as known on, with its words where the days are known.
 * @param {Context} ctx
 * @param {Frame} frame
 */
function drawNow(ctx, frame) {
  const { view, today, known, theme, length, geo } = frame;
  /** @type {[day: number | null, colour: string, dash: number[], text: string][]} */
  const days = [
    [today, theme.accent, [], say('stage-today')],
    [known === null ? null : known + 1, theme.warn, [4, 3], say('stage-known')],
  ];
  for (const [day, colour, dash, text] of days) {
    if (day === null) continue;
    const at = Math.round(toPixel(view, day)) + 0.5;
    if (at < 0 || at > length) continue;
    ctx.setLineDash(dash);
    // In lanes it leaves the axis's words alone.
    let from = geo.top;
    for (const [top, bottom] of crossed(frame, at)) {
      line(ctx, at, from, top, colour);
      from = bottom;
    }
    line(ctx, at, from, geo.bottom, colour);
    ctx.setLineDash([]);
    ctx.font = NOW + theme.sans;
    ctx.textBaseline = 'top';
    // On the line of the eras' names, which end before it.
    const size = ctx.measureText(text).width + 8;
    const left = leftOf(at, size, length, day !== today);
    ctx.fillStyle = theme.paper;
    ctx.fillRect(left, 3, size, 17);
    ctx.fillStyle = colour;
    ctx.fillText(text, left + 4, 6);
  }
}

/**
 * From where to where an upright line is left out, downwards, so that it strikes no words through.
 * @param {Frame} frame
 * @param {number} at
 */
const crossed = ({ scene, geo }, at) =>
  scene.labels
    .filter(({ from, to }) => from < at && at < to)
    .map(({ lane, row }) => geo.rowAt(lane, row))
    .sort((a, b) => a - b)
    .map((top) => [top, top + geo.rowDepth]);
