import assert from 'node:assert/strict';
import { test } from 'node:test';
import { story, timeline } from './story.js';

const { countsOf } = await timeline('lanes.js');
const { makeLanes } = await timeline('filter.js');
const { heightOf } = await timeline('sizing.js');

test('a lane counts the events that remain, also those that are in another one, too', () => {
  const columns = story();
  const mask = Uint8Array.of(1, 1, 1, 0, 0, 0);
  assert.deepEqual(countsOf({ columns, mask, lanes: makeLanes(columns, 'actor', mask) }), [3, 2]);
});

test('a few lanes take as much height as one, and many take more', () => {
  const at = (lanes) => heightOf({ screen: 900, around: null, lanes });
  assert.equal(at(5), at(1));
  assert.ok(at(13) > at(1));
});
