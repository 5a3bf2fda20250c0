import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breath } from '../../theme_overrides/assets/javascripts/timeline/breath.js';

test('a browser that cannot yield takes a breath as well', async () => {
  assert.equal('scheduler' in globalThis, false);
  let other = false;
  setImmediate(() => {
    other = true;
  });
  for (let times = 0; times < 20 && !other; times++) await breath();
  assert.equal(other, true);
});

test('a browser that can yield is asked to', async () => {
  let asked = 0;
  Object.assign(globalThis, {
    scheduler: {
      async yield() {
        asked++;
      },
    },
  });
  await breath();
  delete globalThis.scheduler;
  assert.equal(asked, 1);
});
