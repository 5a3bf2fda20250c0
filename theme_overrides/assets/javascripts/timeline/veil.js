// What was not known yet on the day that is shown: from that day's evening on, the paper is faded and hatched.
// Fetched when a day is chosen.

/** @import { Context, Frame } from './types.js' */

import { dayInWords } from './dayinwords.js';
import { toPixel } from './scale.js';
import { say } from './words.js';

const HATCH = 9; // pixels between two lines
const AIR = 6;

/**
 * Where a frame's veil begins, in pixels, or null where there is none. A day is known by its evening.
 * @param {Pick<Frame, 'known' | 'view' | 'length'>} frame
 */
export function veilAt({ known, view, length }) {
  if (known === null) return null;
  const at = toPixel(view, known + 1);
  return at < length ? Math.max(0, at) : null;
}

/**
 * The faded paper, below all that is drawn on it.
 * @param {Context} ctx
 * @param {Frame} frame
 */
export function drawVeil(ctx, frame) {
  const { theme, length, geo, known, view } = frame;
  const from = veilAt(frame);
  if (from === null || known === null) return;
  const [top, bottom] = [geo.top, geo.bottom];
  ctx.fillStyle = theme.veil;
  ctx.fillRect(from, top, length - from, bottom - top);
  ctx.strokeStyle = theme.hatch;
  ctx.lineWidth = 1;
  ctx.beginPath();
  const deep = bottom - top;
  // The lines hang on the day, so that they go with the paper.
  const origin = toPixel(view, known + 1) % HATCH;
  for (let x = Math.floor((from - origin) / HATCH) * HATCH + origin; x < length + deep; x += HATCH) {
    // Each leads from its foot at x - deep up to x, as far as it is on the faded paper.
    const [left, right] = [Math.max(from, x - deep), Math.min(length, x)];
    if (left >= right) continue;
    ctx.moveTo(left, bottom - (left - x + deep));
    ctx.lineTo(right, bottom - (right - x + deep));
  }
  ctx.stroke();
}

/**
 * The words on the line of the eras' names, up to where today's stand.
 * @param {Context} ctx
 * @param {Frame} frame
 */
export function drawVeilWords(ctx, frame) {
  const { theme, length, known, today, view } = frame;
  const from = veilAt(frame);
  if (from === null || known === null) return;
  const now = toPixel(view, today);
  const words = say('stage-unknown', { day: dayInWords(known) });
  ctx.font = `600 11px ${theme.sans}`;
  ctx.textBaseline = 'top';
  const wide = ctx.measureText(words).width + 2 * AIR;
  if (from + wide > (now > from && now < length ? now : length)) return;
  ctx.fillStyle = theme.veil;
  ctx.fillRect(from, 2, wide, 18);
  ctx.fillStyle = theme.warn;
  ctx.fillText(words, from + AIR, 6);
}
