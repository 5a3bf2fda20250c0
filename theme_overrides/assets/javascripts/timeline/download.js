// The present view as PNG, SVG and CSV.

import { isoDay } from './address.js';
import { draw } from './draw.js';
import { svgContext } from './svg.js';

/** Save a file under a name. */
function save(name, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** The stage as a picture of dots, on the page's own ground. */
export function savePng(stage) {
  const ratio = Math.max(2, devicePixelRatio || 1);
  const canvas = document.createElement('canvas');
  canvas.width = stage.width * ratio;
  canvas.height = stage.height * ratio;
  const ctx = canvas.getContext('2d');
  ctx.scale(ratio, ratio);
  draw(ctx, stage.frame(ctx));
  ctx.globalCompositeOperation = 'destination-over';
  ctx.fillStyle = stage.theme.paper;
  ctx.fillRect(0, 0, stage.width, stage.height);
  canvas.toBlob((blob) => save('timeline.png', blob));
}

/** The stage as a picture of lines. */
export function saveSvg(stage) {
  const ctx = svgContext(stage.width, stage.height, stage.theme.paper);
  draw(ctx, stage.frame(ctx));
  save('timeline.svg', new Blob([ctx.toString()], { type: 'image/svg+xml' }));
}

/** The events that remain and are in view, as a table. */
export async function saveCsv(stage, model, texts) {
  await texts.whole();
  const { columns } = model;
  const [from, to] = stage.range();
  const lines = [['id', 'title', 'date', 'earliest', 'latest', 'status', 'outlets', 'first_reported']];
  for (let i = 0; i < columns.count; i++) {
    if (!model.mask[i] || columns.end[i] < from || columns.start[i] > to) continue;
    const text = texts.get(i);
    const outlets = columns.facets.outlet;
    const [open, last] = [columns.shape[i] & 16, columns.shape[i] & 32];
    lines.push([
      text.id, text.title, text.date, open ? '' : isoDay(columns.start[i]), last ? '' : isoDay(Math.max(columns.start[i], columns.end[i] - 1)),
      columns.statuses[model.status[i]], outlets.sets[outlets.of[i]].length, isoDay(columns.known[i]),
    ]);
  }
  save('timeline.csv', new Blob([toCsv(lines)], { type: 'text/csv' }));
}

/** Rows as CSV (RFC 4180). What a spreadsheet would take for a formula is defused by an apostrophe. */
export function toCsv(rows) {
  const field = (value) => {
    const text = String(value).replace(/^[=+\-@\t\r]/, "'$&");
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}
