// Keeps the page's list in step, for whoever cannot use the drawing.

import { say } from './words.js';

/** The page's list, or null where it has only some of the events. */
export function followList(root, model) {
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
        const shown = model.mask[part.i] === 1;
        if (shown !== part.shown) {
          part.shown = shown;
          part.row.hidden = !shown;
          for (const count of part.counts) {
            count.shown += shown ? 1 : -1;
            touched.add(count);
          }
        }
        if (!shown) continue;
        const state = model.status[part.i];
        const words = past ? then[Number(model.overdue(part.i))][state] : null;
        if (words !== part.words) rewrite(part, options[state].id, words);
      }
      for (const { heading, shown } of touched) heading.hidden = shown === 0;
    },
  };
}

function part(head, sections) {
  const row = head.parentElement;
  const note = row.querySelector('.dl-note');
  return {
    row, note, i: Number(head.dataset.n), mark: row.querySelector('.dl-mark'), shown: true, words: null,
    original: [...note.childNodes],
    counts: headings(row.parentElement, sections),
  };
}

/** The headings above a list, with a count of their rows. */
function headings(list, sections) {
  if (sections.has(list)) return sections.get(list);
  const found = [];
  for (let before = list.previousElementSibling; before && found.at(-1)?.heading.tagName !== 'H2'; before = before.previousElementSibling) {
    if (before.tagName !== 'H2' && (before.tagName !== 'H3' || found.length)) continue;
    if (!sections.has(before)) sections.set(before, { heading: before, shown: 0 });
    found.push(sections.get(before));
  }
  sections.set(list, found);
  return found;
}

/** Write the state as then known, or what stood there at first. */
function rewrite(part, state, words) {
  part.words = words;
  part.mark.className = `dl-mark dl-mark--${state}`;
  part.note.replaceChildren(...(words === null ? part.original : [words]));
}
