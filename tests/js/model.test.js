import assert from 'node:assert/strict';
import { test } from 'node:test';
import { story, timeline } from './story.js';

const { makeModel } = await timeline('model.js');

function model(change = {}, columns = story()) {
  const made = makeModel(columns, '', { match: () => new Uint8Array(columns.count).fill(1) });
  made.set(change);
  return made;
}

for (const [importance, extent] of [
  // The fourth row is how the fifth event was known before: it is no second landmark.
  [
    [5, 3, 3, 5, 5, 3],
    [0, 31],
  ],
  // Two landmarks, and most of the story elsewhere.
  [
    [3, 3, 3, 3, 5, 5],
    [0, 100],
  ],
  [
    [3, 4, 3, 5, 5, 3],
    [10, 31],
  ],
  [
    [3, 3, 3, 3, 3, 3],
    [0, 100],
  ],
]) {
  test(`the first view is of the landmarks if there are several: ${importance}`, () => {
    const columns = { ...story(), importance: Uint8Array.from(importance) };
    assert.deepEqual(model({}, columns).extent(true), extent);
  });
}

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
