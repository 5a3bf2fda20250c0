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
