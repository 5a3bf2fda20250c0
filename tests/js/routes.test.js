import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { timeline } from './story.js';

const { routes, thin } = await timeline('routes.js');
const { geometry } = await timeline('geometry.js');

const LENGTH = 800;
const KINDS = ['follows', 'part-of'];

/** The ways between marks at [pixel, lane], of triples of two of them and a kind, among labels. */
function ways(spots, relations, { lanes = 1, labels = [] } = {}) {
  const geo = geometry({ depth: 700, lanes: { count: lanes }, related: true });
  const place = (i) => ({ x: spots[i][0], y: geo.stripAt(spots[i][1]), lane: spots[i][1] });
  const arcs = relations.map((_, r) => 3 * r);
  return {
    geo,
    found: routes({ arcs, relations: relations.flat(), kinds: KINDS, geo, length: LENGTH, labels, place }),
  };
}

const label = (lane, row, from, to) => ({ lane, row, from, to });

test('a relation leaves the row that has it, and ends at the one that it names, by level and upright lines', () => {
  const { geo, found } = ways(
    [
      [100, 0],
      [300, 0],
    ],
    [[1, 0, 0]],
  );
  const [{ kind, from, to, parts }] = found;
  assert.deepEqual([kind, from, to, parts.length], ['follows', 1, 0, 1]);
  const [points] = parts;
  assert.deepEqual([points[0].x, points.at(-1).x, points.length], [300, 100, 4]);
  assert.ok(points.slice(1).every(({ x, y }, n) => x === points[n].x || y === points[n].y));
  assert.ok(points.every(({ y }) => y > geo.stripAt(0) && y < geo.laneAt(1)));
});

test('relations side by side have tracks of their own; those of a kind with one event share one', () => {
  const spots = [
    [100, 0],
    [300, 0],
    [400, 0],
    [500, 0],
  ];
  const depths = (relations) =>
    ways(spots, relations).found.map(({ parts }) => Math.max(...parts.flat().map(({ y }) => y)));
  assert.equal(
    new Set(
      depths([
        [1, 0, 0],
        [2, 0, 0],
        [3, 0, 0],
      ]),
    ).size,
    1,
  );
  assert.equal(
    new Set(
      depths([
        [1, 0, 0],
        [2, 0, 1],
      ]),
    ).size,
    2,
  );
});

for (const [name, spots, edge, parts] of [
  [
    'the later one',
    [
      [100, 0],
      [900, 0],
    ],
    LENGTH,
    'first',
  ],
  [
    'the earlier one',
    [
      [-40, 0],
      [500, 0],
    ],
    0,
    'last',
  ],
]) {
  test(`where ${name} is out of view the way leads to the edge`, () => {
    const [points] = ways(spots, [[1, 0, 0]]).found[0].parts;
    const at = parts === 'first' ? points[0] : points.at(-1);
    const beside = parts === 'first' ? points[1] : points.at(-2);
    assert.deepEqual([at.x, at.y], [edge, beside.y]);
  });
}

test('two labels side by side are passed by one gap', () => {
  const labels = [label(1, 0, 0, 97), label(1, 0, 103, 800), label(2, 0, 0, 95), label(2, 0, 105, 800)];
  const spots = [
    [100, 0],
    [100, 2],
  ];
  const { geo, found } = ways(spots, [[1, 0, 0]], { lanes: 3, labels });
  const [above, below] = found[0].parts;
  assert.equal(found[0].parts.length, 2);
  const row = geo.rowAt(1, 0);
  assert.deepEqual([above.at(-1).y, below[0].y].sort(), [row, row + geo.rowDepth].sort());
});

test('no line passes through a label', () => {
  const spot = fc.tuple(fc.integer({ min: 0, max: LENGTH }), fc.integer({ min: 0, max: 4 }));
  const words = fc.tuple(
    fc.integer({ min: 0, max: 4 }),
    fc.integer({ min: 0, max: 700 }),
    fc.integer({ min: 20, max: 300 }),
  );
  fc.assert(
    fc.property(spot, spot, fc.array(words, { maxLength: 12 }), (a, b, given) => {
      const labels = given.map(([lane, from, width]) => label(lane, 0, from, from + width));
      const { geo, found } = ways([a, b], [[1, 0, 0]], { lanes: 5, labels });
      for (const part of found[0].parts)
        part.slice(1).forEach((to, n) => {
          const from = part[n];
          const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
          const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
          for (const one of labels) {
            const row = geo.rowAt(one.lane, one.row);
            assert.ok(right < one.from || left > one.to || bottom <= row || top >= row + geo.rowDepth);
          }
        });
    }),
  );
});

test("of more relations than can be told apart the chosen event's stay, and those between what matters most", () => {
  const count = 100;
  const relations = Array.from({ length: count }, (_, n) => [n, n + 1, 0]).flat();
  const rank = Uint32Array.from({ length: count + 1 }, (_, n) => n);
  const arcs = Array.from({ length: count }, (_, n) => 3 * n);
  const kept = thin(arcs, relations, rank, 90);
  assert.equal(kept.length, 40);
  assert.deepEqual(
    kept.slice(0, 3).sort((a, b) => a - b),
    [0, 3 * 89, 3 * 90],
  );
  assert.deepEqual(thin(arcs.slice(0, 40), relations, rank, null), arcs.slice(0, 40));
});
