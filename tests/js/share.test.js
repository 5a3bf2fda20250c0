import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeline } from './story.js';

const { embedAddress, frameCode } = await timeline('share.js');

test("a frame's code cannot be broken out of", () => {
  const address = embedAddress('https://example.org/a/?find="><script>&lanes=kind', '../embed/', 'actor:x');
  const code = frameCode(address);
  assert.equal(code.split('"').length - 1, 12);
  assert.ok(!code.includes('<script'));
  assert.ok(code.includes('https://example.org/embed/?find=') && code.includes('scope=actor%3Ax'));
});
