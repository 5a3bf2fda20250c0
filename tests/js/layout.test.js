import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ONE_LANE, story, timeline } from './story.js';

const { geometry, hit } = await timeline('geometry.js');
const { layout, lowerBound, prepare } = await timeline('layout.js');
const { histogram } = await timeline('axis.js');

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
    levels: 3,
    extent: () => ({ blocks: [{ width: WIDTH }] }),
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

test('the most important event keeps its label', () => {
  assert.equal(laidOut(2, 1).labels[0].i, 0);
});

test('what is filtered away takes no room', () => {
  const { labels, cells } = laidOut(5, 3, [0, 1, 0, 0, 0, 0]);
  assert.deepEqual([labels.map(({ i }) => i), cells], [[1], []]);
});

test('the ranking is a permutation by importance, then by independent sources', () => {
  fc.assert(
    fc.property(fc.uint8Array({ max: 5, minLength: 1, maxLength: 500 }), (importance) => {
      const none = new Float64Array(importance.length);
      const origins = Uint32Array.from(importance, (_, i) => i % 4);
      const facets = { origins: { of: origins } };
      const columns = { count: importance.length, start: none, end: none, shape: none, importance, facets };
      const { ranked, rank } = prepare(columns);
      assert.deepEqual(
        [...ranked].sort((a, b) => a - b),
        [...importance.keys()],
      );
      ranked.forEach((i, position) => {
        assert.equal(rank[i], position);
        const value = (row) => 4 * importance[row] + origins[row];
        assert.ok(position === 0 || value(ranked[position - 1]) >= value(i));
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

test('the axis stands below a single lane, and above several', () => {
  const one = geometry({ depth: 400, lanes: ONE_LANE });
  assert.deepEqual([one.laneAt(0), one.laneAt(1), one.axis], [0, one.bottom, one.bottom]);
  const three = geometry({ depth: 400, lanes: { count: 3 } });
  assert.ok(three.axis < three.top);
  assert.deepEqual([three.laneAt(0), three.laneAt(3), three.bottom], [three.top, 400, 400]);
});

test('where all relations are drawn, they have more room', () => {
  const [few, all] = [false, true].map((related) => geometry({ depth: 400, lanes: ONE_LANE, related }));
  assert.ok(all.tracks > few.tracks && few.tracks > 1);
});

test('lanes lie side by side, each with its rows and its marks inside', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 200, max: 3000 }), (count, depth) => {
      const geo = geometry({ depth, lanes: { ...ONE_LANE, count } });
      for (let lane = 0; lane < count; lane++) {
        const [begin, end] = [geo.laneAt(lane), geo.laneAt(lane + 1)];
        const tops = [...Array(geo.rows).keys()].map((row) => geo.rowAt(lane, row));
        const edges = [geo.tickAt(lane), ...tops];
        edges.forEach((edge, n) => {
          assert.ok(n === 0 || edge < edges[n - 1]);
        });
        assert.ok(geo.rows === 0 || begin <= tops[geo.rows - 1]);
        for (let level = 0; level < geo.levels; level++) {
          const mark = geo.stripAt(lane, level);
          assert.ok(geo.tickAt(lane) < mark && mark < end);
          const tracks = [...Array(geo.tracks).keys()].map((track) => geo.trackAt(lane, track));
          assert.ok(tracks.every((track) => mark < track && track < end));
        }
      }
    }),
  );
});

for (const [depth, rows, lines] of [
  [400, 5, 2],
  [150, 1, 2],
  [138, 1, 2],
  [131, 1, 1],
  [70, 0, 1],
]) {
  test(`a stage of ${depth} pixels has so many rows (${rows}), with titles of so many lines (${lines})`, () => {
    const geo = geometry({ depth, lanes: ONE_LANE });
    assert.deepEqual([geo.rows, geo.lines], [rows, lines]);
  });
}

test('a story of which no text is there yet has no labels, and every mark', () => {
  const columns = story();
  const view = { day: -5, perDay: 5 };
  const input = { columns, buffers: prepare(columns), view, length: 800, mask: new Uint8Array(6).fill(1) };
  const { labels, cells } = layout({ ...input, lanes: ONE_LANE, rows: 3, levels: 3, extent: () => null });
  assert.deepEqual([labels.length, cells.reduce((sum, { count }) => sum + count, 0)], [0, 6]);
});

test('the histogram counts each event once', () => {
  const counts = histogram(story(), Uint8Array.of(1, 1, 1, 1, 1, 0), 0, 100, 10);
  assert.deepEqual([...counts], [1, 2, 1, 1, 0, 0, 0, 0, 0, 0]);
});
