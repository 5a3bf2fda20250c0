// A drawing context that writes SVG: as much of Canvas 2D as the timeline draws with, and no more.

export const escape = (text) =>
  String(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);
const round = (value) => Math.round(value * 100) / 100;

/** A context of a size on a ground; `toString` gives the SVG document. */
export function svgContext(width, height, ground) {
  const measure = document.createElement('canvas').getContext('2d');
  const parts = [];
  const gradients = [];
  let path = '';
  let dash = [];
  const paint = (style) => (typeof style === 'string' ? escape(style) : `url(#${style.id})`);
  const pen = () => `stroke="${paint(context.strokeStyle)}" stroke-width="${context.lineWidth}"`;
  const box = (x, y, w, h, fill) =>
    parts.push(`<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" fill="${fill}"/>`);
  const words = (text, x, y, look) => {
    const baseline = { top: 'hanging', middle: 'central' }[context.textBaseline] ?? 'auto';
    parts.push(
      `<text x="${round(x)}" y="${round(y)}" dominant-baseline="${baseline}" ${look} style="font:${escape(context.font)}">${escape(text)}</text>`,
    );
  };
  const context = {
    fillStyle: '#000',
    strokeStyle: '#000',
    lineWidth: 1,
    font: '',
    textBaseline: 'alphabetic',
    globalAlpha: 1,
    clearRect(x, y, w, h) {
      if (w < width) box(x, y, w, h, ground);
    },
    fillRect: (x, y, w, h) => box(x, y, w, h, paint(context.fillStyle)),
    beginPath: () => (path = ''),
    moveTo: (x, y) => (path += `M${round(x)} ${round(y)}`),
    lineTo: (x, y) => (path += `L${round(x)} ${round(y)}`),
    closePath: () => (path += 'Z'),
    bezierCurveTo: (...at) => (path += `C${at.map(round).join(' ')}`),
    rect: (x, y, w, h) => (path += `M${round(x)} ${round(y)}h${round(w)}v${round(h)}h${round(-w)}Z`),
    roundRect: (x, y, w, h, r) =>
      (path += `M${round(x + r)} ${round(y)}h${round(w - 2 * r)}a${r} ${r} 0 0 1 0 ${2 * r}h${round(2 * r - w)}a${r} ${r} 0 0 1 0 ${-2 * r}Z`),
    // Every arc of ours is a whole circle.
    arc: (x, y, r) => (path += `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`),
    setLineDash: (value) => (dash = value),
    fill: () => parts.push(`<path d="${path}" fill="${paint(context.fillStyle)}"/>`),
    stroke: () =>
      parts.push(
        `<path d="${path}" fill="none" ${pen()}${dash.length ? ` stroke-dasharray="${dash.join(' ')}"` : ''}/>`,
      ),
    measureText(text) {
      measure.font = context.font;
      return measure.measureText(text);
    },
    fillText: (...at) => words(...at, `fill="${paint(context.fillStyle)}"`),
    strokeText: (...at) => words(...at, `fill="none" ${pen()}`),
    createLinearGradient(x1, y1, x2, y2) {
      const gradient = { id: `g${gradients.length}`, stops: '', at: [x1, y1, x2, y2].map(round) };
      gradient.addColorStop = (offset, colour) => {
        gradient.stops += `<stop offset="${round(offset)}" stop-color="${colour.slice(0, 7)}" stop-opacity="${round(parseInt(colour.slice(7) || 'ff', 16) / 255)}"/>`;
      };
      gradients.push(gradient);
      return gradient;
    },
    toString() {
      const defs = gradients.map(
        ({ id, stops, at }) =>
          `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${at[0]}" y1="${at[1]}" x2="${at[2]}" y2="${at[3]}">${stops}</linearGradient>`,
      );
      return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${defs.join('')}</defs><rect width="100%" height="100%" fill="${ground}"/>${parts.join('')}</svg>`;
    },
  };
  return context;
}
