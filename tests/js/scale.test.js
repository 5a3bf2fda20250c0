import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { timeline } from './story.js';

const { MAX_PER_DAY, between, clamp, fit, pan, toDay, toPixel, zoom } = await timeline('scale.js');

const real = (min, max) => fc.double({ min, max, noNaN: true });
const days = real(-800_000, 800_000);
const views = fc.record({ day: days, perDay: real(0.0005, 2000) });
const near = (found, wanted, by) => assert.ok(Math.abs(found - wanted) <= by, `${found} is not ${wanted}`);

test('a day and its pixel are the same', () => {
  fc.assert(
    fc.property(views, real(-1e6, 1e6), (view, pixel) => {
      near(toPixel(view, toDay(view, pixel)), pixel, 1e-6 * Math.max(1, view.perDay * 800_000));
    }),
  );
});

test('a span fits between its margins, unless it is shorter than the closest zoom', () => {
  fc.assert(
    fc.property(days, real(1, 500_000), fc.integer({ min: 200, max: 3000 }), (from, width, length) => {
      const view = fit(from, from + width, length, 20);
      assert.ok(view.perDay <= MAX_PER_DAY);
      assert.ok(toPixel(view, from) >= 20 - 1e-3 && toPixel(view, from + width) <= length - 20 + 1e-3);
    }),
  );
});

test('zooming keeps the day under the pointer', () => {
  fc.assert(
    fc.property(views, real(0, 1000), real(0.2, 5), (view, pixel, factor) => {
      const before = toDay(view, pixel);
      const limits = { from: view.day - 1e7, to: view.day + 1e7 };
      near(toDay(zoom(view, factor, pixel, 1000, limits), pixel), before, 1e-6 * Math.max(1, Math.abs(before)));
    }),
  );
});

test('no move leads out of sight of the story', () => {
  fc.assert(
    fc.property(views, real(-1e6, 1e6), (view, pixels) => {
      const moved = pan(view, pixels, 1000, { from: 0, to: 10_000 });
      assert.ok(moved.day <= 10_000 && toDay(moved, 1000) >= 0);
    }),
  );
});

test('what is kept within the limits stays where it is', () => {
  fc.assert(
    fc.property(views, (view) => {
      const once = clamp(view, 1000, { from: 0, to: 10_000 });
      assert.deepEqual(clamp(once, 1000, { from: 0, to: 10_000 }), once);
    }),
  );
});

test('a flight stays between its ends', () => {
  fc.assert(
    fc.property(
      days,
      real(0.5, 500_000),
      fc.integer({ min: 200, max: 3000 }),
      real(0, 1),
      (start, width, length, share) => {
        const a = fit(start, start + width, length);
        const b = fit(start + width, start + 1.5 * width, length);
        const [low, high] = [a.perDay, b.perDay].sort((one, other) => one - other);
        const { perDay } = between(a, b, share, length);
        assert.ok(low * 0.999 <= perDay && perDay <= high * 1.001);
        near(between(a, b, 1, length).perDay, b.perDay, b.perDay * 1e-6);
      },
    ),
  );
});
