// Dates that have moved: where an event was once expected, and the way from there to where it is.
// Fetched when an event that has moved is opened, and when the story plays.

/** @import { Context, Flight, Frame, Model } from './types.js' */

import { drawHead } from './lines.js';
import { calm } from './motion.js';
import { drawMark } from './paint.js';
import { toPixel } from './scale.js';

const FLIGHT = 900; // milliseconds
const RADIUS = 4.5;
const CHIP = { high: 16, air: 5 }; // pixels, of a date in words
const NEAR = 2 * RADIUS; // pixels beside a ghost

/**
 * Notices, from day to day of a play, which events move to another date.
 * @param {Model} model
 */
export function makeFlights(model) {
  const { columns } = model;
  /** @type {Map<number, number | null>} */
  let stood = new Map();
  /** @type {{ from: number, to: number, since: number }[]} */
  let moving = [];
  return {
    /** @param {boolean} quick while the story plays: what is not played does not move */
    update(quick) {
      const now = new Map([...columns.rows.keys()].map((event) => [event, model.present(event)]));
      // Where motion is unwanted, each picture of the play has the moves of its own.
      if (!quick || calm()) moving = [];
      if (quick) {
        for (const [event, to] of now) {
          const from = stood.get(event) ?? null;
          if (from === null || to === null || !model.drawn[to] || columns.dated?.[from] === 0) continue;
          if (columns.start[from] !== columns.start[to]) moving.push({ from, to, since: performance.now() });
        }
      }
      stood = now;
    },
    /**
     * The flights that go on, and how far each is.
     * @returns {Flight[]}
     */
    all() {
      const time = performance.now();
      const still = calm();
      if (!still) moving = moving.filter(({ since }) => time - since < FLIGHT);
      return moving.map(({ from, to, since }) => ({ from, to, share: still ? 1 : eased((time - since) / FLIGHT) }));
    },
  };
}

/** @param {number} share */
const eased = (share) => 1 - (1 - share) ** 3;

/**
 * The ways from the earlier dates of the chosen event to its mark, below all marks.
 * @param {Context} ctx
 * @param {Frame} frame
 */
export function drawGhostWays(ctx, frame) {
  const { focus, columns, view, place } = frame;
  if (focus === null) return;
  const { x, y } = place(focus);
  for (const row of frame.ghosts) drawWay(ctx, frame, toPixel(view, columns.start[row]), x, y);
}

/**
 * The earlier dates of the chosen event, each in words beside it, on the side where no way begins.
 * @param {Context} ctx
 * @param {Frame} frame
 */
export function drawGhosts(ctx, frame) {
  const { focus, columns, view, length, theme, date, place } = frame;
  if (focus === null) return;
  const { x: end, y } = place(focus);
  /** @type {{ from: number, to: number, level: number }[]} */
  const chips = [];
  for (const row of frame.ghosts) {
    const x = toPixel(view, columns.start[row]);
    if (x < 0 || x > length) continue;
    drawGhost(ctx, frame, x, y);
    ctx.font = `11px ${theme.sans}`;
    const words = date(row);
    const wide = ctx.measureText(words).width + 2 * CHIP.air;
    const before = x - NEAR - wide;
    const beside = before >= 0 && end >= x ? before : x + NEAR;
    // Where the way itself begins, they stand above it.
    let level = beside > x && end > x ? 1 : 0;
    const from = level ? Math.min(x, length - wide) : Math.min(beside, length - wide);
    while (chips.some((one) => one.level === level && one.from < from + wide && one.to > from)) level++;
    chips.push({ from, to: from + wide, level });
    const top = y - CHIP.high / 2 - level * (CHIP.high + 2);
    ctx.fillStyle = theme.raised;
    ctx.fillRect(from, top, wide, CHIP.high);
    ctx.fillStyle = theme.ink;
    ctx.textBaseline = 'middle';
    ctx.fillText(words, from + CHIP.air, top + CHIP.high / 2 + 0.5);
  }
}

/**
 * What moves while the story plays: its ghost where it was, and its mark on the way.
 * @param {Context} ctx
 * @param {Frame} frame
 */
export function drawFlights(ctx, frame) {
  const { flights, columns, view, theme, colour, place } = frame;
  for (const { from, to, share } of flights) {
    const { x: end, y } = place(to);
    const begin = toPixel(view, columns.start[from]);
    const x = begin + (end - begin) * share;
    drawWay(ctx, frame, begin, x, y);
    drawGhost(ctx, frame, begin, y);
    drawMark(ctx, columns.statuses[columns.status[to]], x, y, RADIUS, colour(to), theme.paper);
  }
}

/**
 * A thin arrow from a pixel to another one, as far as both are in view.
 * @param {Context} ctx
 * @param {Frame} frame
 * @param {number} from
 * @param {number} to
 * @param {number} y
 */
function drawWay(ctx, { theme, length }, from, to, y) {
  if (Math.abs(to - from) <= NEAR) return;
  const step = Math.sign(to - from) * RADIUS;
  const [begin, end] = [from + step, to - 2 * step].map((x) => Math.min(Math.max(x, 0), length));
  if (begin === end) return;
  ctx.strokeStyle = theme.accent;
  ctx.fillStyle = theme.accent;
  ctx.lineWidth = 1.25;
  ctx.beginPath();
  ctx.moveTo(begin, y);
  ctx.lineTo(end, y);
  ctx.stroke();
  drawHead(ctx, { x: begin, y }, { x: end, y });
}

/**
 * @param {Context} ctx
 * @param {Frame} frame
 * @param {number} x
 * @param {number} y
 */
function drawGhost(ctx, { theme }, x, y) {
  ctx.strokeStyle = theme.accent;
  ctx.fillStyle = theme.paper;
  ctx.lineWidth = 1.25;
  ctx.setLineDash([2, 2]);
  ctx.beginPath();
  ctx.arc(x, y, RADIUS, 0, 2 * Math.PI);
  ctx.fill();
  ctx.stroke();
  ctx.setLineDash([]);
}
