// Draws the strip below the timeline: bars, eras, landmarks, years, breaks, and the brush.

/** @import { Era, Theme, Tick } from './types.js' */

import { clipName } from './breaking.js';

/** @typedef {import('./axis.js').Axis} Axis */

const FOOT = 15; // pixels for the years
const HEAD = 18; // and for landmarks and the names of eras, above the bars

/**
 * @typedef {object} Strip
 * @property {number} width
 * @property {number} height
 * @property {Axis} axis
 * @property {Uint32Array} counts of what matches
 * @property {Uint32Array} whole of all
 * @property {Tick[]} years
 * @property {Era[]} eras
 * @property {Float64Array} landmarks
 * @property {number} today
 * @property {Theme} theme
 * @property {[from: number, to: number]} window what is in view, in pixels
 * @property {[from: boolean, to: boolean]} open whether the view goes on to what is behind a break
 */

/**
 * Draw the strip; bars by the square root, so that single events stay visible.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Strip} strip
 */
export function drawOverview(ctx, strip) {
  const { width, height, axis, counts, whole, theme, today } = strip;
  const { main } = axis;
  const base = height - FOOT;
  ctx.clearRect(0, 0, width, height);
  drawEras(ctx, strip, base);
  const most = Math.sqrt(whole.reduce((high, count) => Math.max(high, count), 1));
  const step = (main.b - main.a) / counts.length;
  // What a filter leaves out stands behind, faintly.
  for (const [bars, colour] of /** @type {const} */ ([
    [whole, theme.rule],
    [counts, theme.soft],
  ])) {
    ctx.fillStyle = colour;
    bars.forEach((count, bin) => {
      const tall = Math.max(2, (Math.sqrt(count) / most) * (base - HEAD));
      if (count) ctx.fillRect(main.a + bin * step, base - tall, Math.max(1, step - 1), tall);
    });
  }
  drawLandmarks(ctx, strip);
  ctx.fillStyle = theme.soft;
  ctx.fillRect(main.a, base, main.b - main.a, 1);
  ctx.font = `11px ${theme.sans}`;
  ctx.textBaseline = 'bottom';
  let free = 0; // where the next words may begin: a day with its year takes more than an hour
  for (const { day, label } of strip.years) {
    const x = Math.round(axis.toX(day));
    const end = x + 4 + ctx.measureText(label).width;
    if (day < main.from || x < free || end > main.b) continue;
    ctx.fillRect(x, base, 1, 4);
    ctx.fillText(label, x + 4, height);
    free = end + 4;
  }
  ctx.fillStyle = theme.accent;
  if (today > main.from && today < main.to) ctx.fillRect(Math.round(axis.toX(today)), 0, 1, base);
  for (const edge of axis.breaks) if (edge !== null) drawBreak(ctx, edge, base, theme);
  drawBrush(ctx, strip, base);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Strip} strip
 * @param {number} base
 */
function drawEras(ctx, { eras, axis, theme }, base) {
  ctx.font = `italic 11px ${theme.serif}`;
  ctx.textBaseline = 'top';
  eras.forEach(([title, from, to], number) => {
    const [a, b] = [from, to ?? Infinity].map((day) => axis.toX(Math.min(Math.max(day, axis.main.from), axis.main.to)));
    if (b - a < 1) return;
    ctx.fillStyle = number % 2 ? theme['era-b'] : theme['era-a'];
    ctx.fillRect(a, 0, b - a, base);
    ctx.fillStyle = theme.soft;
    const text = clipName(ctx, title, b - a - 8);
    if (text) ctx.fillText(text, a + 4, 5);
  });
}

/**
 * A tick for each landmark; where most are some, they tell nothing.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Strip} strip
 */
function drawLandmarks(ctx, { landmarks, axis, theme }) {
  if (landmarks.length * 12 > axis.main.b - axis.main.a) return;
  ctx.fillStyle = theme.ink;
  for (const day of landmarks)
    if (day >= axis.main.from && day <= axis.main.to) ctx.fillRect(Math.round(axis.toX(day)) - 1, 0, 2, 5);
}

/**
 * The axis is broken here: a zigzag that ends at a pixel.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} end
 * @param {number} base
 * @param {Theme} theme
 */
function drawBreak(ctx, end, base, theme) {
  ctx.strokeStyle = theme.soft;
  ctx.lineWidth = 1;
  for (const shift of [-9.5, -4.5]) {
    ctx.beginPath();
    for (let y = 0, turn = 0; y <= base; y += base / 6, turn++) ctx.lineTo(end + shift + (turn % 2 ? 2.5 : -2.5), y);
    ctx.stroke();
  }
}

/**
 * The brush; where it holds what is behind a break, it is open.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Strip} strip
 * @param {number} base
 */
function drawBrush(ctx, { width, window, open, theme }, base) {
  // However little is in view, it can be seen and taken.
  const middle = (window[0] + window[1]) / 2;
  const half = Math.max(3, (window[1] - window[0]) / 2);
  const [a, b] = [Math.max(0, middle - half), Math.min(width, middle + half)];
  ctx.fillStyle = theme.accent;
  ctx.globalAlpha = 0.09;
  ctx.fillRect(a, 0, b - a, base);
  ctx.globalAlpha = 1;
  ctx.fillRect(a, 0, b - a, 1.5);
  ctx.fillRect(a, base - 1.5, b - a, 1.5);
  ctx.strokeStyle = theme.accent;
  ctx.lineWidth = 1.5;
  for (const [x, dashed] of /** @type {const} */ ([
    [a + 0.75, open[0]],
    [b - 0.75, open[1]],
  ])) {
    ctx.setLineDash(dashed ? [2, 3] : []);
    ctx.beginPath();
    ctx.moveTo(x, 0);
    ctx.lineTo(x, base);
    ctx.stroke();
  }
  ctx.setLineDash([]);
}
