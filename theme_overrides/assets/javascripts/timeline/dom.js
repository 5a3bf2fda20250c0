// Makes elements. Text goes in as text, never as HTML: titles and quotes come from strangers.

/** An element with properties (`class`, `on…` listeners, `aria-…` and other attributes) and children (elements or text). */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A button with a text that everybody sees or, as `label`, that only its sign stands for. */
export const button = (text, onclick, properties = {}) => el('button', { type: 'button', onclick, ...properties }, text);
