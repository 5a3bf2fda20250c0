import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ONE_LANE, story, timeline } from './story.js';

const { drawCell, drawLabel, drawStem } = await timeline('events.js');
const { geometry } = await timeline('geometry.js');

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
    geo: geometry({ depth: 400, lanes: ONE_LANE }),
    view: { day: 0, perDay: 5 },
    length: 800,
    theme: { ink: '#000000', soft: '#666666', paper: '#ffffff', raised: '#eeeeee', warn: '#cc0000', sans: 'sans' },
    colour: () => '#112233',
    overdue: () => false,
    text: () => text('A treaty'),
    ...change,
  };
}

/** A label's text, every letter six pixels wide. */
function text(title, right = false) {
  const line = (words) => ({ words, width: 6 * words.length, fromRight: right });
  const block = { date: { ...line('May 2020'), fromRight: false }, lines: [line(title)], width: 6 * title.length };
  return { blocks: [block], font: '13px sans', dateFont: '11px sans', fromRight: right };
}

const label = (i, change = {}) => ({
  i,
  lane: 0,
  row: 0,
  level: 0,
  block: 0,
  x: 100,
  from: 100,
  to: 154,
  left: false,
  stem: true,
  start: 100,
  end: 105,
  ...change,
});
const names = (ctx, name) => ctx.drawn.filter(([one]) => one === name);

test('a count is a number that can be hit, rounded where it is long', () => {
  for (const [count, text] of [
    [12, '12'],
    [12_345, 'stage-thousands'],
  ]) {
    const [ctx, boxes] = [paper(), []];
    const cell = { lane: 0, from: 40, to: 80, count, items: null, levels: [] };
    drawCell(ctx, frame(), cell, boxes);
    assert.equal(names(ctx, 'fillText')[0][1], text);
    assert.equal(boxes[0].cell, cell);
    assert.equal(boxes[0].x + boxes[0].w / 2, 60);
  }
});

test('a few events of a cell are marks, each with its own box', () => {
  const [ctx, boxes] = [paper(), []];
  drawCell(ctx, frame(), { lane: 0, from: 40, to: 80, count: 2, items: [1, 2], levels: [0, 1] }, boxes);
  assert.deepEqual(
    boxes.map(({ i }) => i),
    [1, 2],
  );
  assert.notEqual(boxes[0].py, boxes[1].py);
});

test('date and title stand beside the stem, and at the end of the axis before it; mark and block can be hit', () => {
  for (const [change, at] of [
    [{}, 106],
    [{ left: true, from: 46, to: 100 }, 46],
  ]) {
    const [ctx, boxes] = [paper(), []];
    drawLabel(ctx, frame(), label(0, change), boxes);
    const [date, title] = names(ctx, 'fillText');
    assert.deepEqual(date.slice(1, 3), ['May 2020', at]);
    assert.deepEqual(title.slice(1, 3), ['A treaty', at]);
    assert.ok(title[3] > date[3]);
    const [mark, block] = boxes;
    assert.ok(mark.x < 100 && mark.x + mark.w > 100 && mark.y > block.y + block.h);
    assert.ok(block.x <= at && block.x + block.w >= at + 48);
  }
});

test('a title from right to left ends at the right, and begins there', () => {
  const ctx = paper();
  drawLabel(ctx, frame({ text: () => text('שלום', true) }), label(0, { to: 154 }), []);
  const [date, title] = names(ctx, 'fillText');
  assert.equal(date[2], 154 - 48);
  assert.equal(title[2], 154);
});

test('a stem joins the block to its mark, and there is none where the mark is out of sight', () => {
  const [stands, goesOn] = [paper(), paper()];
  const given = frame();
  drawStem(stands, given, label(0));
  assert.equal(names(stands, 'moveTo')[0][1], names(stands, 'lineTo')[0][1]);
  assert.ok(Math.abs(names(stands, 'lineTo')[0][1] - 100) <= 0.5);
  assert.equal(names(stands, 'lineTo')[0][2], given.geo.stripAt(0));
  drawStem(goesOn, given, label(2, { stem: false }));
  assert.equal(names(goesOn, 'lineTo').length, 0);
});

test('what is overdue has a ring more', () => {
  const [calm, late] = [paper(), paper()];
  drawLabel(calm, frame(), label(0), []);
  drawLabel(late, frame({ overdue: () => true }), label(0), []);
  assert.equal(names(late, 'arc').length, names(calm, 'arc').length + 1);
});

test('a mark is there where the event begins in sight', () => {
  const [begins, goesOn] = [paper(), paper()];
  drawLabel(begins, frame(), label(2), []);
  drawLabel(goesOn, frame(), label(2, { stem: false }), []);
  assert.ok(names(begins, 'arc').length > names(goesOn, 'arc').length);
  assert.equal(names(goesOn, 'arc').length, 0);
});

test('the bar of what was only announced is hollow', () => {
  const bars = (status) => {
    const [ctx, given] = [paper(), frame()];
    given.columns.status[2] = status;
    drawStem(ctx, given, label(2, { end: 300 }));
    return names(ctx, 'fillRect').length;
  };
  assert.deepEqual([bars(0), bars(2)], [1, 2]);
});
