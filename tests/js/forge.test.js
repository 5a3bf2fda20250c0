import assert from 'node:assert/strict';
import { test } from 'node:test';

const { newFile } = await import('../../theme_overrides/assets/javascripts/form/forge.js');

const PATH = 'content/events/2025/a b.yaml';

for (const [repository, edit, address] of [
  [
    'https://github.com/a/b/',
    'edit/main/',
    'https://github.com/a/b/new/main/content/events/2025?filename=a%20b.yaml&value=t%3A%20%26',
  ],
  [
    'https://github.com/a/b.git',
    'blob/trunk/docs/',
    'https://github.com/a/b/new/trunk/content/events/2025?filename=a%20b.yaml&value=t%3A%20%26',
  ],
  [
    'https://gitlab.com/a/b',
    '-/edit/dev/',
    'https://gitlab.com/a/b/-/new/dev?file_name=content%2Fevents%2F2025%2Fa%20b.yaml&content=t%3A%20%26',
  ],
  [
    'https://git.example.org/a/b',
    '-/edit/main/',
    'https://git.example.org/a/b/-/new/main?file_name=content%2Fevents%2F2025%2Fa%20b.yaml&content=t%3A%20%26',
  ],
  ['https://git.example.org/a/b', 'src/main/', ''],
  ['', 'edit/main/', ''],
  ['javascript:alert(1)', 'edit/main/', ''],
]) {
  test(`a new file at ${repository || 'no repository'} with ${edit}`, () => {
    assert.deepEqual(newFile(repository, edit, PATH, 't: &'), address ? { address, isFilled: true } : null);
  });
}

test('a text that no address holds is left to be copied', () => {
  assert.deepEqual(newFile('https://github.com/a/b', 'edit/main/', PATH, 'x'.repeat(9000)), {
    address: 'https://github.com/a/b/new/main/content/events/2025?filename=a%20b.yaml',
    isFilled: false,
  });
});
