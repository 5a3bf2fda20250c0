// The place that the address names is kept where it belongs while the drawing grows above it, until the reader moves.

const HELD = 5_000; // milliseconds
const MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'];

/**
 * @param {HTMLElement} root
 * @param {AbortSignal} signal
 */
export function holdPlace(root, signal) {
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
  // Somebody who comes back is where they were.
  if (visit && visit.type !== 'navigate') return;
  const observer = new ResizeObserver(() => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.checkVisibility()) target.scrollIntoView({ behavior: 'instant' });
  });
  const end = () => observer.disconnect();
  for (const move of MOVES) addEventListener(move, end, { signal, once: true, passive: true });
  signal.addEventListener('abort', end);
  setTimeout(end, HELD);
  observer.observe(root);
}
