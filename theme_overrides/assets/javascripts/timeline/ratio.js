// Pixels of the display for each of the page: they change when somebody zooms the page, or moves it to another display.

/**
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
export function onRatio(changed, signal) {
  const watch = () => {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const next = () => {
      if (signal.aborted) return;
      changed();
      watch();
    };
    query.addEventListener('change', next, { once: true, signal });
  };
  watch();
}
