import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { story, timeline } from './story.js';

const { around, tourOf } = await timeline('steps.js');
const { firstSentence } = await timeline('tourstep.js');
const { makeModel } = await timeline('model.js');

/** A story of landmarks, as many as there are digits of 5. */
function tour(scope, { importance = '533142', lines = [] } = {}) {
  const columns = { ...story(), importance: Uint8Array.from(importance), storylines: lines };
  columns.facets.storyline = {
    options: lines.map(({ id }) => ({ id, label: id })),
    sets: [lines.map((_, number) => number)],
    of: new Uint32Array(6),
  };
  return tourOf(makeModel(columns, scope, {}), scope);
}

const LINES = [
  { id: 'plain', tour: [], eras: [] },
  { id: 'told', tour: [4, 1], eras: [] },
  { id: 'other', tour: [2], eras: [] },
];

for (const [what, scope, options, steps] of [
  ['the landmarks', '', { importance: '553535' }, [0, 1, 5]],
  ['how events stand, not how they were known before', '', { importance: '133553' }, [4]],
  ['the first tour that a storyline has', '', { lines: LINES }, [4, 1]],
  ["a storyline's own", 'storyline:other', { lines: LINES }, [2]],
  ['the landmarks of a storyline without one', 'storyline:plain', { lines: LINES }, [0]],
  ['three landmarks of an actor', 'actor:a', { importance: '555135', lines: LINES }, [0, 1, 2, 5]],
  ['nothing where an actor has fewer', 'actor:b', { importance: '555555' }, []],
]) {
  test(`a tour goes through ${what}`, () => assert.deepEqual([...tour(scope, options)], steps));
}

test('of many landmarks the tour has twelve, in order of time', () => {
  const count = 40;
  const columns = { count, until: new Float64Array(count).fill(Infinity), importance: new Uint8Array(count).fill(5) };
  const rank = Uint32Array.from({ length: count }, (_, i) => (i * 7) % count);
  const steps = tourOf({ columns: { ...columns, storylines: [], facets: {} }, buffers: { rank } }, '');
  assert.equal(steps.length, 12);
  assert.deepEqual(
    steps,
    [...Array(count).keys()].filter((i) => rank[i] < 12),
  );
});

for (const [text, sentence] of [
  ['They met. Nothing followed.', 'They met.'],
  ['The U.S. President met Mr. Khan at No. 5. He left.', 'The U.S. President met Mr. Khan at No. 5.'],
  ['Prices rose by 1.5 per cent! Why?', 'Prices rose by 1.5 per cent!'],
  ['会议结束。代表离开。', '会议结束。'],
  ['وقّع الوزراء الاتفاق. ثم غادروا.', 'وقّع الوزراء الاتفاق.'],
  ['No end', 'No end'],
  ['', ''],
]) {
  test(`the first sentence: ${sentence}`, () => assert.equal(firstSentence(text, 'en'), sentence));
}

test('a first sentence is how the text begins', () => {
  fc.assert(fc.property(fc.string(), (text) => text.trimStart().startsWith(firstSentence(text, 'en'))));
});

test('an event is shown among those nearest to it, and never closer than a month', () => {
  const model = makeModel(story(), '', {});
  model.set({});
  assert.deepEqual(around(model, 0), [-30, 90]);
  assert.deepEqual(around(model, 5), [0, 120]);
  const far = { columns: { start: [0, 5, 6, 7, 8, 9, 10, 11, 12, 900] } };
  far.neighbour = (i, step) => (far.columns.start[i + step] === undefined ? null : i + step);
  assert.deepEqual(around(far, 0), [-30, 30], 'what is far away stays out of sight');
});
