import assert from 'node:assert/strict';
import { test } from 'node:test';
import { story, timeline } from './story.js';

const { makeModel } = await timeline('model.js');

function model(change = {}, columns = story()) {
  const made = makeModel(columns, '', { match: () => new Uint8Array(columns.count).fill(1) });
  made.set(change);
  return made;
}

test('what stands no longer does not count where the story is', () => {
  const columns = {
    ...story(),
    start: Float64Array.of(-9e5, 10, 10, 20, 30, 90),
    current: Uint32Array.of(4, 1, 2, 4, 4, 5),
  };
  assert.equal(model({}, columns).extent()[0], -9e5);
  columns.until = Float64Array.of(25, Infinity, Infinity, 25, Infinity, Infinity);
  assert.equal(model({}, columns).extent()[0], 10);
});

test('what the author has chosen is shown at first, unless somebody looks for something', () => {
  const columns = story();
  const made = makeModel(columns, '', { match: () => new Uint8Array(6).fill(1) }, [-400, 400]);
  made.set({});
  assert.deepEqual(made.span('start'), [-400, 400]);
  assert.notDeepEqual(made.span('story'), [-400, 400]);
  made.set({ choice: { kind: new Set(['visit']) } });
  assert.ok(made.span('start')[0] > 0);
});

test('the story of a page stays as it is, whatever is looked for', () => {
  const made = model();
  const whole = structuredClone(made.story);
  made.set({ choice: { kind: new Set(['visit']) } });
  assert.deepEqual(made.story, whole);
  assert.deepEqual([...made.found.starts], [10, 30]);
  assert.ok(made.span('start')[0] > whole.span[0]);
});

test('what lies far off is in no first view, and in that of all', () => {
  const columns = { ...story(), start: Float64Array.of(-9e5, 10, 10, 20, 30, 90) };
  columns.end = columns.start.map((day) => day + 1);
  columns.until = new Float64Array(6).fill(Infinity);
  const made = model({}, columns);
  for (const what of ['start', 'story']) assert.ok(made.span(what)[0] > 0);
  assert.ok(made.span('all')[0] < -9e5);
  assert.deepEqual(made.story.before, { count: 1, from: -9e5, to: -9e5 });
  assert.equal(made.story.after, null);
});

test('a step of a play shows what the same day shows by itself', () => {
  const playing = model({ choice: { kind: new Set(['visit']) } });
  for (let day = 0; day <= 100; day++) {
    playing.set({ known: day }, true);
    const still = model({ choice: { kind: new Set(['visit']) }, known: day });
    assert.deepEqual([playing.mask, playing.total], [still.mask, still.total]);
  }
});

test('an event is shown by the row of the day', () => {
  assert.equal(model({ known: 22 }).present(4), 3);
  assert.equal(model({ known: 30 }).present(3), 4);
  assert.equal(model({ known: 10 }).present(4), null);
});

test('who goes on from an event comes to the next that is shown', () => {
  const shown = model({ choice: { kind: new Set(['treaty']) } });
  assert.deepEqual(
    [shown.neighbour(null, 1), shown.neighbour(1, 1), shown.neighbour(5, 1), shown.neighbour(null, -1)],
    [0, 5, null, 5],
  );
});

test('relations are drawn where both ends are in view, and those of the chosen event where one is', () => {
  const columns = { ...story(), relations: Int32Array.of(4, 5, 1, 2, 0, 0) };
  const seen = (i) => i !== 5;
  assert.deepEqual(model({}, columns).arcs(null, seen), []);
  assert.deepEqual(model({}, columns).arcs(4, seen), [0]);
  assert.deepEqual(model({ relations: true }, columns).arcs(null, seen), [3]);
  assert.deepEqual(model({ relations: true }, columns).arcs(4, seen), [0, 3]);
  assert.deepEqual(
    model({ relations: true }, columns).arcs(4, () => false),
    [],
  );
});
