// Keeps the page's own list in step: it is the timeline for whoever cannot see or use the drawing.

/** The list of a page, or null where the page lists only some of the events. */
export function followList(root, model) {
  const found = [...root.querySelectorAll('.dl-row[data-n]')];
  if (new Set(found.map((row) => row.dataset.n)).size !== model.scopeTotal) return null;
  const { columns } = model;
  const sections = new Map();
  const parts = found.map((row) => part(row, sections));
  for (const { counts } of parts) for (const count of counts) count.shown++;

  return {
    /** Write what changed since the last time; while the story plays that is a few rows of thousands. */
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
        // What is hidden is written when it is shown again.
        if (!shown) continue;
        const words = past ? stateWords(columns.statuses[model.status[part.i]], model.overdue(part.i)) : null;
        if (words !== part.words) rewrite(part, columns.statuses[model.status[part.i]], words);
      }
      for (const { heading, shown } of touched) heading.hidden = shown === 0;
    },
  };
}

/** A row, and the headings that it stands under. */
function part(head, sections) {
  const row = head.parentElement;
  const note = row.querySelector('.dl-note');
  return {
    row, note, i: Number(head.dataset.n), mark: row.querySelector('.dl-mark'), shown: true, words: null,
    original: [...note.childNodes],
    counts: headings(row.parentElement, sections),
  };
}

/** The h3 and h2 above a list, each with a count of the rows that it stands over. */
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

const stateWords = (state, overdue) => `${state[0].toUpperCase()}${state.slice(1)}, as then known${overdue ? ' · Overdue' : ''}`;

/** Put the state as then known into a row, or, with no words, what stood there at first. */
function rewrite(part, state, words) {
  part.words = words;
  part.mark.className = `dl-mark dl-mark--${state}`;
  part.note.replaceChildren(...(words === null ? part.original : [words]));
}
