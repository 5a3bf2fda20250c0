import assert from 'node:assert/strict';
import { test } from 'node:test';
import { story, timeline } from './story.js';

const { facetsOn, knownOn, overdue, relationsOn, reportDays } = await timeline('known.js');

for (const [day, rows, late] of [
  [null, [1, 1, 1, 0, 1, 1], []],
  [11, [1, 0, 1, 0, 0, 0], []],
  [20, [1, 1, 1, 1, 0, 0], []],
  [22, [1, 1, 1, 1, 0, 0], []],
  [23, [1, 1, 1, 1, 0, 0], [3]],
  [25, [1, 1, 1, 0, 1, 0], []],
  [91, [1, 1, 1, 0, 1, 1], []],
  [92, [1, 1, 1, 0, 1, 1], [5]],
  [95, [1, 1, 1, 0, 1, 1], []],
]) {
  test(`the story is told as it was known on day ${day}`, () => {
    const columns = story();
    const alive = new Uint8Array(6);
    knownOn(columns, day, alive);
    assert.deepEqual([...alive], rows);
    assert.deepEqual(
      [...alive.keys()].filter((i) => alive[i] && overdue(columns, i, day ?? columns.today)),
      late,
    );
  });
}

test('on no day an event is known in two ways', () => {
  const columns = story();
  const alive = new Uint8Array(6);
  for (let day = -1; day < 100; day++) {
    knownOn(columns, day, alive);
    for (const rows of columns.rows.values()) assert.ok(rows.filter((row) => alive[row]).length <= 1);
  }
});

for (const [day, facets] of [
  [null, { outlet: [0, 1], country: [0, 1], language: [0, 1], origins: [2], quotes: [1] }],
  [19, { outlet: [0], country: [0], language: [0], origins: [1], quotes: [0] }],
  [20, { outlet: [0, 1], country: [0, 1], language: [0, 1], origins: [2], quotes: [1] }],
]) {
  test(`what is counted by reports goes by those that were out on day ${day}`, () => {
    const columns = story();
    const then = facetsOn(columns, day);
    assert.deepEqual(
      Object.fromEntries(Object.entries(then).map(([name, { sets, of }]) => [name, sets[of[2]]])),
      facets,
    );
    assert.deepEqual(columns, story(), 'the facets of today stay as they are');
  });
}

for (const [shown, told] of [
  [{ 2: 2, 4: 4, 5: 5 }, [4, 5, 1, 2, 4, 0]],
  [{ 2: 2, 4: 3, 5: 5 }, [2, 3, 0]],
  [{ 4: 4 }, []],
]) {
  test(`a relation is told once the event that has it stands as it does: ${told}`, () => {
    const relations = Int32Array.of(4, 5, 1, 2, 4, 0);
    assert.deepEqual(
      relationsOn({ relations }, (i) => shown[i] ?? null),
      told,
    );
  });
}

test('the scrubber stops on each day with news', () => {
  assert.deepEqual([...reportDays(story(), Uint8Array.of(0, 1, 1, 1, 1, 1))], [11, 12, 20, 25, 50]);
});
