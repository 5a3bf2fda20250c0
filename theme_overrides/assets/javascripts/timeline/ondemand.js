// Modules that are fetched when they are first wanted.

/** @type {Map<string, number>} */
const tried = new Map();

/**
 * Fetch a module beside this one, by its name. Some browsers remember that an address failed: each try has another.
 * @param {string} name
 */
export async function onDemand(name) {
  const times = tried.get(name) ?? 0;
  tried.set(name, times + 1);
  const module = await import(times ? `./${name}.js?again=${times}` : `./${name}.js`);
  tried.set(name, times);
  return module;
}

const PAUSE = 5000; // milliseconds after which something that could not be fetched is tried again

/**
 * A module that a drawing does without until it is there; `came` is told when it is, or cannot be.
 * @template T
 * @param {string} name
 * @param {(there: boolean) => void} came
 */
export function later(name, came) {
  /** @type {T | null} */
  let module = null;
  /** @type {Promise<void> | null} */
  let coming = null;
  let failed = -PAUSE;
  return {
    fetching: () => coming !== null,
    /** Wait for it, where it is on its way. */
    asked: () => coming,
    /** The module, or null while it is on its way, on which this sends it. */
    get() {
      if (!module && !coming && performance.now() - failed >= PAUSE) coming = fetch();
      return module;
    },
  };

  async function fetch() {
    try {
      module = /** @type {T} */ (await onDemand(name));
    } catch {
      failed = performance.now();
    }
    coming = null;
    came(module !== null);
  }
}
