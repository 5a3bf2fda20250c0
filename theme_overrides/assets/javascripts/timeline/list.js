// Keeps the page's list in step, for whoever cannot use the drawing.

import { say } from './words.js';

/** The page's list, or null where it has only some of the events. */
export function followList(root, model, texts) {
  const found = [...root.querySelectorAll('.dl-row[data-n]')];
  if (new Set(found.map((row) => row.dataset.n)).size !== model.scopeTotal) return null;
  const { columns } = model;
  const { options } = columns.facets.status;
  const then = ['list-then', 'list-then-overdue'].map((id) => options.map(({ label }) => say(id, { status: label })));
  const sections = new Map();
  const parts = found.map((row) => part(row, sections));
  for (const { counts } of parts) for (const count of counts) count.shown++;

  return {
    /** Write what changed: while the story plays, a few rows of thousands. */
    update() {
      const past = model.state.known !== null;
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
      for (const { heading, shown } of touched) heading.hidden = shown === 0;
    },
  };

  /** Show a row as the event was known then, where its date of then puts it; null shows none. */
  function showThen(part, i, words, touched) {
    const text = i === null ? null : texts.get(i);
    if (part.then && (part.then.i !== i || part.then.words !== words)) {
      part.then.row.remove();
      count(part.then.counts, -1, touched);
      part.then = null;
    }
    if (!text || part.then) return;
    const row = part.row.cloneNode(true);
    row.hidden = false;
    row.querySelector('.dl-row').textContent = text.date;
    row.querySelector('.dl-row').removeAttribute('data-n');
    row.querySelector('a').textContent = text.title;
    row.querySelector('.dl-mark').className = `dl-mark dl-mark--${columns.statuses[columns.status[i]]}`;
    row.querySelector('.dl-note').textContent = words;
    const before = parts.findLast(({ now }) => now < i) ?? parts[0];
    before.row[before.now < i ? 'after' : 'before'](row);
    part.then = { i, words, row, counts: before.counts };
    count(before.counts, 1, touched);
  }
}

/** Count rows more or fewer below headings. */
function count(headings, more, touched) {
  for (const heading of headings) {
    heading.shown += more;
    touched.add(heading);
  }
}

function part(head, sections) {
  const row = head.parentElement;
  const note = row.querySelector('.dl-note');
  return {
    row,
    note,
    now: Number(head.dataset.n),
    shown: true,
    words: null,
    then: null,
    original: [...note.childNodes],
    counts: headings(row.parentElement, sections),
  };
}

/** The headings above a list, with a count of their rows. */
function headings(list, sections) {
  if (sections.has(list)) return sections.get(list);
  const found = [];
  for (
    let before = list.previousElementSibling;
    before && found.at(-1)?.heading.tagName !== 'H2';
    before = before.previousElementSibling
  ) {
    if (before.tagName !== 'H2' && (before.tagName !== 'H3' || found.length)) continue;
    if (!sections.has(before)) sections.set(before, { heading: before, shown: 0 });
    found.push(sections.get(before));
  }
  sections.set(list, found);
  return found;
}

/** Write the state as then known, or what stood there at first. */
function rewrite(part, words) {
  part.words = words;
  part.note.replaceChildren(...(words === null ? part.original : [words]));
}
