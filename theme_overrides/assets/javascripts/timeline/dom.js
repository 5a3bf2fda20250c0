// Makes elements. Text never goes in as HTML: it comes from strangers.

/**
 * @typedef {string | number | boolean | null | undefined | (() => unknown)} Property
 * @typedef {Record<string, Property>} Properties
 */

/**
 * An element with attributes, `on…` listeners, and children (elements or text).
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Properties} [properties]
 * @param {...(Node | string | null | undefined)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value == null || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

/**
 * @param {string} text
 * @param {() => unknown} onclick
 * @param {Properties} [properties]
 */
export const button = (text, onclick, properties = {}) =>
  el('button', { type: 'button', onclick, ...properties }, text);
