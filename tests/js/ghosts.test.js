import assert from 'node:assert/strict';
import { test } from 'node:test';
import { story, timeline } from './story.js';

const { makeFlights } = await timeline('ghosts.js');
const { ghostsOf } = await timeline('known.js');

/** An event of five rows, each known a day later than the one before, with the dates given; the first stands today. */
function moved(starts, change = {}) {
  const rows = starts.map((_, row) => row);
  return {
    rows: new Map([[0, rows]]),
    current: Uint32Array.from(rows, () => 0),
    known: Float64Array.from(rows, (row) => (row === 0 ? 100 : row)),
    start: Float64Array.from(starts),
    end: Float64Array.from(starts, (start) => start + 1),
    dated: null,
    ...change,
  };
}

for (const [starts, row, ghosts] of [
  [[50], 0, []],
  [[50, 30, 40], 0, [1, 2]],
  [[50, 30, 50, 30], 0, [1]],
  [[50, 50, 50], 0, []],
  [[50, 30, 40, 45], 2, [1]],
  [[50, 30, 40, 45], 1, []],
]) {
  test(`of the dates ${starts} those of the rows ${ghosts} lead to row ${row}`, () => {
    assert.deepEqual(ghostsOf(moved(starts), row), ghosts);
  });
}

test('what had no day has no ghost, and what took another time has', () => {
  assert.deepEqual(ghostsOf(moved([50, 30, 40], { dated: Uint8Array.of(1, 0, 1) }), 0), [2]);
  assert.deepEqual(ghostsOf(moved([50, 50], { end: Float64Array.of(51, 60) }), 0), [1]);
});

for (const [name, quick, reduced, shares] of [
  ['while the story plays a date that has moved flies', true, false, [true]],
  ['where motion is unwanted it stands there', true, true, [false]],
  ['otherwise nothing flies', false, false, []],
]) {
  test(name, (t) => {
    globalThis.matchMedia = () => ({ matches: reduced });
    t.after(() => delete globalThis.matchMedia);
    const shown = { row: 3 };
    const flights = makeFlights({ columns: story(), present: () => shown.row, drawn: new Uint8Array(6).fill(1) });
    flights.update(quick);
    assert.deepEqual(flights.all(), []);
    shown.row = 4;
    flights.update(quick);
    const all = flights.all();
    assert.deepEqual(
      all.map(({ share }) => share < 1),
      shares,
    );
    assert.ok(all.every(({ from, to }) => from === 3 && to === 4));
    flights.update(quick);
    assert.equal(flights.all().length, quick && !reduced ? 1 : 0);
  });
}
