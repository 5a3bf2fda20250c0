import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { timeline } from './story.js';

const { chosenView, closeness, extent, farFrom, heart, makeFinder, nextTo, opening, outside, withAir, withToday } =
  await timeline('spans.js');

const YEAR = 365.2425;
const year = (number) => Math.round((number - 1970) * YEAR);

/** Events that begin on days, of a length and an importance each, all found. */
function found(starts, length = 1, importance = () => 3, shape = () => 0) {
  const start = Float64Array.from(starts).sort();
  const columns = {
    count: start.length,
    start,
    end: start.map((day) => day + length),
    shape: Uint8Array.from(start, (_, i) => shape(i)),
    dated: null,
    importance: Uint8Array.from(start, (_, i) => importance(i)),
  };
  return makeFinder(columns)(new Uint8Array(start.length).fill(1));
}

const every = (from, to, count) => Array.from({ length: count }, (_, n) => from + ((to - from) * n) / (count - 1));

/** The proportions of an archive: five long ago, some over seventy years, two thirds of all in the last five. */
const archive = () => [
  ...[1142, 1600, 1722, 1750, 1754].map(year),
  ...every(year(1953), year(2020), 630),
  ...every(year(2020), year(2026), 1270),
];

for (const [what, days, span] of [
  ['all in one day', [100, 100, 100, 100, 100, 100], [100, 101]],
  ['two events 200 years apart', [year(1820), year(2020)], [year(1820), year(2020) + 1]],
  ['one event', [7], [7, 8]],
  ['six events within days', [0, 1, 1, 2, 4, 5], [0, 6]],
  ['one long before six', [year(1777), ...every(year(2020), year(2026), 6)], [year(2020), year(2026) + 1]],
  [
    'four before 1760, and the rest after 2000',
    [...[1142, 1600, 1722, 1754].map(year), ...every(year(2000), year(2026), 40)],
    [year(2000), year(2026) + 1],
  ],
  ['an archive', archive(), [year(1953), year(2026) + 1]],
  ['some long before and one long after', [0, 1e5, ...every(2e5, 2.01e5, 40), 4e5], [2e5, 2.01e5 + 1]],
  ['geology', [-1.66e12, -2.4e10, -9e9, ...every(year(1800), year(2000), 30)], [year(1800), year(2000) + 1]],
  ['ages that are all far apart', [-1.6e12, -8e11, -4e11, -2e11, -1e11], [-8e11, -1e11 + 1]],
]) {
  test(`the heart of a story: ${what}`, () => assert.deepEqual(heart(found(days)), span));
}

test('of nothing there is no heart', () => {
  assert.equal(heart(found([])), null);
  assert.equal(extent(found([])), null);
});

test('a landmark is far off only beyond a gap that is longer than the rest', () => {
  const days = [0, ...every(600, 1600, 12)];
  assert.deepEqual(heart(found(days)), [600, 1601]);
  assert.deepEqual(heart(found(days, 1, (i) => (i ? 3 : 5))), [0, 1601]);
  const further = [0, ...every(1700, 2700, 12)];
  assert.deepEqual(heart(found(further, 1, (i) => (i ? 3 : 5))), [1700, 2701]);
});

const day = fc.integer({ min: -700_000, max: 30_000 });
const days = fc.array(fc.oneof(day, fc.integer({ min: 18_000, max: 20_000 })), { minLength: 1, maxLength: 60 });
const lengths = fc.integer({ min: 0, max: 900 });

test('nine in ten stay in the heart, and it begins and ends with an event', () => {
  fc.assert(
    fc.property(days, lengths, (starts, length) => {
      const all = found(starts, length);
      const [from, to] = heart(all);
      assert.ok(from <= to && starts.includes(from) && starts.includes(to - length));
      const { before, after } = outside(all, [from, to + 1]);
      assert.ok(before + after <= (starts.length < 5 ? 0 : Math.ceil(starts.length / 10)));
    }),
  );
});

test('the heart is where it is, whenever the story begins and whichever way time runs', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -1000, max: 1000 }), (starts, shift) => {
      const [from, to] = heart(found(starts, 0));
      assert.deepEqual(
        heart(
          found(
            starts.map((start) => start + shift),
            0,
          ),
        ),
        [from + shift, to + shift],
      );
    }),
  );
});

test('what is out of a span is counted as one by one', () => {
  fc.assert(
    fc.property(days, lengths, day, fc.integer({ min: 1, max: 90_000 }), (starts, length, from, width) => {
      const all = found(starts, length);
      // A mark of hours stands where it begins.
      const last = (start) => (length > 2 ? start + length : start);
      const early = starts.filter((start) => last(start) < from);
      const late = starts.filter((start) => start >= from + width);
      assert.deepEqual(outside(all, [from, from + width]), { before: early.length, after: late.length });
      const far = farFrom(all, [from, from + width]);
      assert.deepEqual(
        far.before,
        early.length ? { count: early.length, from: Math.min(...early), to: last(Math.max(...early)) } : null,
      );
      assert.deepEqual(
        far.after,
        late.length ? { count: late.length, from: Math.min(...late), to: last(Math.max(...late)) } : null,
      );
    }),
  );
});

test('going on shows the next event, and at last every one', () => {
  fc.assert(
    fc.property(days, day, fc.integer({ min: 1, max: 90_000 }), (starts, from, width) => {
      const all = found(starts, 0);
      for (const side of ['before', 'after']) {
        let span = [from, from + width];
        for (let left = outside(all, span)[side]; left; ) {
          const next = side === 'before' ? all.lasts[left - 1] : all.starts[starts.length - left];
          span = nextTo(all, span, side);
          assert.ok(span[0] < next && next < span[1]);
          assert.ok(outside(all, span)[side] < left);
          left = outside(all, span)[side];
        }
      }
    }),
  );
});

test('who goes on to a crowd comes close to it, and to a single event with the same zoom', () => {
  const all = found([...[1142, 1600, 1722, 1754].map(year), ...every(year(2000), year(2026), 40)]);
  const [from, to] = nextTo(all, [year(1100), year(1800)], 'after');
  assert.ok(from > year(1990) && from < year(2000) && to > year(2026) && to < year(2030));
  assert.deepEqual(nextTo(all, [year(2000), year(2000) + 100], 'before'), [year(1754) - 50, year(1754) + 50]);
});

test('what goes on is not over', () => {
  assert.deepEqual(
    outside(
      found([0, 1], 0, undefined, (i) => (i ? 33 : 0)),
      [10, 20],
    ),
    { before: 1, after: 0 },
  );
});

test('of very many events the first view shows where most of them crowd', () => {
  const all = found(archive());
  assert.deepEqual(opening(all, heart(all)), [year(2020), year(2026) + 1]);
  const even = found(every(0, 10_000, 500));
  assert.deepEqual(opening(even, heart(even)), [0, 10_001]);
  const few = found([...every(0, 10_000, 20), ...every(10_001, 10_002, 100)]);
  assert.deepEqual(opening(few, heart(few)), [0, 10_003]);
});

test('today is shown where it is near', () => {
  assert.deepEqual(withToday([0, 100], 120), [0, 120]);
  assert.deepEqual(withToday([0, 100], 126), [0, 100]);
  assert.deepEqual(withToday([0, 100], 50), [0, 100]);
});

test('no event stands at an edge, and events of days or hours fill the view', () => {
  assert.deepEqual(withAir([100, 101]), [97 - 0.05, 104 + 0.05]);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e5, noNaN: true }), (width) => {
      const [from, to] = withAir([0, width]);
      assert.ok(from < 0 && to > width);
      if (width > 5) assert.ok(width / (to - from) > 0.6);
    }),
  );
});

test('the ends of a view are told as closely as it needs', () => {
  assert.deepEqual(Object.keys(closeness([0, 5000])), ['year']);
  assert.deepEqual(Object.keys(closeness([0, 500])), ['year', 'month']);
  assert.deepEqual(Object.keys(closeness([0, 50])), ['year', 'month', 'day']);
  assert.ok(closeness([0, 1]).hour);
});

test('a storyline has the view of its record, all events that of the settings, and what is neither has none', () => {
  const columns = {
    storylines: [
      { id: 'a', view: [1, 2] },
      { id: 'b', view: null },
    ],
  };
  for (const [scope, settings, view] of [
    ['storyline:a', '5 9', [1, 2]],
    ['storyline:b', '5 9', null],
    ['actor:a', '5 9', null],
    ['', '5 9.5', [5, 9.5]],
    ['', '', null],
  ])
    assert.deepEqual(chosenView(columns, scope, settings), view);
});
