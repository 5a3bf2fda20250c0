// What was found, as options of a listbox. Every text is a stranger's, and goes in as text.

/** @import { Hit, Mark } from './types.js' */

import { el } from '../timeline/dom.js';
import { say } from '../timeline/words.js';

/** The order of what one may choose among. */
export const KINDS = ['event', 'actor', 'outlet', 'place', 'storyline', 'quote', 'article', 'page'];

/**
 * A text with its marks, as nodes.
 * @param {string} text
 * @param {Mark[]} marks
 */
export function marked(text, marks) {
  const parts = [];
  let at = 0;
  for (const [from, to] of marks) {
    if (from < at || to > text.length || from >= to) continue;
    parts.push(text.slice(at, from), el('mark', {}, text.slice(from, to)));
    at = to;
  }
  return [...parts, text.slice(at)].filter((part) => part !== '');
}

/**
 * Hits by kind, the kind of the best one first, as groups with a heading; `base` is the site's address.
 * @param {Hit[]} hits
 * @param {string} base
 */
export function groups(hits, base) {
  /** @type {{ element: HTMLElement, hit: Hit }[]} */
  const options = [];
  const elements = [...new Set(hits.map(({ kind }) => kind))].map((kind) => {
    const own = hits.filter((hit) => hit.kind === kind);
    const made = own.map((hit) => {
      const element = option(hit, `dl-search-${options.length}`, base);
      options.push({ element, hit });
      return element;
    });
    const name = `dl-search-kind-${kind}`;
    const heading = el('div', { class: 'dl-search__kind', id: name }, say(`search-kind-${kind}`));
    return el('div', { role: 'group', 'aria-labelledby': name }, heading, ...made);
  });
  return { elements, options };
}

/**
 * @param {Hit} hit
 * @param {string} id
 * @param {string} base
 */
function option({ title, titleMarks, date, excerpt, href }, id, base) {
  const address = new URL(href, base);
  return el(
    'a',
    {
      class: 'dl-search__hit',
      role: 'option',
      id,
      tabindex: '-1',
      'aria-selected': 'false',
      // The index names pages of this site only; nothing else is followed.
      href: address.href.startsWith(base) ? address.href : base,
    },
    el('span', { class: 'dl-search__title', dir: 'auto' }, ...marked(title, titleMarks)),
    date ? el('span', { class: 'dl-search__date' }, date) : null,
    excerpt.text
      ? el('span', { class: 'dl-search__excerpt', dir: 'auto' }, ...marked(excerpt.text, excerpt.marks))
      : null,
  );
}
