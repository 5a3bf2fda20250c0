// PLACEHOLDER
/** @import { Finder, FinderOptions } from './types.js' */
/** @param {FinderOptions} options @returns {Finder} */
export function createFinder({ base, fetch }) {
  return { find: async () => (await fetch(`${base}data/search.json`)).json() };
}
