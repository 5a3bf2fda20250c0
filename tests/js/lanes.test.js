import assert from 'node:assert/strict';
import { test } from 'node:test';
import { story, timeline } from './story.js';

const { countsOf } = await timeline('lanes.js');
const { makeLanes } = await timeline('filter.js');
const { geometry } = await timeline('geometry.js');
const { heightOf } = await timeline('sizing.js');

test('a lane counts the events that remain, also those that are in another one, too', () => {
  const columns = story();
  const mask = Uint8Array.of(1, 1, 1, 0, 0, 0);
  assert.deepEqual(countsOf({ columns, mask, lanes: makeLanes(columns, 'actor', mask) }), [3, 2]);
});

test('a few events take no more height than they can use, and all others the same', () => {
  const at = (few, lanes = 1) => heightOf({ screen: 900, around: null, lanes, few });
  assert.ok(at(1) === at(2) && at(2) < at(4) && at(4) < at(6) && at(6) < at(undefined));
  assert.equal(
    heightOf({ screen: 500, around: null, lanes: 1, few: 6 }),
    heightOf({ screen: 500, around: null, lanes: 1 }),
  );
  assert.equal(at(2, 3), at(undefined, 3));
  const rows = (few) => geometry({ depth: at(few), lanes: { count: 1 }, related: true }).rows;
  for (const few of [2, 4, 6]) assert.ok(rows(few) >= few && rows(few) <= few + 1, `${few}: ${rows(few)}`);
});

test('a few lanes take as much height as one, and many take more', () => {
  const at = (lanes) => heightOf({ screen: 900, around: null, lanes });
  assert.equal(at(5), at(1));
  assert.ok(at(13) > at(1));
});
