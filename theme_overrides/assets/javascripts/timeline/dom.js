// Makes elements. Text never goes in as HTML: it comes from strangers.

/** An element with attributes, `on…` listeners, and children (elements or text). */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value == null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

export const button = (text, onclick, properties = {}) =>
  el('button', { type: 'button', onclick, ...properties }, text);
