// What a page calls awaited may be overdue by the day on which somebody reads it; what is overdue is later every day.

/** Today where the reader is, in days since 1970. */
function today() {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 864e5;
}

/** Say of what was due before today that it is overdue, or how late; the page of what is awaited lists it there. */
function start() {
  const day = today();
  const [, overdue] = document.querySelectorAll('.dl-upcoming h2');
  /** @type {NodeListOf<HTMLElement>} */
  const marks = document.querySelectorAll('[data-due]');
  for (const mark of marks) {
    const days = day - Number(mark.dataset.due);
    if (days <= 0) continue;
    const line = mark.closest('li');
    // How late it is goes on; that it is overdue is said once.
    if (mark.dataset.words === undefined) mark.textContent = days.toLocaleString(document.documentElement.lang);
    else {
      mark.textContent = mark.dataset.words;
      mark.removeAttribute('data-due');
    }
    if (overdue && line) listBelow(overdue, line);
  }
  if (overdue) import('./tracker.js').then((tracker) => tracker.start());
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
  if (from === list) return;
  list.append(line);
  if (from?.childElementCount === 0) from.remove();
}

if (window.document$) window.document$.subscribe(start);
else start();
