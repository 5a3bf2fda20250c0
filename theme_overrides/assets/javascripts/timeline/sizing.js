// How a timeline stands at a size: as a drawing, or, where that has no room, as a story. Pure.

import { AXIS } from './layout.js';

const PHONE = 560; // pixels of width below which there is no room for a drawing
const SHARE = 0.62; // of the screen's height that a drawing takes
const LEAST = 360; // pixels
const MOST = 680;
const LANE = { least: 60, most: 120 }; // pixels
const FRAME = 200; // pixels of a frame that go to what stands around the drawing

/** Whether there is room for a story only. */
export const isNarrow = (/** @type {number} */ width) => width < PHONE;

/**
 * The height of the drawing, in pixels.
 * @param {{ screen: number, mode: string, lanes: number }} place the screen's height, and the number of lanes
 */
export function heightOf({ screen, mode, lanes }) {
  if (mode === 'embed') return Math.max(LEAST / 2, screen - FRAME);
  const room = Math.min(MOST, Math.max(LEAST, screen * SHARE));
  if (lanes < 2) return Math.round(room);
  const lane = Math.min(LANE.most, Math.max(LANE.least, (room - AXIS) / lanes));
  return Math.round(AXIS + lane * lanes);
}
