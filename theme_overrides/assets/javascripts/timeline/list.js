// Keeps the page's own list in step: it is the timeline for whoever cannot see or use the drawing.

/** The list of a page, or null where the page lists only some of the events. */
export function followList(root, model) {
  const rows = [...root.querySelectorAll('.dl-row[data-n]')].map((row) => ({ row: row.parentElement, i: Number(row.dataset.n) }));
  const listed = new Set(rows.map(({ i }) => i));
  if (listed.size !== model.scopeTotal) return null;
  const { columns } = model;
  const parts = rows.map(({ row, i }) => ({ row, i, mark: row.querySelector('.dl-mark'), note: row.querySelector('.dl-note') }));
  for (const part of parts) part.original = part.note.innerHTML; // written by our own generator
  const headings = [...root.querySelectorAll('.dl > h2, .dl > h3')];
  let before = null;

  return {
    update() {
      const known = model.state.known;
      for (const { row, i, mark, note, original } of parts) {
        row.hidden = !model.mask[i];
        const state = columns.statuses[model.status[i]];
        mark.className = `dl-mark dl-mark--${state}`;
        if (known !== before) note.innerHTML = original;
        if (known !== null) {
          const words = `${state[0].toUpperCase()}${state.slice(1)}, as then known${model.overdue(i) ? ' · Overdue' : ''}`;
          if (note.textContent !== words) note.textContent = words;
        }
      }
      before = known;
      for (const heading of headings) heading.hidden = empty(heading);
    },
  };
}

/** Whether nothing is shown between a heading and the next one of its rank. */
function empty(heading) {
  let rows = 0;
  for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.tagName === 'H2' || (heading.tagName === 'H3' && next.tagName === 'H3')) break;
    if (next.tagName !== 'UL') continue;
    const items = [...next.querySelectorAll(':scope > li')];
    rows += items.length;
    if (items.some((item) => !item.hidden)) return false;
    next.hidden = false;
  }
  return rows > 0;
}
