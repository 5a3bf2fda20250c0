// What a page calls awaited may be overdue by the day on which somebody reads it.

/** Today where the reader is, in days since 1970. */
function today() {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 864e5;
}

/** Say of what was due before today that it is overdue, and list it there on the page of what is awaited. */
function start() {
  const day = today();
  const [, overdue] = document.querySelectorAll('.dl-upcoming h2');
  /** @type {NodeListOf<HTMLElement>} */
  const marks = document.querySelectorAll('[data-due]');
  for (const mark of marks) {
    if (Number(mark.dataset.due) >= day) continue;
    mark.textContent = mark.dataset.words ?? '';
    mark.removeAttribute('data-due');
    const line = mark.closest('li');
    if (overdue && line) listBelow(overdue, line);
  }
}

/**
 * Move a line to the list below a heading, in place of the sentence that there is none.
 * @param {Element} heading
 * @param {Element} line
 */
function listBelow(heading, line) {
  const from = line.parentElement;
  let list = heading.nextElementSibling;
  if (list?.tagName !== 'UL') {
    list?.remove();
    list = document.createElement('ul');
    heading.after(list);
  }
  list.append(line);
  if (from?.childElementCount === 0) from.remove();
}

if (window.document$) window.document$.subscribe(start);
else start();
