// Draws one frame on a canvas. All that it needs comes in; it returns the boxes that a pointer can hit.

import { drawCell, drawLabel } from './events.js';
import { drawEras, drawGrid, drawLanes, drawNow } from './ground.js';
import { drawArc } from './marks.js';

/** Draw a frame; returns boxes {x, y, w, h, i} of events and {…, cell} of counts, the last drawn on top. */
export function draw(ctx, frame) {
  const { width, height, theme, scene, place } = frame;
  ctx.clearRect(0, 0, width, height);
  drawEras(ctx, frame);
  drawGrid(ctx, frame);
  drawLanes(ctx, frame);
  drawRelations(ctx, frame);
  const boxes = [];
  for (const cell of scene.cells) drawCell(ctx, frame, cell, boxes);
  for (const label of scene.labels) drawLabel(ctx, frame, label, boxes);
  drawNow(ctx, frame);
  if (frame.focus !== null) {
    const { x, y } = place(frame.focus);
    ctx.strokeStyle = theme.accent;
    ctx.lineWidth = 2.5;
    ctx.beginPath();
    ctx.arc(x, y, 11, 0, 2 * Math.PI);
    ctx.stroke();
  }
  return boxes;
}

function drawRelations(ctx, frame) {
  const { columns, arcs, place, theme, vertical } = frame;
  for (const r of arcs) {
    const { relations, relationKinds } = columns;
    drawArc(ctx, relationKinds[relations[r + 2]], place(relations[r]), place(relations[r + 1]), theme.accent, vertical);
  }
}
