import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { timeline } from './story.js';

const { every, ticks } = await timeline('ticks.js');

const real = (min, max) => fc.double({ min, max, noNaN: true });

test('ticks stand apart, in order, and cover the axis', () => {
  fc.assert(
    fc.property(real(-80_000, 80_000), real(0.002, 2800), (day, perDay) => {
      const pixels = ticks({ day, perDay }, 1000, 'en', 74).minor.map((tick) => (tick.day - day) * perDay);
      assert.ok(pixels[0] <= 1);
      // A February is shorter than the mean month by a tenth.
      for (let n = 1; n < pixels.length; n++) assert.ok(pixels[n] - pixels[n - 1] >= 74 * 0.9);
    }),
  );
});

test('weeks begin on Monday', () => {
  for (const day of every('day', 7, -1000, 1000)) assert.equal(new Date(day * 864e5).getUTCDay(), 1);
});

for (const [perDay, locale, labels] of [
  [1800, 'en', ['00:00', '01:00', '02:00']],
  [120, 'en', ['Jan 1', 'Jan 2', 'Jan 3']],
  [120, 'de', ['1. Jan.', '2. Jan.', '3. Jan.']],
  [4, 'fr', ['janv.', 'févr.', 'mars']],
  [0.3, 'en', ['2020', '2021', '2022']],
  [0.021, 'en', ['2020', '2030', '2040']],
  [0.3, 'ar-EG', ['٢٠٢٠', '٢٠٢١', '٢٠٢٢']],
]) {
  test(`ticks follow the zoom and the reader's language: ${labels[1]} in ${locale}`, () => {
    const day = Date.UTC(2020, 0, 1) / 864e5;
    const { minor } = ticks({ day, perDay }, 1500, locale, 74);
    assert.deepEqual(
      minor.slice(0, 3).map((tick) => tick.label),
      labels,
    );
  });
}

for (const [year, label] of [
  [0, '1 BC'],
  [-43, '44 BC'],
  [-500_000, '500,000 BC'],
  [13_000_000, '13,000,000'],
]) {
  test(`ticks reach beyond the years that a date knows: ${label}`, () => {
    const perDay = Math.abs(year) < 1000 ? 0.3 : 0.0008;
    const { minor } = ticks({ day: (year - 1970) * 365.2425 - 200, perDay }, 1000, 'en', 74);
    assert.ok(minor.some((tick) => tick.label === label));
  });
}
