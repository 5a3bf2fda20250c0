import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ONE_LANE, story, timeline } from './story.js';

const { drawCell, drawLabel } = await timeline('events.js');
const { geometry } = await timeline('layout.js');

/** A context that notes what is drawn, as lists of a name and its arguments; every letter is six pixels wide. */
function paper() {
  const drawn = [];
  const own = { measureText: (text) => ({ width: 6 * text.length }), drawn };
  const note =
    (name) =>
    (...given) => {
      drawn.push([name, ...given]);
      return { addColorStop: note('addColorStop') };
    };
  return new Proxy(own, { get: (_, name) => own[name] ?? note(name) });
}

function frame(change = {}) {
  const columns = story();
  return {
    columns,
    geo: geometry({ depth: 400, lanes: ONE_LANE, vertical: false }),
    view: { day: 0, perDay: 5 },
    length: 800,
    vertical: false,
    theme: { ink: '#000000', soft: '#666666', paper: '#ffffff', raised: '#eeeeee', warn: '#cc0000', sans: 'sans' },
    arcs: [],
    rect: (...sides) => sides,
    colour: () => '#112233',
    overdue: () => false,
    text: () => ({ lines: ['A treaty'], font: '13px sans', width: 48 }),
    ...change,
  };
}

const label = (i, change = {}) => ({ i, lane: 0, row: 0, from: 100, to: 105, at: 100, left: false, ...change });
const names = (ctx, name) => ctx.drawn.filter(([one]) => one === name);

test('a count is a number that can be hit, rounded where it is long', () => {
  for (const [count, text] of [
    [12, '12'],
    [12_345, 'stage-thousands'],
  ]) {
    const [ctx, boxes] = [paper(), []];
    const cell = { lane: 0, from: 40, to: 80, count, items: null };
    drawCell(ctx, frame(), cell, boxes);
    assert.equal(names(ctx, 'fillText')[0][1], text);
    assert.equal(boxes[0].cell, cell);
    assert.equal(boxes[0].x + boxes[0].w / 2, 60);
  }
});

test('a few events of a cell are marks, each with its own box', () => {
  const [ctx, boxes] = [paper(), []];
  drawCell(ctx, frame(), { lane: 0, from: 40, to: 80, count: 2, items: [1, 2] }, boxes);
  assert.deepEqual(
    boxes.map(({ i }) => i),
    [1, 2],
  );
  assert.notEqual(boxes[0].py, boxes[1].py);
});

test('a title stands behind its mark, or before it at the end of the axis, and its box holds both', () => {
  for (const [left, at] of [
    [false, 112],
    [true, 40],
  ]) {
    const [ctx, boxes] = [paper(), []];
    drawLabel(ctx, frame(), label(0, { left }), boxes);
    assert.deepEqual(names(ctx, 'fillText')[0].slice(1, 3), ['A treaty', at]);
    const [box] = boxes;
    assert.ok(box.x < Math.min(100, at) && box.x + box.w > Math.max(100, at + 48));
  }
});

test('what is overdue has a ring more', () => {
  const [calm, late] = [paper(), paper()];
  drawLabel(calm, frame(), label(0), []);
  drawLabel(late, frame({ overdue: () => true }), label(0), []);
  assert.equal(names(late, 'arc').length, names(calm, 'arc').length + 1);
});

test('a range has its mark where it begins, and none once that is out of sight', () => {
  const [begins, goesOn] = [paper(), paper()];
  drawLabel(begins, frame(), label(2, { to: 300 }), []);
  drawLabel(goesOn, frame(), label(2, { from: -50, to: 300, at: 8 }), []);
  assert.deepEqual([names(begins, 'arc').length, names(goesOn, 'arc').length], [1, 0]);
});

test('the bar of what was only announced is hollow', () => {
  const ctx = paper();
  drawLabel(ctx, frame(), label(2, { to: 300 }), []);
  assert.equal(names(ctx, 'clearRect').length, 0);
  const hollow = paper();
  const announced = frame();
  announced.columns.status[2] = 2;
  drawLabel(hollow, announced, label(2, { to: 300 }), []);
  assert.equal(names(hollow, 'clearRect').length, 1);
});
