import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { story, timeline } from './story.js';

const { applyFilters, makeLanes, scopeMask } = await timeline('filter.js');
const { use } = await timeline('words.js');
use({ language: 'en', messages: { 'lanes-none': 'None', 'lanes-others': 'Others' } });

const ALL = new Uint8Array(6).fill(1);
const sets = (choice) => Object.fromEntries(Object.entries(choice).map(([name, ids]) => [name, new Set(ids)]));

for (const { choice = {}, scope = '', matches = null, mask, kinds, actors } of [
  { mask: [1, 1, 1, 1, 1, 1], kinds: [3, 3], actors: [5, 2] },
  { choice: { kind: ['visit'] }, mask: [0, 0, 1, 1, 1, 0], kinds: [3, 3], actors: [2, 1] },
  { choice: { kind: ['visit'], actor: ['b'] }, mask: [0, 0, 1, 0, 0, 0], kinds: [1, 1], actors: [2, 1] },
  { choice: { actor: ['a', 'b'] }, mask: [1, 1, 1, 0, 1, 1], kinds: [3, 2], actors: [5, 2] },
  { choice: { kind: ['no-longer-a-kind'] }, mask: [1, 1, 1, 1, 1, 1], kinds: [3, 3], actors: [5, 2] },
  { scope: 'actor:b', mask: [0, 1, 1, 0, 0, 0], kinds: [1, 1], actors: [2, 2] },
  { scope: 'actor:nobody', mask: [0, 0, 0, 0, 0, 0], kinds: [0, 0], actors: [0, 0] },
  { matches: [1, 0, 0, 0, 0, 1], mask: [1, 0, 0, 0, 0, 1], kinds: [2, 0], actors: [2, 0] },
]) {
  test(`filters leave ${mask} of ${JSON.stringify(choice)}${scope && ` in ${scope}`}`, () => {
    const columns = story();
    const found = applyFilters(columns, sets(choice), scopeMask(columns, scope), matches);
    assert.deepEqual([...found.mask], mask);
    assert.equal(
      found.total,
      mask.reduce((sum, one) => sum + one, 0),
    );
    assert.deepEqual([[...found.counts.kind], [...found.counts.actor]], [kinds, actors]);
  });
}

test('a count is what remains once its option alone is chosen in its facet', () => {
  const ids = (...all) => fc.option(fc.subarray(all, { minLength: 1 }), { nil: [] });
  fc.assert(
    fc.property(ids('treaty', 'visit'), ids('a', 'b'), (kind, actor) => {
      const columns = story();
      const choice = sets({ kind, actor });
      const { counts } = applyFilters(columns, choice, ALL, null);
      for (const name of ['kind', 'actor']) {
        columns.facets[name].options.forEach(({ id }, number) => {
          const alone = applyFilters(columns, { ...choice, [name]: new Set([id]) }, ALL, null);
          assert.equal(counts[name][number], alone.total);
        });
      }
    }),
  );
});

test('lanes are the fullest first, and the rest stands last', () => {
  const lanes = makeLanes(story(), 'actor', ALL);
  assert.deepEqual(lanes.names, ['A', 'B', 'None']);
  assert.deepEqual([0, 1, 3].map(lanes.of), [[0], [0, 1], [2]]);
});

test('the largest dozen have lanes, in the records’ own order where they have one, and the rest one together', () => {
  const labels = Array.from({ length: 15 }, (_, n) => `L${n}`);
  const facet = {
    options: labels.map((label) => ({ id: label, label })),
    sets: labels.map((_, n) => [n]),
    // Of the last there are fifteen, of the first one.
    of: Uint32Array.from(labels.flatMap((_, n) => Array(n + 1).fill(n))),
  };
  const columns = { count: facet.of.length, facets: { storyline: facet, actor: facet } };
  const every = new Uint8Array(columns.count).fill(1);
  const lines = makeLanes(columns, 'storyline', every);
  assert.deepEqual(lines.names, [...labels.slice(3), 'Others']);
  assert.deepEqual([0, 6, columns.count - 1].map(lines.of), [[12], [0], [11]]);
  assert.deepEqual(makeLanes(columns, 'actor', every).names, [...labels.slice(3).reverse(), 'Others']);
});

test('without a facet there is one lane', () => {
  const { count, names, of } = makeLanes(story(), 'none', ALL);
  assert.deepEqual([count, names, of(0)], [1, [''], [0]]);
});
