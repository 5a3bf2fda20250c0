// What a frame on another site says above its timeline: of what it is, and where the whole one stands.

/** @import { Columns } from './types.js' */

/**
 * Name the scope that a frame's address asks for.
 * @param {Columns} columns
 * @param {string} scope such as `storyline:lantern-forum`
 */
export function nameFrame(columns, scope) {
  const [name, id] = scope.split(':');
  const option = columns.facets[name]?.options.find((one) => one.id === id);
  const heading = document.querySelector('.dl-embed h1');
  /** @type {HTMLAnchorElement | null} */
  const link = document.querySelector('.dl-embed a');
  if (!option || !heading || !link) return;
  document.title = document.title.replace(heading.textContent ?? '', () => option.label);
  heading.textContent = option.label;
  heading.setAttribute('dir', 'auto');
  const whole = new URL(link.href);
  whole.searchParams.set(name, id);
  link.href = whole.href;
}
