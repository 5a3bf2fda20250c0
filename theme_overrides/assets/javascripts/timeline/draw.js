// Draws one frame on a canvas; all that it needs comes in.

/** @import { Box, Context, Frame } from './types.js' */

import { clip } from './breaking.js';
import { drawCell, drawLabel, drawStem } from './events.js';
import { AXIS } from './layout.js';
import { drawArc } from './paint.js';
import { toPixel } from './scale.js';
import { say } from './words.js';

const LANE_NAME = 220; // pixels that the name of the first lane may take from an era's

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
  drawNow(ctx, frame);
  for (const label of scene.labels) drawStem(ctx, frame, label);
  for (const cell of scene.cells) drawCell(ctx, frame, cell, boxes);
  for (const label of scene.labels) drawLabel(ctx, frame, label, boxes);
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
function drawRelations(ctx, { relations, columns: { relationKinds }, arcs, place, theme, focus }) {
  for (const r of arcs) {
    ctx.globalAlpha = focus === relations[r] || focus === relations[r + 1] ? 1 : 0.6;
    drawArc(ctx, relationKinds[relations[r + 2]], place(relations[r]), place(relations[r + 1]), theme.accent);
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
  const { eras, lanes, view, known, length, theme, height } = frame;
  eras.forEach(([title, from, to], number) => {
    const a = Math.max(0, toPixel(view, from));
    const b = Math.min(length, toPixel(view, Math.min(to ?? Infinity, known ?? Infinity)));
    if (b - a < 2) return;
    ctx.fillStyle = number % 2 ? theme['era-b'] : theme['era-a'];
    ctx.fillRect(a, 0, b - a, height - AXIS);
    ctx.fillStyle = theme.soft;
    ctx.font = `italic 12px ${theme.serif}`;
    ctx.textBaseline = 'top';
    // Above lanes the first lane's name stands first.
    const left = Math.max(a, lanes.count > 1 ? LANE_NAME : 0) + 6;
    const text = clip(ctx, title, b - left - 6);
    if (text) ctx.fillText(text, left, 5);
  });
}

/**
 * Ticks at the foot of each lane, and their labels on the axis.
 * @param {Context} ctx
 * @param {Frame} frame
 */
function drawGrid(ctx, frame) {
  const { ticks, view, theme, height, length, lanes, geo } = frame;
  ctx.textBaseline = 'top';
  ctx.font = `600 12px ${theme.sans}`;
  ctx.fillStyle = theme.ink;
  // The year over its months stays in sight until the next one pushes it out.
  ticks.major.forEach(({ day, label }, number) => {
    const end = toPixel(view, ticks.major[number + 1]?.day ?? Infinity);
    const at = Math.min(Math.max(toPixel(view, day), 0), end - ctx.measureText(label).width - 14);
    if (end > 0) ctx.fillText(label, at + 5, height - AXIS + 21);
  });
  ctx.font = `12px ${theme.sans}`;
  for (const { day, label } of ticks.minor) {
    const at = Math.round(toPixel(view, day)) + 0.5;
    // Beside the marks only: nothing runs through the words.
    for (let lane = 0; lane < lanes.count; lane++) line(ctx, at, geo.tickAt(lane), geo.laneAt(lane + 1), theme.rule);
    ctx.fillStyle = theme.soft;
    if (at < -5 || at + ctx.measureText(label).width + 5 > length) continue;
    ctx.fillText(label, at + 5, height - AXIS + 4);
  }
  ctx.fillStyle = theme.rule;
  ctx.fillRect(0, height - AXIS, length, 1);
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
 * The lanes' borders and names.
 * @param {Context} ctx
 * @param {Frame} frame
 */
function drawLanes(ctx, frame) {
  const { lanes, geo, theme, width, length } = frame;
  if (lanes.count < 2) return;
  ctx.font = `600 12px ${theme.sans}`;
  ctx.textBaseline = 'top';
  lanes.names.forEach((name, lane) => {
    const at = geo.laneAt(lane);
    ctx.fillStyle = theme.rule;
    if (lane) ctx.fillRect(0, at, length, 1);
    const text = clip(ctx, name, width / 2);
    const size = ctx.measureText(text).width;
    ctx.fillStyle = theme.paper;
    ctx.fillRect(4, at + 4, size + 8, 18);
    ctx.fillStyle = theme.ink;
    ctx.fillText(text, 8, at + 6);
  });
}

/**
 * A line for today, and one for the day as known on.
 * @param {Context} ctx
 * @param {Frame} frame
 */
function drawNow(ctx, frame) {
  const { view, today, known, theme, length, height } = frame;
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
    let from = 0;
    for (const [top, bottom] of crossed(frame, at)) {
      line(ctx, at, from, top, colour);
      from = bottom;
    }
    line(ctx, at, from, height - AXIS, colour);
    ctx.setLineDash([]);
    ctx.font = `600 11px ${theme.sans}`;
    ctx.textBaseline = 'top';
    // On the line of the eras' names, which it hides where both would stand.
    const size = ctx.measureText(text).width + 8;
    const left = at + size > length ? at - size : at;
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
