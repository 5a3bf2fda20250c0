// Days since 1970 to pixels along the axis, and back. A view is {day, perDay}: the day at pixel 0, pixels a day. Pure.

/** @import { Limits, View } from './types.js' */

export const MAX_PER_DAY = 24 * 120; // an hour is 120 pixels wide at the most

/**
 * @param {View} view
 * @param {number} day
 */
export const toPixel = (view, day) => (day - view.day) * view.perDay;
/**
 * @param {View} view
 * @param {number} pixel
 */
export const toDay = (view, pixel) => view.day + pixel / view.perDay;

/**
 * The view of a span of days, with a margin in pixels.
 * @param {number} from
 * @param {number} to
 * @param {number} length
 * @param {number} [margin]
 * @returns {View}
 */
export function fit(from, to, length, margin = 0) {
  const room = Math.max(1, length - 2 * margin);
  const perDay = Math.min(MAX_PER_DAY, room / Math.max(to - from, 1 / 24));
  const middle = (from + to) / 2;
  return { day: middle - length / 2 / perDay, perDay };
}

/**
 * Zoom by a factor so that the day under a pixel stays there.
 * @param {View} view
 * @param {number} factor
 * @param {number} pixel
 * @param {number} length
 * @param {Limits} limits
 * @returns {View}
 */
export function zoom(view, factor, pixel, length, limits) {
  const widest = length / (3 * Math.max(1, limits.to - limits.from));
  const perDay = Math.min(MAX_PER_DAY, Math.max(widest, view.perDay * factor));
  return clamp({ day: toDay(view, pixel) - pixel / perDay, perDay }, length, limits);
}

/**
 * Move by pixels: a positive number shows later days.
 * @param {View} view
 * @param {number} pixels
 * @param {number} length
 * @param {Limits} limits
 * @returns {View}
 */
export const pan = (view, pixels, length, limits) =>
  clamp({ day: view.day + pixels / view.perDay, perDay: view.perDay }, length, limits);

/**
 * Keep a tenth of the axis within the limits ({from, to} in days), so that nobody gets lost.
 * @param {View} view
 * @param {number} length
 * @param {Limits} limits
 * @returns {View}
 */
export function clamp(view, length, limits) {
  const shown = length / view.perDay;
  const least = limits.from - 0.9 * shown;
  const most = limits.to - 0.1 * shown;
  return { day: Math.min(Math.max(view.day, Math.min(least, most)), Math.max(least, most)), perDay: view.perDay };
}

/**
 * A view between two others; zoom goes by ratio.
 * @param {View} a
 * @param {View} b
 * @param {number} share
 * @param {number} length
 * @returns {View}
 */
export function between(a, b, share, length) {
  const perDay = a.perDay * (b.perDay / a.perDay) ** share;
  const middleA = toDay(a, length / 2);
  const middleB = toDay(b, length / 2);
  // The middle moves with the width of what is shown (Van Wijk and Nuij, 2003, simplified).
  const same = Math.abs(1 / a.perDay - 1 / b.perDay) < 1e-12;
  const way = same ? share : (1 / a.perDay - 1 / perDay) / (1 / a.perDay - 1 / b.perDay);
  return { day: middleA + (middleB - middleA) * way - length / 2 / perDay, perDay };
}
