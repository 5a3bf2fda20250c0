import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ONE_LANE, story, timeline } from './story.js';

const { geometry, hit, layout, lowerBound, prepare } = await timeline('layout.js');
const { histogram } = await timeline('overview.js');

const WIDTH = 200; // of a label

function laidOut(perDay, rows, mask = [1, 1, 1, 1, 1, 1]) {
  const columns = story();
  return layout({
    columns,
    buffers: prepare(columns),
    view: { day: -5, perDay },
    length: 800,
    mask: Uint8Array.from(mask),
    lanes: ONE_LANE,
    rows,
    flip: true,
    extent: () => [10, WIDTH],
  });
}

const zooms = fc.double({ min: 0.5, max: 7, noNaN: true });
const depths = fc.integer({ min: 1, max: 6 });
const masks = fc.array(fc.constantFrom(0, 1), { minLength: 6, maxLength: 6 });

test('every event in view is a label, a mark or counted', () => {
  fc.assert(
    fc.property(zooms, depths, masks, (perDay, rows, mask) => {
      const { labels, cells } = laidOut(perDay, rows, mask);
      const shown = new Set(labels.map(({ i }) => i));
      assert.equal(shown.size, labels.length);
      assert.ok(labels.every(({ i }) => mask[i]));
      assert.equal(
        cells.reduce((sum, { count }) => sum + count, labels.length),
        mask.reduce((sum, one) => sum + one, 0),
      );
    }),
  );
});

test('labels never overlap', () => {
  fc.assert(
    fc.property(zooms, depths, (perDay, rows) => {
      const { labels } = laidOut(perDay, rows);
      const spans = labels.map(({ row, at, left }) => ({ row, from: left ? at - WIDTH : at }));
      for (const one of spans) {
        for (const other of spans) {
          assert.ok(one === other || one.row !== other.row || Math.abs(one.from - other.from) >= WIDTH);
        }
      }
    }),
  );
});

test('the most important event keeps its label', () => {
  assert.equal(laidOut(2, 1).labels[0].i, 0);
});

test('what is filtered away takes no room', () => {
  const { labels, cells } = laidOut(5, 3, [0, 1, 0, 0, 0, 0]);
  assert.deepEqual([labels.map(({ i }) => i), cells], [[1], []]);
});

test('the ranking is a permutation by importance', () => {
  fc.assert(
    fc.property(fc.uint8Array({ max: 5, minLength: 1, maxLength: 500 }), (importance) => {
      const none = new Float64Array(importance.length);
      const { ranked, rank } = prepare({ count: importance.length, start: none, end: none, shape: none, importance });
      assert.deepEqual(
        [...ranked].sort((a, b) => a - b),
        [...importance.keys()],
      );
      ranked.forEach((i, position) => {
        assert.equal(rank[i], position);
        assert.ok(position === 0 || importance[ranked[position - 1]] >= importance[i]);
      });
    }),
  );
});

test('a search by halves finds what a search in order finds', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (values, value) => {
      const sorted = values.sort((a, b) => a - b);
      const found = sorted.findIndex((one) => one >= value);
      assert.equal(lowerBound(sorted, value), found < 0 ? sorted.length : found);
    }),
  );
});

for (const [x, y, found] of [
  [5, 5, 'below'],
  [15, 5, 'above'],
  [10, 5, 'above'],
  [21.9, 5, 'above'],
  [22.1, 5, undefined],
  [15, -3, undefined],
]) {
  test(`the topmost box under a point is hit: ${found} at ${x}, ${y}`, () => {
    const boxes = [
      { x: 0, y: 0, w: 15, h: 10, name: 'below' },
      { x: 10, y: 0, w: 10, h: 10, name: 'above' },
    ];
    assert.equal(hit(boxes, x, y)?.name, found);
  });
}

test('lanes lie side by side, each with its rows and its strip inside', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1100, max: 3000 }), (count, depth) => {
      const geo = geometry({ depth, lanes: { ...ONE_LANE, count }, vertical: false });
      for (let lane = 0; lane < count; lane++) {
        const [begin, end] = [geo.laneAt(lane), geo.laneAt(lane + 1)];
        for (let row = 0; row < geo.rows; row++) assert.ok(begin < geo.rowAt(lane, row) && geo.rowAt(lane, row) < end);
        assert.ok(begin < geo.stripAt(lane) && geo.stripAt(lane) < end);
      }
    }),
  );
});

test('the histogram counts each event once', () => {
  const counts = histogram(story(), Uint8Array.of(1, 1, 1, 1, 1, 0), 0, 100, 10);
  assert.deepEqual([...counts], [1, 2, 1, 1, 0, 0, 0, 0, 0, 0]);
});
