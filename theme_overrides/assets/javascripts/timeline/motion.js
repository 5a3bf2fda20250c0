// Flying to a view and gliding after a drag; not where motion is unwanted.

/** @import { Motion, Stage } from './types.js' */

import { between } from './scale.js';

export const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * A mover of a stage's view; one movement at a time, and `stirred()` is called when it begins.
 * @param {Stage} stage
 * @param {() => void} stirred
 * @returns {Motion}
 */
export function mover(stage, stirred) {
  let running = 0;
  const stop = () => {
    cancelAnimationFrame(running);
    running = 0;
  };
  /** @param {(passed: number, step: number) => boolean} step */
  const run = (step) => {
    stop();
    const begin = performance.now();
    let before = begin;
    /** @param {number} now */
    const frame = (now) => {
      const on = step(Math.max(0, now - begin), Math.max(0, now - before));
      before = now;
      running = on ? requestAnimationFrame(frame) : 0;
    };
    running = requestAnimationFrame(frame);
    stirred();
  };
  return {
    stop,
    running: () => running !== 0,
    fly(to, time = 450) {
      stop();
      if (calm()) return stage.set(to);
      const from = stage.view;
      run((passed) => {
        const share = Math.min(1, passed / time);
        const eased = share < 0.5 ? 4 * share ** 3 : 1 - (-2 * share + 2) ** 3 / 2;
        stage.set(share === 1 ? to : between(from, to, eased, stage.length));
        return share < 1;
      });
    },
    glide(velocity) {
      if (calm()) return;
      run((_, step) => {
        stage.pan(velocity * step);
        velocity *= Math.exp(-step / 325);
        return Math.abs(velocity) > 0.02; // pixels a millisecond
      });
    },
  };
}
