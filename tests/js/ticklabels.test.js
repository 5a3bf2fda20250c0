import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { timeline } from './story.js';

const { axisWords } = await timeline('ticklabels.js');

const real = (min, max) => fc.double({ min, max, noNaN: true });
const LOCALES = ['en', 'de', 'fr', 'el', 'ar-EG', 'ja', 'fi'];
/** As wide as a type may be: letters of 4 to 10 pixels, by the width of the type. */
const letters = (size) => (words, bold) => words.length * (bold ? size * 1.08 : size);

test('no label of the axis touches another one or is cut, at any scale, width, place and language', () => {
  fc.assert(
    fc.property(
      real(-1e9, 1e9),
      real(Math.log(1e-7), Math.log(2880)),
      real(200, 2500),
      real(4, 10),
      fc.constantFrom(...LOCALES),
      (day, scale, length, size, locale) => {
        const found = axisWords({ day, perDay: Math.exp(scale) }, length, locale, letters(size));
        for (const labels of [found.minor, found.major]) {
          labels.forEach(({ x, words, width }, n) => {
            assert.equal(width, letters(size)(words, labels === found.major));
            assert.ok(x >= 0 && x + width <= length, `${words} is cut`);
            const next = labels[n + 1];
            if (next) assert.ok(x + width + 8 < next.x, `${words} touches ${next.words}`);
          });
        }
      },
    ),
    { numRuns: 2000 },
  );
});

const DAY = Date.UTC(2025, 8, 24) / 864e5;

for (const [what, hours, perDay, labels] of [
  ['in full where the days are wide', 0, 400, ['Wed, September 24, 2025', 'Thu, September 25, 2025']],
  [
    'shorter where they are narrower',
    0,
    150,
    ['Sep 24, 2025', 'Sep 25, 2025', 'Sep 26, 2025', 'Sep 27, 2025', 'Sep 28, 2025'],
  ],
  ['the day in view as long as the next one leaves it room', 16, 400, ['Sep 24, 2025', 'Thu, September 25, 2025']],
  ['and then not at all', 22, 400, ['Thu, September 25, 2025', 'Fri, September 26, 2025']],
]) {
  test(`days stand over their hours: ${what}`, () => {
    const found = axisWords({ day: DAY + hours / 24, perDay }, 800, 'en', letters(6.5));
    assert.deepEqual(
      found.major.slice(0, labels.length).map(({ words }) => words),
      labels,
    );
    assert.ok(found.major[0].x >= 0);
  });
}

test('the year of the beginning sticks to the edge', () => {
  const found = axisWords({ day: Date.UTC(2020, 4, 1) / 864e5, perDay: 3 }, 1000, 'en', letters(6.5));
  assert.deepEqual([found.major[0].words, found.major[0].x], ['2020', 5]);
});
