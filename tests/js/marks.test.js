// How an event of each status looks with each kind of date, as an approved picture; `WRITE_GOLDEN=1` approves anew.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { timeline } from './story.js';

const { SHAPE } = await timeline('data.js');
const { drawLabel, drawStem } = await timeline('events.js');
const { measureLabel } = await timeline('breaking.js');
const { svgContext } = await timeline('svg.js');

const GOLDEN = new URL('../golden/timeline/marks.svg', import.meta.url);
const STATUSES = ['occurred', 'ongoing', 'announced', 'scheduled', 'postponed', 'cancelled', 'unconfirmed'];
const SHAPES = Object.entries({
  point: SHAPE.POINT,
  'point, approximate': SHAPE.POINT | SHAPE.APPROXIMATE,
  'point, uncertain': SHAPE.POINT | SHAPE.UNCERTAIN,
  range: SHAPE.RANGE,
  'range, open start': SHAPE.RANGE | SHAPE.OPEN_START,
  'range, open end': SHAPE.RANGE | SHAPE.OPEN_END,
  'range, approximate': SHAPE.RANGE | SHAPE.APPROXIMATE,
  vague: SHAPE.VAGUE,
  'vague, uncertain': SHAPE.VAGUE | SHAPE.UNCERTAIN,
});
const [WIDTH, DEPTH, AT, LONG] = [200, 110, 80, 60]; // of a cell; where its event begins, and how long a range takes

/** One event a cell: a line for each status, a column for each shape. */
function sheet() {
  const ctx = svgContext(SHAPES.length * WIDTH, STATUSES.length * DEPTH, '#ffffff');
  for (const [line, status] of STATUSES.entries()) {
    for (const [column, [name, shape]] of SHAPES.entries()) {
      const look = { font: '13px sans-serif', dateFont: '11px sans-serif', widths: [110, 110], widest: 110, most: 2 };
      const text = measureLabel(ctx, { title: status, date: name }, look);
      const x = column * WIDTH + AT;
      const bar = (shape & SHAPE.KIND) === SHAPE.POINT || shape & (SHAPE.OPEN_START | SHAPE.OPEN_END) ? 0 : LONG;
      const label = { i: 0, lane: line, row: 0, level: 0, block: 0, left: false, stem: true };
      const frame = {
        columns: { statuses: STATUSES, status: [line], shape: [shape], importance: [3] },
        geo: { rowDepth: 50, rowAt: (lane) => lane * DEPTH + 10, stripAt: (lane) => lane * DEPTH + 90 },
        length: SHAPES.length * WIDTH,
        theme: { ink: '#000000', soft: '#666666', paper: '#ffffff', warn: '#cc0000' },
        colour: () => '#225588',
        overdue: () => false,
        text: () => text,
      };
      const placed = { ...label, x, from: x, to: x + 116, start: x, end: x + bar };
      drawStem(ctx, frame, placed);
      drawLabel(ctx, frame, placed, []);
    }
  }
  return `${ctx.toString().replaceAll('><', '>\n<')}\n`;
}

test('each status with each kind of date looks as it was approved', async () => {
  globalThis.document = {
    createElement: () => ({ getContext: () => ({ measureText: (text) => ({ width: 6 * text.length }) }) }),
  };
  const drawn = sheet();
  if (process.env.WRITE_GOLDEN) await writeFile(GOLDEN, drawn);
  assert.equal(drawn, await readFile(GOLDEN, 'utf8'));
});
