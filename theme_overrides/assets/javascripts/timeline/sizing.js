// How a timeline stands at a size: as a drawing, or, where that has no room, as a story. Pure.

import { BAND, deepest } from './geometry.js';

const PHONE = 560; // pixels of width below which there is no room for a drawing
const SHARE = 0.62; // of the screen's height that a drawing takes
const LEAST = 360; // pixels
const LOW = 260; // of a few events
const MOST = 680;
const LANE = { least: 64, most: 120 }; // pixels
const SMALL = 150; // pixels, of a drawing in a frame

/** Whether there is room for a story only. */
export const isNarrow = (/** @type {number} */ width) => width < PHONE;

/**
 * The height of the drawing, in pixels.
 * @param {object} place
 * @param {number} place.screen the screen's height
 * @param {number | null} place.around of a frame, how much of it is taken by what stands around the drawing
 * @param {number} place.lanes
 * @param {number} [place.few] how many events there are at all, where they are few
 */
export function heightOf({ screen, around, lanes, few }) {
  if (around !== null) return Math.max(SMALL, screen - around);
  const room = Math.min(MOST, Math.max(LEAST, screen * SHARE));
  if (lanes < 2) return Math.round(few ? Math.min(room, Math.max(LOW, deepest(few))) : room);
  const lane = Math.min(LANE.most, Math.max(LANE.least, (room - BAND) / lanes));
  return Math.round(BAND + lane * lanes);
}
