import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeline } from './story.js';

const { say, use } = await timeline('words.js');

const MESSAGES = {
  greeting: 'Hello {name}, {count} of {all}',
  outlets: { by: 'count', 0: 'none', one: '{count} outlet', few: '{count} few', other: '{count} outlets' },
};

for (const [language, id, given, words] of [
  ['en', 'outlets', { count: 1 }, '1 outlet'],
  ['en', 'outlets', { count: 1234 }, '1,234 outlets'],
  ['en', 'outlets', { count: 0 }, 'none'],
  ['pl', 'outlets', { count: 3 }, '3 few'],
  ['de', 'outlets', { count: 12_345 }, '12.345 outlets'],
  ['en', 'outlets', {}, '{count} outlets'],
  ['en', 'greeting', { name: '{all} $&', count: 1, all: 2 }, 'Hello {all} $&, 1 of 2'],
  ['en', 'constructor', {}, 'constructor'],
  ['en', 'no-such-id', { count: 1 }, 'no-such-id'],
]) {
  test(`words take their arguments in the form that the language asks for: ${words}`, () => {
    use({ language, messages: MESSAGES });
    assert.equal(say(id, given), words);
  });
}

test('words can be asked for before there are any', async () => {
  const empty = await timeline('words.js?empty');
  assert.equal(empty.say('stage-count', { count: 1 }), 'stage-count');
});
