// Pointer, wheel and keys on the stage become moves of the view.

/** @import { Model, Point, Stage } from './types.js' */

const STILL = 5; // pixels that a click may wander
const WHEEL = 400; // milliseconds, after which a turn of the wheel is a new one

/**
 * @typedef {object} Gestures
 * @property {(pixels: number) => void} pan
 * @property {(factor: number, pixel: number) => void} zoom
 * @property {(x: number, y: number) => void} click
 * @property {(at: Point | null) => void} hover
 * @property {() => void} stop
 * @property {(velocity: number) => void} glide pixels a millisecond
 * @property {Record<string, () => unknown>} keys actions by the key's name
 */

/**
 * Listen on an element until `signal` aborts.
 * @param {HTMLElement} element
 * @param {Gestures} act
 * @param {AbortSignal} signal
 */
export function listen(element, act, signal) {
  /** @type {Map<number, Point>} */
  const pointers = new Map();
  let moved = 0;
  let velocity = 0;
  let last = 0;
  /** @type {{ apart: number, middle: number } | null} */
  let pinch = null;
  /** @param {MouseEvent} event */
  const spot = (event) => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  element.addEventListener('pointerdown', (event) => {
    if (event.button > 0) return;
    element.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, spot(event));
    [moved, velocity, last] = [0, 0, event.timeStamp];
    act.stop();
  });

  element.addEventListener('pointermove', (event) => {
    const now = spot(event);
    const before = pointers.get(event.pointerId);
    if (event.movementX || event.movementY) elsewhere = -Infinity;
    if (!before) {
      if (event.pointerType !== 'touch') act.hover(now);
      return;
    }
    pointers.set(event.pointerId, now);
    if (pointers.size === 2) {
      const [a, b] = [...pointers.values()];
      const apart = Math.hypot(a.x - b.x, a.y - b.y);
      const middle = (a.x + b.x) / 2;
      if (pinch) {
        act.pan(pinch.middle - middle);
        act.zoom(apart / pinch.apart, middle);
      }
      pinch = { apart, middle };
      moved = Infinity;
      return;
    }
    const step = before.x - now.x;
    moved += Math.hypot(now.x - before.x, now.y - before.y);
    const time = Math.max(1, event.timeStamp - last);
    velocity = 0.7 * (step / time) + 0.3 * velocity;
    last = event.timeStamp;
    if (moved > STILL) {
      act.hover(null);
      act.pan(step);
    }
  });

  /** @param {PointerEvent} event */
  const release = (event) => {
    const at = pointers.get(event.pointerId);
    pointers.delete(event.pointerId);
    if (pinch) {
      if (pointers.size === 0) pinch = null;
      return;
    }
    if (!at || event.type === 'pointercancel') return;
    if (moved <= STILL) act.click(at.x, at.y);
    else if (event.timeStamp - last < 60) act.glide(velocity);
  };
  for (const name of /** @type {const} */ (['pointerup', 'pointercancel', 'lostpointercapture']))
    element.addEventListener(name, release);
  element.addEventListener('pointerleave', () => act.hover(null));
  element.addEventListener('dblclick', (event) => act.zoom(2, spot(event).x));

  // A page that scrolls past below the pointer goes on scrolling, until the pointer moves or the wheel rests.
  let elsewhere = -Infinity;
  document.addEventListener(
    'wheel',
    (event) => {
      if (!element.contains(/** @type {Node} */ (event.target))) elsewhere = event.timeStamp;
    },
    {
      signal,
      passive: true,
    },
  );
  element.addEventListener(
    'wheel',
    (event) => {
      if (event.timeStamp - elsewhere < WHEEL) {
        elsewhere = event.timeStamp;
        return;
      }
      event.preventDefault();
      const lines = event.deltaMode === 1 ? 16 : 1;
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (sideways || event.shiftKey) act.pan((sideways ? event.deltaX : event.deltaY) * lines);
      else act.zoom(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.002)), spot(event).x);
    },
    { passive: false },
  );

  element.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !act.keys[event.key]) return;
    event.preventDefault();
    act.keys[event.key]();
  });
}

/**
 * @typedef {object} KeyActions
 * @property {(i: number | null) => unknown} focus
 * @property {(i: number | null) => Promise<void>} select
 * @property {(what: string) => void} show
 * @property {() => void} enter
 */

/**
 * Actions by the key's name.
 * @param {Stage} stage
 * @param {Model} model
 * @param {KeyActions} act
 * @returns {Record<string, () => unknown>}
 */
export function makeKeys(stage, model, { focus, select, show, enter }) {
  /** @param {number} share */
  const pan = (share) => stage.pan(stage.length * share);
  /** @param {number} by */
  const step = (by) => focus(model.neighbour(stage.focus, by));
  return {
    ArrowLeft: () => pan(-0.1),
    ArrowRight: () => pan(0.1),
    ArrowUp: () => step(-1),
    ArrowDown: () => step(1),
    PageUp: () => pan(-0.9),
    PageDown: () => pan(0.9),
    Home: () => focus(model.neighbour(null, 1)),
    End: () => focus(model.neighbour(null, -1)),
    '+': () => stage.zoom(1.5),
    '=': () => stage.zoom(1.5),
    '-': () => stage.zoom(1 / 1.5),
    0: () => show('start'),
    Enter: () => stage.focus !== null && select(stage.focus).then(enter),
    Escape: () => select(null),
  };
}
