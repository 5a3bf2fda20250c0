// The data are the approved ones, which the Python tests hold to what the generator writes.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import fc from 'fast-check';

const search = (name) => import(`../../theme_overrides/assets/javascripts/search/${name}`);
const { createFinder } = await search('finder.js');
const { fold } = await search('folding.js');
const { crc32, unpacked } = await search('index.js');
const { marksOf } = await search('marking.js');
const { distance, forgiven } = await search('spelling.js');

/** A site of files, some of which answer otherwise. */
function site(spoilt = {}) {
  const asked = [];
  const fetch = async (address) => {
    asked.push(address);
    const name = address.replace('/sub/data/', '');
    if (name in spoilt) return spoilt[name]();
    const text = await readFile(new URL(`../golden/data/${name}`, import.meta.url), 'utf8');
    return { ok: true, status: 200, json: async () => JSON.parse(text) };
  };
  return { asked, finder: createFinder({ base: '/sub/', fetch }) };
}

test('nothing is fetched before somebody searches, nor for no words, and no file twice', async () => {
  const { asked, finder } = site();
  assert.equal((await finder.find(' – ')).total, 0);
  assert.deepEqual(asked, []);
  await finder.find('treaty');
  await Promise.all([finder.find('treaty'), finder.find('treaty')]);
  assert.equal(new Set(asked).size, asked.length);
  assert.ok(asked.includes('/sub/data/find.json'));
});

test('a hit has what a result shows', async () => {
  const { hits, kinds, whole } = await site().finder.find('two ports sign');
  assert.deepEqual(hits[0], {
    kind: 'event',
    id: '2031-05-01-treaty-signed',
    title: 'Two ports sign a treaty',
    href: 'events/2031-05-01-treaty-signed/',
    date: '1 May 2031',
    excerpt: hits[0].excerpt,
    titleMarks: [
      [0, 3],
      [4, 9],
      [10, 14],
    ],
  });
  assert.equal(kinds.event, 1);
  assert.ok(whole);
});

test('pages without folders of their own have addresses of files', async () => {
  const { hits } = await createFinder({
    base: '/sub/',
    suffix: '.html',
    fetch: async (address) => ({
      ok: true,
      status: 200,
      json: async () =>
        JSON.parse(await readFile(new URL(`../golden/data/${address.replace('/sub/data/', '')}`, import.meta.url))),
    }),
  }).find('Mara Lind');
  assert.equal(hits[0].href, 'actors/mara-lind.html');
});

test('a text of a record is text', async () => {
  const { hits } = await site().finder.find('founded script');
  assert.ok(hits[0].title.startsWith('<script>'));
});

for (const [what, answer, message] of [
  ['is missing', () => ({ ok: false, status: 404, json: async () => null }), /data\/find\.json: 404/],
  ['is broken', () => ({ ok: true, status: 200, json: async () => JSON.parse('{') }), /JSON/],
  ['cannot be reached', () => Promise.reject(new Error('offline')), /offline/],
  ['is of another version', () => ({ ok: true, status: 200, json: async () => ({ version: 9 }) }), /^9$|RangeError: 9/],
]) {
  test(`a file that ${what} is an error that says so, and the next search tries again`, async () => {
    const spoilt = { 'find.json': answer };
    const { finder } = site(spoilt);
    await assert.rejects(finder.find('treaty'), message);
    if (what === 'is of another version') return;
    delete spoilt['find.json'];
    assert.ok((await finder.find('treaty')).total);
  });
}

test('slips are counted: a letter too few, too many, another, or two that changed places', () => {
  assert.equal(distance('kazakstan', 'kazakhstan', 2, false), 1);
  assert.equal(distance('envyo', 'envoy', 1, false), 1);
  assert.equal(distance('port', 'part', 1, false), 1);
  assert.equal(distance('envyo', 'envoys', 1, true), 1);
  assert.equal(distance('port', 'treaty', 1, false), 2);
  assert.deepEqual(['sea', 'port', 'treaties'].map(forgiven), [0, 1, 2]);
});

test('property: a word is as far from another as that is from it, and not at all from itself', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      assert.equal(distance(one, other, 3, false), distance(other, one, 3, false));
      assert.equal(distance(one, one, 3, false), 0);
    }),
  );
});

test('property: marks are within the text, in order, and where the words are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 4 }), (text, word) => {
      const { excerpt, marks } = marksOf(text, [fold(word)], true);
      let before = 0;
      for (const [start, end] of marks) {
        assert.ok(before <= start && start < end && end <= excerpt.length);
        before = end;
      }
    }),
  );
});

test('numbers and keys are read as they were written', () => {
  assert.deepEqual(unpacked('AAfA'), [0, 1, 33, 34]);
  assert.deepEqual(unpacked('gB'), [32]);
  assert.equal(crc32('the'), 0x3c456de6);
});

test('a long text is cut around what was found', () => {
  const { excerpt, marks } = marksOf(`${'word '.repeat(80)}treaty ${'word '.repeat(80)}`, ['treaty'], true);
  assert.equal(excerpt.slice(...marks[0]), 'treaty');
  assert.ok(excerpt.length < 200 && excerpt.startsWith('… ') && excerpt.endsWith(' …'));
});
