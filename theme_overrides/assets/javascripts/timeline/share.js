// The present view elsewhere.

/** @import { Context, Frame, Lanes, Shared, Stage, Text, Texts } from './types.js' */

import { isoDay } from './address.js';
import { clip } from './breaking.js';
import { draw } from './draw.js';
import { escapeMarkup, svgContext } from './svg.js';
import { say } from './words.js';

const NAMES = 200; // pixels that the names of lanes take in a picture
const AIR = 8;
const ROUNDS = 3; // of asking for what a picture needs: what has come makes room for more

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
async function savePng({ stage, model, texts }) {
  const ratio = Math.max(2, devicePixelRatio);
  const before = roomFor(model.lanes);
  const canvas = document.createElement('canvas');
  canvas.width = (before + stage.width) * ratio;
  canvas.height = stage.height * ratio;
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  ctx.setTransform(ratio, 0, 0, ratio, before * ratio, 0);
  const frame = await wholeFrame(ctx, stage, texts);
  draw(ctx, frame);
  drawNames(ctx, frame, before);
  ctx.globalCompositeOperation = 'destination-over';
  ctx.fillStyle = stage.theme.paper;
  ctx.fillRect(0, 0, stage.width, stage.height);
  canvas.toBlob((blob) => blob && save('timeline.png', blob));
}

/**
 * The stage as a picture of lines.
 * @param {Shared} parts
 */
async function saveSvg({ stage, model, texts }) {
  const before = roomFor(model.lanes);
  const ctx = svgContext(stage.width, stage.height, stage.theme.paper, before);
  const frame = await wholeFrame(ctx, stage, texts);
  draw(ctx, frame);
  drawNames(ctx, frame, before);
  save('timeline.svg', new Blob([ctx.toString()], { type: 'image/svg+xml' }));
}

/**
 * A frame with all that it asks for, but for what cannot be fetched: where the timeline is a story, nothing has been
 * drawn yet.
 * @param {Context} ctx
 * @param {Stage} stage
 * @param {Texts} texts
 */
async function wholeFrame(ctx, stage, texts) {
  let frame = stage.frame(ctx);
  for (let times = 0; times < ROUNDS && (texts.fetching() || stage.fetching()); times++) {
    await Promise.all([texts.asked(), stage.asked()]);
    frame = stage.frame(ctx);
  }
  return frame;
}

/**
 * The pixels that the names of lanes take, which on the page stand beside the drawing.
 * @param {Lanes} lanes
 */
const roomFor = ({ count }) => (count > 1 ? NAMES : 0);

/**
 * The names of lanes, in the room before the drawing.
 * @param {Context} ctx
 * @param {Frame} frame
 * @param {number} before
 */
function drawNames(ctx, { lanes, geo, theme, height }, before) {
  if (!before) return;
  // What begins before the drawing does ends here.
  ctx.fillStyle = theme.paper;
  ctx.fillRect(-before, 0, before, height);
  ctx.font = `600 13px ${theme.sans}`;
  ctx.textBaseline = 'top';
  lanes.names.forEach((name, lane) => {
    const top = Math.round(geo.laneAt(lane));
    ctx.fillStyle = theme.rule;
    ctx.fillRect(-before, lane ? top : top - 1, before, 1);
    ctx.fillStyle = theme.ink;
    ctx.fillText(clip(ctx, name, before - 2 * AIR), AIR - before, top + AIR);
  });
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
