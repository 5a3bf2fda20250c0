// The present view elsewhere.

/** @import { Shared, Text } from './types.js' */

import { isoDay } from './address.js';
import { draw } from './draw.js';
import { escapeMarkup, svgContext } from './svg.js';
import { say } from './words.js';

/**
 * Share as link, embed, png, svg, csv or print; gives the words that say what was done.
 * @param {string} what
 * @param {Shared} parts
 */
export async function share(what, parts) {
  if (what === 'print') return print() ?? '';
  const save = { png: savePng, svg: saveSvg, csv: saveCsv }[what];
  if (save) {
    await save(parts);
    return say('shared-file', { format: say(`menu-share-${what}`) });
  }
  const words = what === 'link' ? location.href : frameCode(embedAddress(location.href, parts.embed, parts.scope));
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    // Without leave the reader can still take the words.
    prompt(say('shared-by-hand'), words);
  }
  return say(`copied-${what}`);
}

/**
 * The address of the page for frames.
 * @param {string} page
 * @param {string} embed
 * @param {string} scope
 */
export function embedAddress(page, embed, scope) {
  const found = new URL(embed, page);
  const query = new URL(page).searchParams;
  if (scope) query.set('scope', scope);
  found.search = query.toString();
  return found.href;
}

/**
 * The HTML that shows an address in a frame; a strict policy of the page around it would not have a style.
 * @param {string} address
 */
export function frameCode(address) {
  const title = escapeMarkup(say('shared-frame'));
  const look = 'width="100%" height="560" frameborder="0"';
  return `<iframe src="${escapeMarkup(address)}" ${look} title="${title}" loading="lazy"></iframe>`;
}

/**
 * Save a file under a name.
 * @param {string} name
 * @param {Blob} blob
 */
function save(name, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/**
 * The stage as a picture of dots, on the page's own ground.
 * @param {Shared} parts
 */
function savePng({ stage }) {
  const ratio = Math.max(2, devicePixelRatio);
  const canvas = document.createElement('canvas');
  canvas.width = stage.width * ratio;
  canvas.height = stage.height * ratio;
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  ctx.scale(ratio, ratio);
  draw(ctx, stage.frame(ctx));
  ctx.globalCompositeOperation = 'destination-over';
  ctx.fillStyle = stage.theme.paper;
  ctx.fillRect(0, 0, stage.width, stage.height);
  canvas.toBlob((blob) => blob && save('timeline.png', blob));
}

/**
 * The stage as a picture of lines.
 * @param {Shared} parts
 */
function saveSvg({ stage }) {
  const ctx = svgContext(stage.width, stage.height, stage.theme.paper);
  draw(ctx, stage.frame(ctx));
  save('timeline.svg', new Blob([ctx.toString()], { type: 'image/svg+xml' }));
}

/**
 * The events that remain and are in view, as a table.
 * @param {Shared} parts
 */
async function saveCsv({ stage, model, texts }) {
  await texts.whole();
  const { columns } = model;
  const [from, to] = stage.range();
  /** @type {(string | number | null)[][]} */
  const lines = [['id', 'title', 'date', 'earliest', 'latest', 'status', 'origins', 'known_from']];
  for (let i = 0; i < columns.count; i++) {
    if (!model.mask[i] || columns.end[i] < from || columns.start[i] > to) continue;
    const text = /** @type {Text} */ (texts.get(i)); // all of them are there now
    const [open, last] = [columns.shape[i] & 16, columns.shape[i] & 32];
    lines.push([
      text.id,
      text.title,
      text.date,
      open ? '' : isoDay(columns.start[i]),
      last ? '' : isoDay(Math.max(columns.start[i], columns.end[i] - 1)),
      columns.statuses[columns.status[i]],
      model.tells(i, text).all ? text.origins : '',
      isoDay(columns.known[i]),
    ]);
  }
  save('timeline.csv', new Blob([toCsv(lines)], { type: 'text/csv' }));
}

/**
 * Rows as CSV (RFC 4180). What a spreadsheet would take for a formula is defused by an apostrophe.
 * @param {(string | number | null)[][]} rows
 */
export function toCsv(rows) {
  /** @param {string | number | null} value */
  const field = (value) => {
    const text = String(value).replace(/^[=+\-@\t\r]/, "'$&");
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}
