import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { timeline } from './story.js';

const { fromParams, isoDay, parseDay, toParams } = await timeline('address.js');

const FACETS = ['kind', 'actor'];
const again = (query) => toParams(fromParams(new URLSearchParams(query), FACETS), FACETS).toString();

for (const query of [
  '',
  'from=2020-01-01&to=2021-06-01',
  'from=2020-01-01T12%3A30%3A00Z&to=2021-06-01',
  'from=Y-13800000000&to=Y170000000',
  'from=-000043-03-15&to=2021-06-01',
  'lanes=kind&kind=treaty%2Cvisit&find=a+%26+b&known=2025-11-07&event=2025-x&tour=2025-y&relations=all',
  'tour=off',
]) {
  test(`an address and a state are the same: ${query}`, () => assert.equal(again(query), query));
}

test('an old name of what is looked for is read', () => assert.equal(again('q=a+b'), 'find=a+b'));

for (const query of [
  'from=x&to=y',
  'from=2021-01-01&to=2020-01-01',
  'lanes=constructor',
  'known=soon',
  'from=2020-01-01',
  '__proto__=1',
]) {
  test(`a broken address is passed over: ${query}`, () => assert.equal(again(query), ''));
}

test('a day is read as it was written, to the second', () => {
  fc.assert(
    fc.property(fc.double({ min: -9e7, max: 9e7, noNaN: true }), (day) => {
      assert.ok(Math.abs(parseDay(isoDay(day)) - day) <= 0.5 / 86_400 + 1e-8);
    }),
  );
});

test('no text brings the reading of a day down', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const day = parseDay(text);
      assert.ok(day === null || Number.isFinite(day));
    }),
  );
});
