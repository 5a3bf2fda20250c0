// A drawing context that writes SVG: as much of Canvas 2D as the timeline draws with, and no more.

/** @import { Context } from './types.js' */

/** @typedef {CanvasGradient & { id: string, stops: string, at: number[] }} Gradient */

/** @type {Record<string, string>} */
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** @param {string} text */
export const escapeMarkup = (text) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]);

/** @param {number} value */
const round = (value) => Math.round(value * 100) / 100;

/**
 * A context of a size on a ground, with some room before it; `toString` gives the SVG document.
 * @param {number} width
 * @param {number} height
 * @param {string} ground
 * @param {number} [before]
 * @returns {Context}
 */
export function svgContext(width, height, ground, before = 0) {
  const measure = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  /** @type {string[]} */
  const parts = [];
  /** @type {Gradient[]} */
  const gradients = [];
  let path = '';
  /** @type {Iterable<number>} */
  let dash = [];
  /** @param {Context['fillStyle']} style */
  const paint = (style) =>
    typeof style === 'string' ? escapeMarkup(style) : `url(#${/** @type {Gradient} */ (style).id})`;
  const pen = () => {
    const faint = context.globalAlpha < 1 ? ` stroke-opacity="${context.globalAlpha}"` : '';
    return `stroke="${paint(context.strokeStyle)}" stroke-width="${round(context.lineWidth)}"${faint}`;
  };
  /** @param {Record<string, number>} values */
  const attributes = (values) =>
    Object.entries(values)
      .map(([name, value]) => `${name}="${round(value)}"`)
      .join(' ');
  /**
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   * @param {string} fill
   */
  const box = (x, y, width, height, fill) =>
    parts.push(`<rect ${attributes({ x, y, width, height })} fill="${fill}"/>`);
  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y
   * @param {string} look
   */
  const words = (text, x, y, look) => {
    const baseline = { top: 'hanging', middle: 'central' }[String(context.textBaseline)] ?? 'auto';
    const way = context.direction === 'rtl' ? 'direction="rtl" ' : '';
    const style = `${way}dominant-baseline="${baseline}" ${look} style="font:${escapeMarkup(context.font)}"`;
    parts.push(`<text ${attributes({ x, y })} ${style}>${escapeMarkup(text)}</text>`);
  };
  /** @type {Context} */
  const context = {
    fillStyle: '#000',
    strokeStyle: '#000',
    lineWidth: 1,
    font: '',
    textBaseline: 'alphabetic',
    direction: 'ltr',
    globalAlpha: 1,
    clearRect(x, y, w, h) {
      if (w < width) box(x, y, w, h, ground);
    },
    fillRect: (x, y, w, h) => box(x, y, w, h, paint(context.fillStyle)),
    beginPath() {
      path = '';
    },
    moveTo(x, y) {
      path += `M${round(x)} ${round(y)}`;
    },
    lineTo(x, y) {
      path += `L${round(x)} ${round(y)}`;
    },
    closePath() {
      path += 'Z';
    },
    bezierCurveTo(...at) {
      path += `C${at.map(round).join(' ')}`;
    },
    rect(x, y, w, h) {
      path += `M${round(x)} ${round(y)}h${round(w)}v${round(h)}h${round(-w)}Z`;
    },
    roundRect(x, y, w, _h, r) {
      const half = `a${r} ${r} 0 0 1 0`;
      path += `M${round(x + r)} ${round(y)}h${round(w - 2 * r)}${half} ${2 * r}h${round(2 * r - w)}${half} ${-2 * r}Z`;
    },
    // Every arc of ours is a whole circle.
    arc(x, y, r) {
      path += `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
    },
    setLineDash(value) {
      dash = value;
    },
    fill: () => parts.push(`<path d="${path}" fill="${paint(context.fillStyle)}"/>`),
    stroke() {
      const dashes = [...dash].join(' ');
      parts.push(`<path d="${path}" fill="none" ${pen()}${dashes && ` stroke-dasharray="${dashes}"`}/>`);
    },
    measureText(text) {
      measure.font = context.font;
      return measure.measureText(text);
    },
    fillText: (text, x, y) => words(text, x, y, `fill="${paint(context.fillStyle)}"`),
    strokeText: (text, x, y) => words(text, x, y, `fill="none" ${pen()}`),
    createLinearGradient(...ends) {
      const gradient = {
        id: `g${gradients.length}`,
        stops: '',
        at: ends.map(round),
        /**
         * @param {number} offset
         * @param {string} colour
         */
        addColorStop(offset, colour) {
          const opacity = round(Number.parseInt(colour.slice(7) || 'ff', 16) / 255);
          const stop = `stop-color="${colour.slice(0, 7)}" stop-opacity="${opacity}"`;
          gradient.stops += `<stop offset="${round(offset)}" ${stop}/>`;
        },
      };
      gradients.push(gradient);
      return gradient;
    },
    toString() {
      const defs = gradients.map(({ id, stops, at: [x1, y1, x2, y2] }) => {
        const ends = attributes({ x1, y1, x2, y2 });
        return `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" ${ends}>${stops}</linearGradient>`;
      });
      const whole = before + width;
      const size = `width="${whole}" height="${height}" viewBox="${-before} 0 ${whole} ${height}"`;
      const page = `<rect width="100%" height="100%" fill="${ground}"/>`;
      const content = `<defs>${defs.join('')}</defs>${page}${parts.join('')}`;
      return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${content}</svg>`;
    },
  };
  return context;
}
