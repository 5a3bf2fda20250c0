import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeline } from './story.js';

const { veilAt } = await timeline('veil.js');

for (const [known, at] of [
  [null, null],
  [9, 50],
  [-5, 0],
  [30, null],
]) {
  test(`as known on day ${known} the paper is faded from pixel ${at} on`, () => {
    assert.equal(veilAt({ known, view: { day: 0, perDay: 5 }, length: 100 }), at);
  });
}
