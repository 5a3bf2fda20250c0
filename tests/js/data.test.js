// The data are the approved ones, which the Python tests hold to what the generator writes.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { mock, test } from 'node:test';
import { timeline } from './story.js';

const { decode, localDay, tells, textStore } = await timeline('data.js');
const { use } = await timeline('words.js');

const golden = async (name) => JSON.parse(await readFile(new URL(`../golden/data/${name}`, import.meta.url), 'utf8'));
const data = await golden('timeline.json');
use(await golden('words.json'));

test('columns are parallel, in order of time, and each row is in every facet', () => {
  const columns = decode(data);
  for (const name of ['start', 'end', 'known', 'until', 'current', 'shape', 'importance', 'status']) {
    assert.equal(columns[name].length, data.count, name);
  }
  assert.deepEqual(
    [...columns.start],
    [...columns.start].sort((a, b) => a - b),
  );
  for (const [name, { options, sets, of }] of Object.entries(columns.facets)) {
    assert.equal(of.length, data.count, name);
    for (const set of of)
      assert.ok(
        sets[set].every((option) => options[option].label),
        name,
      );
  }
});

test('a sum of steps and a far year are the days that were meant', () => {
  const made = decode({ ...data, start: [0.1, 0.2, 0, 0.3, 1], far: [[0, -5e12]] });
  assert.deepEqual([...made.start], [-5e12, 0.3, 0.3, 0.6, 1.6]);
});

test('an earlier version leads to the event of today, and ends when that begins', () => {
  const { current, rows, until } = decode(data);
  for (const [row, now, day] of data.earlier) {
    assert.deepEqual([current[row], until[row]], [now, day]);
    assert.ok(rows.get(now).includes(row) && rows.get(now)[0] === now);
  }
});

test('the reports of a row are told by its sets of outlets and languages', () => {
  const { later } = decode({
    ...data,
    start: [0, 1, 1, 1, 1],
    outletSets: { sets: [[0, 2], [1]], of: [0, 1, 1, 0, 1] },
    languageSets: { sets: [[0], [0, 1]], of: [1, 0, 0, 0, 0] },
    later: {
      rows: [0, 3],
      again: '01000',
      after: [0, 3, 2, 7, 1],
      language: [0, 1, 1, 0, 0],
      origin: [0, 1, 3, 0, 0],
      quoted: '01000',
    },
  });
  const report = (after, outlet, language, origin, quoted) => ({ after, outlet, language, origin, quoted });
  assert.deepEqual(
    [...later],
    [
      [0, [report(0, 0, 0, 0, 0), report(3, 0, 1, -1, 1), report(2, 2, 1, 1, 0)]],
      [3, [report(7, 0, 0, 0, 0), report(1, 2, 0, 2, 0)]],
    ],
  );
});

test("a mark has the colour of its group's first kind, or its kind's own", () => {
  const kinds = [
    ['a', 'A', '#1', 0],
    ['b', 'B', '#2', -1],
    ['c', 'C', '#3', 0],
    ['d', 'D', '#4', 1],
  ];
  assert.deepEqual(decode({ ...data, kinds }).kindColours, ['#1', '#2', '#1', '#4']);
});

test('data of another version are refused', () => {
  assert.throws(() => decode({ ...data, version: data.version + 1 }));
});

test("today is the reader's, once the site is older than that", () => {
  assert.ok(decode({ ...data, today: 0 }).today === localDay(new Date()));
  assert.equal(decode({ ...data, today: 1e6 }).today, 1e6);
});

for (const [day, told] of [
  [null, { quote: true, all: true }],
  [10, { quote: false, all: false }],
  [12, { quote: true, all: false }],
  [15, { quote: true, all: true }],
]) {
  test(`what of a text may be told on day ${day}`, () => {
    assert.deepEqual(tells({ known: [10] }, 0, { quoted: 2, settled: 5 }, day), told);
  });
}

test('a text is fetched once, when it is first needed, and found by words without their accents', async (t) => {
  const texts = {
    id: ['a', 'b'],
    title: ['Córdoba', 'Oslo'],
    date: ['', ''],
    summary: ['A treaty', ''],
    quote: ['', ''],
    quoted: [0, 0],
    settled: [0, null],
  };
  const fetched = mock.method(globalThis, 'fetch', async () => ({ ok: true, json: async () => texts }));
  t.after(() => fetched.mock.restore());
  const columns = { count: 2, chunk: 200, known: [0, 0], labels: new Map() };
  const store = textStore(
    columns,
    '/data/',
    () => {},
    () => {},
  );
  assert.equal(store.title(0, false), undefined);
  assert.equal(store.get(0), null);
  assert.ok(store.fetching());
  await store.whole();
  assert.equal(store.get(1).title, 'Oslo');
  assert.equal(await store.find('b', 0), 1);
  assert.equal(await store.find('c', 0), null);
  assert.deepEqual([...store.match('cordoba TREATY', null)], [1, 0]);
  assert.equal(fetched.mock.callCount(), 1);
});

test('a text that could not be fetched is told of, and asked for again', async (t) => {
  const fetched = mock.method(globalThis, 'fetch', async () => ({ ok: false, status: 503 }));
  t.after(() => fetched.mock.restore());
  const missed = mock.fn();
  const columns = { count: 1, chunk: 200, known: [0], labels: new Map() };
  const store = textStore(columns, '/data/', () => {}, missed);
  await store.whole();
  await store.whole();
  assert.equal(fetched.mock.callCount(), 2);
  assert.equal(missed.mock.callCount(), 2);
});

test('relations are told by steps, and by how far back the other event is', () => {
  const relations = { from: [2, 0, 3], back: [1, -4, 5], kind: '013' };
  assert.deepEqual([...decode({ ...data, relations }).relations], [2, 1, 0, 2, 6, 1, 5, 0, 3]);
});
