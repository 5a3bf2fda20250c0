import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { timeline } from './story.js';

const { makeAxis } = await timeline('axis.js');
const { drawOverview } = await timeline('strip.js');

const STORY = {
  span: [0, 1000],
  before: { from: -9000, to: -8000, count: 2 },
  after: { from: 5000, to: 5000, count: 1 },
};

test('the axis is broken where something lies far off', () => {
  const { main, breaks, toX } = makeAxis(STORY, 1000, [100, 90]);
  assert.deepEqual([main.a, main.b], [100, 910]);
  assert.deepEqual(breaks, [100, 924]);
  assert.deepEqual([-9000, -8000, 0, 1000, 5000, 9000].map(toX), [0, 86, 100, 910, 924, 1000]);
});

test('without anything far off the heart takes all of it, and what is beyond stands at the edge', () => {
  const { breaks, toX, toDay } = makeAxis({ span: [0, 1000], before: null, after: null }, 500, [0, 0]);
  assert.deepEqual(breaks, [null, null]);
  assert.deepEqual([-50, 0, 500, 1000, 1050].map(toX), [0, 0, 250, 500, 500]);
  assert.equal(toDay(-10), -20);
});

test('a pixel and its day are the same, and later is further right', () => {
  const { toX, toDay } = makeAxis(STORY, 1000, [100, 90]);
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1000, noNaN: true }),
      fc.double({ min: 0, max: 1000, noNaN: true }),
      (a, b) => {
        assert.ok(Math.abs(toX(toDay(a)) - a) < 1e-6);
        if (a < b) assert.ok(toDay(a) <= toDay(b));
      },
    ),
  );
});

test('words of the strip never run into each other', () => {
  const axis = makeAxis({ span: [0, 6], before: null, after: null }, 600, [0, 0]);
  const labels = ['Tuesday, 1 October 2024', '12:00', 'Wednesday, 2 October 2024', '12:00', '3 October', '12:00'];
  const drawn = [];
  const ctx = new Proxy(
    { measureText: (text) => ({ width: text.length * 6 }), fillText: (text, x) => drawn.push([text, x]) },
    { get: (of, name) => of[name] ?? (() => undefined), set: () => true },
  );
  drawOverview(ctx, {
    width: 600,
    height: 58,
    axis,
    counts: new Uint32Array(20),
    whole: new Uint32Array(20),
    years: labels.map((label, n) => ({ day: n, label })),
    eras: [],
    landmarks: new Float64Array(),
    today: 3,
    theme: {},
    window: [0, 600],
    open: [false, false],
  });
  assert.deepEqual(
    drawn.map(([text]) => text),
    [labels[0], labels[2], labels[4], labels[5]],
  );
});
