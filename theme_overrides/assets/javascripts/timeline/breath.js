// Parts a long work, so that the browser can answer a reader, and paint, between two pieces of it.

/** Wait until the browser has done what is more urgent. */
export function breath() {
  const { scheduler } = /** @type {{ scheduler?: { yield?(): Promise<void> } }} */ (
    /** @type {unknown} */ (globalThis)
  );
  if (scheduler?.yield) return scheduler.yield();
  // A timeout of a timeout would wait four milliseconds.
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done(undefined);
    };
    port2.postMessage(null);
  });
}
