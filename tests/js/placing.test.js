import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ONE_LANE, timeline } from './story.js';

const { PAD } = await timeline('geometry.js');
const { layout, prepare } = await timeline('layout.js');
const { GAP, order } = await timeline('placing.js');

const LENGTH = 900;
const ROWS = 5;

/** Days are pixels; some events last, so that they begin before the view, which shows the days from 0. */
const event = fc.record({
  start: fc.integer({ min: -50, max: LENGTH + 30 }),
  span: fc.constantFrom(0, 1, 1, 200),
  importance: fc.integer({ min: 1, max: 5 }),
  origins: fc.integer({ min: 0, max: 3 }),
  width: fc.integer({ min: 30, max: 230 }),
  full: fc.integer({ min: 0, max: 200 }),
});
const stories = fc.array(event, { minLength: 1, maxLength: 40 });

/** Every event has a block that is cut, and one that is whole. */
const narrowOrWhole = ({ width, full }) => [{ width }, { width: width + full }];

function laidOut(events, hidden, blocksOf = narrowOrWhole) {
  const sorted = [...events].sort((a, b) => a.start - b.start);
  const column = (read) => Float64Array.from(sorted, read);
  const columns = {
    count: sorted.length,
    start: column(({ start }) => start),
    end: column(({ start, span }) => start + span),
    shape: column(() => 0),
    importance: column(({ importance }) => importance),
    facets: { origins: { of: column(({ origins }) => origins) } },
  };
  const buffers = prepare(columns);
  const scene = layout({
    columns,
    buffers,
    view: { day: 0, perDay: 1 },
    length: LENGTH,
    mask: Uint8Array.from(sorted, (_, i) => (i === hidden ? 0 : 1)),
    lanes: ONE_LANE,
    rows: ROWS,
    levels: 3,
    extent: (i) => ({ blocks: blocksOf(sorted[i]) }),
  });
  return { ...scene, columns, rank: buffers.rank };
}

const pairs = (labels) => labels.flatMap((one) => labels.filter((other) => other !== one).map((other) => [one, other]));

test('no two blocks overlap', () => {
  fc.assert(
    fc.property(stories, (events) => {
      for (const [one, other] of pairs(laidOut(events).labels))
        assert.ok(one.row !== other.row || one.from >= other.to + GAP || other.from >= one.to + GAP);
    }),
  );
});

test('no stem runs through words', () => {
  fc.assert(
    fc.property(stories, (events) => {
      for (const [one, other] of pairs(laidOut(events).labels)) {
        const [from, to] = other.left ? [other.from, other.to - PAD] : [other.from + PAD, other.to];
        assert.ok(!one.stem || one.row < other.row || one.x < from || one.x > to);
      }
    }),
  );
});

test('blocks stay on the canvas, beside their stems, and a stem is where its event begins', () => {
  fc.assert(
    fc.property(stories, (events) => {
      const { labels, columns } = laidOut(events);
      for (const { i, x, from, to, left, stem, row } of labels) {
        assert.ok(from >= 0 && to <= LENGTH && row >= 0 && row < ROWS);
        assert.equal(left ? to : from, x);
        assert.equal(x, stem ? columns.start[i] : 0);
        assert.equal(stem, columns.start[i] >= 0);
      }
    }),
  );
});

test('no label stands where a more important one would, were it alone away', () => {
  fc.assert(
    fc.property(stories, (events) => {
      const { labels, columns, rank } = laidOut(events);
      const placed = new Set(labels.map(({ i }) => i));
      for (const { i } of labels) {
        const without = new Set(laidOut(events, i).labels.map((label) => label.i));
        for (let other = 0; other < columns.count; other++)
          assert.ok(placed.has(other) || rank[other] > rank[i] || !without.has(other));
      }
    }),
    { numRuns: 30 },
  );
});

test('of two that have no room beside each other, the one with more sources is labelled', () => {
  const many = Array.from({ length: 2 * ROWS }, (_, n) => ({
    start: 100,
    span: 1,
    importance: 3,
    width: 200,
    full: 0,
    n,
  }));
  const { labels } = laidOut(many.map((one) => ({ ...one, origins: one.n % 2 ? 2 : 1 })));
  assert.deepEqual(
    labels.map(({ i }) => i % 2),
    Array(ROWS).fill(1),
  );
});

test('where a more important event found no room, a lesser one beside it has none either', () => {
  const pile = Array.from({ length: ROWS + 1 }, () => ({
    start: 100,
    span: 1,
    importance: 5,
    origins: 1,
    width: 200,
    full: 0,
  }));
  const lesser = { start: 90, span: 1, importance: 1, origins: 3, width: 5, full: 0 };
  const placed = (events) =>
    laidOut(events).columns.importance.filter((_, i) => laidOut(events).labels.some((one) => one.i === i));
  assert.ok(!placed([...pile, lesser]).includes(1));
  assert.ok(placed([...pile, { ...lesser, start: 400 }]).includes(1));
});

test('an event that has no room as a rule has a narrow block rather than none', () => {
  const pile = Array.from({ length: ROWS }, () => ({
    start: 300,
    span: 1,
    importance: 5,
    origins: 1,
    width: 200,
    full: 0,
  }));
  const { labels } = laidOut([...pile, { start: 100, span: 1, importance: 1, origins: 1, width: 60, full: 150 }]);
  assert.deepEqual(labels.map(({ block, to, from }) => [block, to - from]).at(-1), [0, 60 + PAD]);
});

test('no label is cut that could be whole in some row, on either side of its stem', () => {
  const blocksOf = ({ width, full }) => [
    { width, cut: true },
    { width: width + Math.round(0.3 * full), cut: true },
    { width: width + Math.round(0.6 * full), cut: true },
    { width: width + full + 1, cut: false },
  ];
  let whole = 0;
  fc.assert(
    fc.property(stories, (events) => {
      const sorted = [...events].sort((a, b) => a.start - b.start);
      const { labels } = laidOut(events, undefined, blocksOf);
      for (const label of labels) {
        const blocks = blocksOf(sorted[label.i]);
        assert.equal(label.to - label.from, PAD + blocks[label.block].width);
        whole += label.block === 3;
        if (label.block === 3) continue;
        const width = PAD + blocks[3].width;
        for (const left of [false, true]) {
          const wide = { ...label, left, from: left ? label.x - width : label.x, to: left ? label.x : label.x + width };
          if (wide.from < 0 || wide.to > LENGTH) continue;
          for (let row = 0; row < ROWS; row++)
            assert.ok(
              labels.some((other) => other !== label && clashes(other, row, wide)),
              JSON.stringify(label),
            );
        }
      }
    }),
  );
  assert.ok(whole > 100);
});

test('a label that is cut at the end of the view turns to the other side of its stem', () => {
  const blocksOf = () => [
    { width: 100, cut: true },
    { width: 140, cut: true },
    { width: 300, cut: false },
  ];
  const one = { start: LENGTH - 150, span: 1, importance: 3, origins: 1 };
  const { labels } = laidOut([one], undefined, blocksOf);
  assert.deepEqual(
    labels.map(({ left, block, from, to }) => [left, block, from, to]),
    [[true, 2, one.start - 300 - PAD, one.start]],
  );
});

/** Whether a label would strike another one, if it took so much room in a row. */
function clashes(other, row, wide) {
  const above = other.i <= wide.i ? order(other, wide) : -order(wide, other);
  return above !== 0 && !(above * (other.row - row) > 0);
}

test('the same events are laid out the same', () => {
  fc.assert(fc.property(stories, (events) => assert.deepEqual(laidOut(events).labels, laidOut(events).labels)));
});

test('a block stands as low as those below it allow', () => {
  fc.assert(
    fc.property(stories, (events) => {
      const { labels } = laidOut(events);
      for (const one of labels) {
        assert.ok(
          one.row === 0 ||
            labels.some(({ row, from, to }) => row === one.row - 1 && from < one.to + GAP && one.from < to + GAP),
        );
      }
    }),
  );
});

test('marks that would cover each other stand above each other, while there are levels', () => {
  const three = Array.from({ length: 3 }, () => ({
    start: 100,
    span: 1,
    importance: 3,
    origins: 1,
    width: 40,
    full: 0,
  }));
  assert.deepEqual(new Set(laidOut(three).labels.map(({ level }) => level)), new Set([0, 1, 2]));
});

test('two bars never run through each other, while there are levels', () => {
  const [long, short] = [200, 20].map((span) => ({ start: 100, span, importance: 3, origins: 1, width: 40, full: 0 }));
  const [a, b] = laidOut([long, { ...short, start: 180 }]).labels;
  assert.notEqual(a.level, b.level);
});
