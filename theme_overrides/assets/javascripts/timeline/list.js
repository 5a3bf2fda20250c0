// Keeps the page's list in step, for whoever cannot use the drawing. Fetched when something is to be hidden or found
// in it.

/** @import { Model, Texts } from './types.js' */

import { say } from './words.js';

/**
 * @typedef {{ heading: Element, shown: number }} Counted A heading, and how many rows below it are shown.
 * @typedef {{ i: number, words: string | null, row: HTMLElement, counts: Counted[] }} Former
 * @typedef {{ lists: Map<Element, Counted[]>, headings: Map<Element, Counted> }} Sections
 */

/**
 * @typedef {object} Part A row of the list.
 * @property {HTMLElement} row
 * @property {HTMLElement} note
 * @property {number} now the event's row of today
 * @property {boolean} shown
 * @property {string | null} words its state as then known, which stands in place of `original`
 * @property {Former | null} former the row that stands for it where its date of then puts it
 * @property {Node[]} original
 * @property {Counted[]} counts
 */

/**
 * The page's list, by the rows that it has of all events.
 * @param {HTMLElement[]} found
 * @param {Model} model
 * @param {Texts} texts
 */
export function followList(found, model, texts) {
  const { columns } = model;
  const { options } = columns.facets.status;
  const then = ['list-then', 'list-then-overdue'].map((id) => options.map(({ label }) => say(id, { status: label })));
  /** @type {Sections} */
  const sections = { lists: new Map(), headings: new Map() };
  const parts = found.map((row) => part(row, sections));
  for (const { counts } of parts) for (const count of counts) count.shown++;

  return {
    /**
     * The row of the first event below a heading, or of a line itself; null where none is.
     * @param {Element} target
     */
    first(target) {
      const after = parts.find(({ row }) => {
        const place = target.compareDocumentPosition(row);
        return place === 0 || place & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY);
      });
      return after ? after.now : null;
    },
    /** Write what changed: while the story plays, a few rows of thousands. */
    update() {
      const past = model.state.known !== null;
      /** @type {Set<Counted>} */
      const touched = new Set();
      for (const part of parts) {
        const i = model.present(part.now);
        const shown = i === part.now && model.mask[i] === 1;
        if (shown !== part.shown) {
          part.shown = shown;
          part.row.hidden = !shown;
          count(part.counts, shown ? 1 : -1, touched);
        }
        const words = past && i !== null ? then[Number(model.overdue(i))][columns.status[i]] : null;
        if (shown && words !== part.words) rewrite(part, words);
        showThen(part, i !== null && i !== part.now && model.mask[i] ? i : null, words, touched);
      }
      for (const { heading, shown } of touched) heading.toggleAttribute('hidden', shown === 0);
    },
  };

  /**
   * Show a row as the event was known then, where its date of then puts it; null shows none.
   * @param {Part} part
   * @param {number | null} i
   * @param {string | null} words
   * @param {Set<Counted>} touched
   */
  function showThen(part, i, words, touched) {
    const text = i === null ? null : texts.get(i);
    if (part.former && (part.former.i !== i || part.former.words !== words)) {
      part.former.row.remove();
      count(part.former.counts, -1, touched);
      part.former = null;
    }
    if (i === null || !text || part.former) return;
    const row = /** @type {HTMLElement} */ (part.row.cloneNode(true));
    row.hidden = false;
    within(row, '.dl-row').textContent = text.date;
    within(row, '.dl-row').removeAttribute('data-n');
    within(row, 'a').textContent = text.title;
    within(row, '.dl-mark').className = `dl-mark dl-mark--${columns.statuses[columns.status[i]]}`;
    within(row, '.dl-note').textContent = words;
    const before = parts.findLast(({ now }) => now < i) ?? parts[0];
    before.row[before.now < i ? 'after' : 'before'](row);
    part.former = { i, words, row, counts: before.counts };
    count(before.counts, 1, touched);
  }
}

/**
 * What every row has.
 * @param {Element} row
 * @param {string} selector
 */
const within = (row, selector) => /** @type {HTMLElement} */ (row.querySelector(selector));

/**
 * Count rows more or fewer below headings.
 * @param {Counted[]} headings
 * @param {number} more
 * @param {Set<Counted>} touched
 */
function count(headings, more, touched) {
  for (const heading of headings) {
    heading.shown += more;
    touched.add(heading);
  }
}

/**
 * @param {HTMLElement} head
 * @param {Sections} sections
 * @returns {Part}
 */
function part(head, sections) {
  const row = /** @type {HTMLElement} */ (head.parentElement);
  const note = within(row, '.dl-note');
  return {
    row,
    note,
    now: Number(head.dataset.n),
    shown: true,
    words: null,
    former: null,
    original: [...note.childNodes],
    counts: headings(/** @type {Element} */ (row.parentElement), sections),
  };
}

/**
 * The headings above a list, with a count of their rows.
 * @param {Element} list
 * @param {Sections} sections
 */
function headings(list, sections) {
  const before = sections.lists.get(list);
  if (before) return before;
  /** @type {Counted[]} */
  const found = [];
  for (let above = list.previousElementSibling; above && found.at(-1)?.heading.tagName !== 'H2'; ) {
    if (above.tagName === 'H2' || (above.tagName === 'H3' && !found.length)) {
      const counted = sections.headings.get(above) ?? { heading: above, shown: 0 };
      sections.headings.set(above, counted);
      found.push(counted);
    }
    above = above.previousElementSibling;
  }
  sections.lists.set(list, found);
  return found;
}

/**
 * Write the state as then known, or what stood there at first.
 * @param {Part} part
 * @param {string | null} words
 */
function rewrite(part, words) {
  part.words = words;
  part.note.replaceChildren(...(words === null ? part.original : [words]));
}
