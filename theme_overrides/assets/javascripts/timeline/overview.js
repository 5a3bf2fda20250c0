// The strip below the timeline: a histogram, and a brush for what is shown.

/** @import { Columns, Model, Span, Theme, View } from './types.js' */

import { el } from './dom.js';
import { fit, toDay, toPixel } from './scale.js';

/**
 * The strip; `act` has range(), set(from, to) and domain(), in days, and theme().
 * @param {Model} model
 * @param {{ range(): Span, set(from: number, to: number): void, domain(): Span, theme(): Theme }} act
 */
export function makeOverview(model, act) {
  const element = el('canvas', { class: 'dl-overview', 'aria-hidden': 'true' });
  const ctx = /** @type {CanvasRenderingContext2D} */ (element.getContext('2d'));
  let width = 0;
  let height = 0;
  let counted = { key: '', counts: new Uint32Array() };
  const scale = () => fit(...act.domain(), width);

  /**
   * Counted only when the events or the domain have changed.
   * @param {number} from
   * @param {number} to
   */
  function counts(from, to) {
    const bins = Math.max(20, Math.floor(width / 5));
    const key = [model.version, from, to, bins].join();
    if (key !== counted.key) counted = { key, counts: histogram(model.columns, model.drawn, from, to, bins) };
    return counted.counts;
  }

  listenOverview(element, { get: act.range, set: act.set, scale });
  return {
    element,
    /** Take the page's size; whether it has changed. */
    resize() {
      const ratio = devicePixelRatio;
      if (width === element.clientWidth && element.width === Math.round(width * ratio)) return false;
      [width, height] = [element.clientWidth, element.clientHeight];
      element.width = Math.round(width * ratio);
      element.height = Math.round(height * ratio);
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      return true;
    },
    draw() {
      if (!width) return;
      const shown = scale();
      drawOverview(ctx, {
        width,
        height,
        theme: act.theme(),
        today: toPixel(shown, model.columns.today),
        counts: counts(...act.domain()),
        window: act.range().map((day) => toPixel(shown, day)),
      });
    },
  };
}

/**
 * Counts of masked events in equal bins. Pure.
 * @param {Columns} columns
 * @param {Uint8Array} mask
 * @param {number} from
 * @param {number} to
 * @param {number} bins
 */
export function histogram(columns, mask, from, to, bins) {
  const counts = new Uint32Array(bins);
  const size = (to - from) / bins;
  for (let i = 0; i < columns.count; i++) {
    if (!mask[i]) continue;
    const bin = Math.floor((columns.start[i] - from) / size);
    if (bin >= 0 && bin < bins) counts[bin]++;
  }
  return counts;
}

/**
 * @typedef {object} Strip
 * @property {number} width
 * @property {number} height
 * @property {Uint32Array} counts
 * @property {number[]} window what is in view, in pixels
 * @property {Theme} theme
 * @property {number} today in pixels
 */

/**
 * Draw the strip; bars by the square root, so that single events stay visible.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Strip} strip
 */
function drawOverview(ctx, { width, height, counts, window, theme, today }) {
  ctx.clearRect(0, 0, width, height);
  const most = Math.sqrt(Math.max(1, ...counts));
  const step = width / counts.length;
  ctx.fillStyle = theme.soft;
  counts.forEach((count, bin) => {
    const tall = (Math.sqrt(count) / most) * (height - 8);
    if (count) ctx.fillRect(bin * step, height - tall - 1, Math.max(1, step - 1), tall);
  });
  ctx.fillStyle = theme.rule;
  ctx.fillRect(0, height - 1, width, 1);
  ctx.fillStyle = theme.accent;
  if (today > 0 && today < width) ctx.fillRect(Math.round(today), 0, 1, height);
  const [a, b] = [Math.max(0, window[0]), Math.min(width, Math.max(window[1], window[0] + 6))];
  ctx.globalAlpha = 0.16;
  ctx.fillRect(a, 0, b - a, height);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = theme.accent;
  ctx.lineWidth = 1.5;
  ctx.strokeRect(a + 0.75, 0.75, b - a - 1.5, height - 1.5);
}

/**
 * Drag the brush to move, an edge to widen, beside it to choose anew.
 * @param {HTMLCanvasElement} element
 * @param {{ get(): Span, set(from: number, to: number): void, scale(): View }} act
 */
function listenOverview(element, act) {
  /** @type {{ part: string, day: number, from: number, to: number } | null} */
  let hold = null;
  /** @param {PointerEvent} event */
  const dayAt = (event) => toDay(act.scale(), event.clientX - element.getBoundingClientRect().left);
  element.addEventListener('pointerdown', (event) => {
    element.setPointerCapture(event.pointerId);
    const [from, to] = act.get();
    const day = dayAt(event);
    const edge = 8 / act.scale().perDay;
    const part =
      Math.abs(day - from) < edge ? 'from' : Math.abs(day - to) < edge ? 'to' : day > from && day < to ? 'all' : 'new';
    hold = { part, day, from, to };
  });
  element.addEventListener('pointermove', (event) => {
    if (!hold) return;
    const day = dayAt(event);
    if (hold.part === 'all') act.set(hold.from + day - hold.day, hold.to + day - hold.day);
    else if (hold.part === 'from') act.set(Math.min(day, hold.to - 1), hold.to);
    else if (hold.part === 'to') act.set(hold.from, Math.max(day, hold.from + 1));
    else if (Math.abs(day - hold.day) * act.scale().perDay > 4)
      act.set(Math.min(day, hold.day), Math.max(day, hold.day));
  });
  element.addEventListener('pointerup', (event) => {
    // A click beside the brush brings it there.
    if (hold?.part === 'new' && Math.abs(dayAt(event) - hold.day) * act.scale().perDay <= 4) {
      act.set(hold.day - (hold.to - hold.from) / 2, hold.day + (hold.to - hold.from) / 2);
    }
    hold = null;
  });
  element.addEventListener('pointercancel', () => (hold = null));
}
