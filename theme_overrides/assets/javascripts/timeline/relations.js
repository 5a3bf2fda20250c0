// Draws relations, and the key of their lines. Fetched when there are any to draw.

/** @import { Context, Frame, KeyEntry } from './types.js' */

import { drawRelation } from './lines.js';
import { say } from './words.js';

export { routes, thin } from './routes.js';

const KEY = { high: 22, line: 44, air: 8 }; // pixels

/**
 * The lines of the relations that are drawn.
 * @param {Context} ctx
 * @param {Frame} frame
 */
export function drawRelations(ctx, { routes, theme, focus }) {
  const own = routes.filter(({ from, to }) => focus === from || focus === to);
  // Beside those of the event in focus the others step back, and below them.
  ctx.globalAlpha = own.length ? 0.45 : 0.85;
  for (const route of routes) if (!own.includes(route)) drawRelation(ctx, route.kind, route.parts, theme, false);
  ctx.globalAlpha = 1;
  for (const { kind, parts } of own) drawRelation(ctx, kind, parts, theme, true);
}

/**
 * Which line is which relation, and how many are left out: words, and the pixels that each entry takes.
 * @param {Context} ctx
 * @param {Frame} frame
 * @returns {KeyEntry[]}
 */
export function keyOf(ctx, { routes, omitted, columns: { relationKinds, relationWords }, theme }) {
  const drawn = new Set(routes.map(({ kind }) => kind));
  ctx.font = `12px ${theme.sans}`;
  const entries = relationKinds
    .map((kind, number) => {
      const [words] = relationWords[number];
      return { kind, words, size: ctx.measureText(words).width + KEY.line + KEY.air };
    })
    .filter(({ kind }) => drawn.has(kind));
  if (!omitted) return entries;
  const words = say('stage-relations', { shown: routes.length, omitted });
  return [...entries, { kind: null, words, size: ctx.measureText(words).width + 2 * KEY.air }];
}

/**
 * At the beginning: today, which has its words on the same line, is rather at the end.
 * @param {Context} ctx
 * @param {Frame} frame
 * @param {KeyEntry[]} entries
 */
export function drawKey(ctx, { theme }, entries) {
  const y = KEY.high / 2;
  ctx.font = `12px ${theme.sans}`;
  ctx.textBaseline = 'middle';
  let x = 0;
  for (const { kind, words, size } of entries) {
    ctx.fillStyle = theme.raised;
    ctx.fillRect(x, 0, size, KEY.high);
    const ends = [KEY.line - KEY.air, KEY.air].map((at) => ({ x: x + at, y }));
    if (kind !== null) drawRelation(ctx, kind, [ends], theme, false);
    ctx.fillStyle = theme.ink;
    ctx.fillText(words, x + (kind === null ? KEY.air : KEY.line), y + 1);
    x += size;
  }
}
