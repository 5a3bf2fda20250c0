// Pointer, wheel and keyboard on the stage become moves of the view: drag with inertia, pinch, wheel, keys.

const STILL = 5; // pixels that a click may wander
const REST = 0.02; // pixels a millisecond, below which a glide ends

/**
 * Listen on an element until `signal` aborts. `act` has pan(pixels), zoom(factor, pixel), click(x, y), hover(x, y | null),
 * key(name, event) → whether it was meant for us, and glide(velocity). `vertical()` tells how time runs.
 */
export function listen(element, act, vertical, signal) {
  const pointers = new Map();
  const options = { signal };
  let moved = 0;
  let velocity = 0;
  let last = 0;
  let pinch = null;
  const spot = (event) => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const along = ({ x, y }) => (vertical() ? y : x);

  element.addEventListener('pointerdown', (event) => {
    if (event.button > 0) return;
    element.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, spot(event));
    [moved, velocity, last] = [0, 0, event.timeStamp];
    act.stop();
  }, options);

  element.addEventListener('pointermove', (event) => {
    const now = spot(event);
    const before = pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== 'touch') act.hover(now.x, now.y);
      return;
    }
    pointers.set(event.pointerId, now);
    if (pointers.size === 2) {
      const [a, b] = [...pointers.values()];
      const apart = Math.hypot(a.x - b.x, a.y - b.y);
      const middle = along({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
      if (pinch) {
        act.pan(pinch.middle - middle);
        act.zoom(apart / pinch.apart, middle);
      }
      pinch = { apart, middle };
      moved = Infinity;
      return;
    }
    const step = along(before) - along(now);
    moved += Math.hypot(now.x - before.x, now.y - before.y);
    const time = Math.max(1, event.timeStamp - last);
    velocity = 0.7 * (step / time) + 0.3 * velocity;
    last = event.timeStamp;
    if (moved > STILL) {
      act.hover(null);
      act.pan(step);
    }
  }, options);

  const release = (event) => {
    const at = pointers.get(event.pointerId);
    pointers.delete(event.pointerId);
    if (pinch) {
      if (pointers.size === 0) pinch = null;
      return;
    }
    if (!at || event.type === 'pointercancel') return;
    if (moved <= STILL) act.click(at.x, at.y);
    else if (event.timeStamp - last < 60 && Math.abs(velocity) > REST) act.glide(velocity);
  };
  element.addEventListener('pointerup', release, options);
  element.addEventListener('pointercancel', release, options);
  element.addEventListener('lostpointercapture', release, options);
  element.addEventListener('pointerleave', () => act.hover(null), options);
  element.addEventListener('dblclick', (event) => act.zoom(2, along(spot(event))), options);

  element.addEventListener('wheel', (event) => {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 16 : 1;
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (sideways || event.shiftKey) act.pan((sideways ? event.deltaX : event.deltaY) * lines);
    else act.zoom(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.002)), along(spot(event)));
  }, { signal, passive: false });

  element.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (act.key(event.key)) event.preventDefault();
  }, options);
}
