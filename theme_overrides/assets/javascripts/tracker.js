// The lists of promises can be put in another order: by what matters, since when, due when, how late.

/**
 * A number that a line carries for an order; what is not known comes last.
 * @param {Element} line
 * @param {string} name
 */
function told(line, name) {
  const value = line.querySelector(`[data-${name}]`)?.getAttribute(`data-${name}`);
  return value == null ? Number.POSITIVE_INFINITY : Number(value);
}

/** @type {Record<string, (line: Element) => number>} */
const KEYS = {
  weight: (line) => -told(line, 'weight'),
  since: (line) => told(line, 'since'),
  due: (line) => told(line, 'until'),
  late: (line) => told(line, 'due'),
};

/**
 * Put the lines of a list in an order; a second time, in the opposite one.
 * @param {Element} list
 * @param {string} name
 * @param {boolean} reversed
 */
function sort(list, name, reversed) {
  const key = KEYS[name];
  const keyed = [...list.children].map((line) => ({ line, at: key(line) }));
  const sign = reversed ? -1 : 1;
  // What is not known stays last in both directions.
  keyed.sort((a, b) =>
    a.at === b.at ? 0 : !Number.isFinite(a.at) ? 1 : !Number.isFinite(b.at) ? -1 : sign * (a.at - b.at),
  );
  list.append(...keyed.map(({ line }) => line));
}

/**
 * Whether a list stands in an order already.
 * @param {Element} list
 * @param {string} name
 */
function inOrder(list, name) {
  const at = [...list.children].map(KEYS[name]);
  return at.every((one, n) => n === 0 || at[n - 1] <= one);
}

/**
 * The row of buttons above a list, with the words that its cells have.
 * @param {Element} list
 * @param {HTMLElement} words
 */
function head(list, words) {
  const row = document.createElement('div');
  row.className = 'dl-sort';
  row.setAttribute('role', 'group');
  row.setAttribute('aria-label', words.dataset.label ?? '');
  const begins = ['due', 'weight'].find((name) => inOrder(list, name)) ?? 'weight';
  sort(list, begins, false); // what fell due since stands last
  const first = document.createElement('span');
  first.className = 'dl-sort__what';
  first.textContent = words.dataset.what ?? '';
  row.append(first);
  for (const name of Object.keys(KEYS)) {
    const shown = list.querySelector(`.dl-cell--${name} .dl-label`)?.textContent ?? words.dataset[name];
    if (!shown || (name === 'late' && !list.querySelector('.dl-cell--late b:not(:empty)'))) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = shown;
    button.setAttribute('aria-pressed', String(name === begins));
    button.addEventListener('click', () => {
      const reversed = button.getAttribute('aria-pressed') === 'true' && !button.classList.contains('dl-reversed');
      for (const other of row.querySelectorAll('button')) {
        other.setAttribute('aria-pressed', String(other === button));
        other.classList.remove('dl-reversed');
      }
      button.classList.toggle('dl-reversed', reversed);
      sort(list, name, reversed);
    });
    if (name === 'weight') first.append(' · ', button);
    else row.append(button);
  }
  return row;
}

/** Give every list of more than one promise its row of buttons. */
export function start() {
  const words = /** @type {HTMLElement | null} */ (document.querySelector('.dl-upcoming .dl-sortable'));
  if (!words) return;
  for (const list of document.querySelectorAll('.dl-upcoming ul')) {
    if (list.childElementCount < 2 || !list.querySelector('.dl-promise')) continue;
    if (!list.previousElementSibling?.classList.contains('dl-sort')) list.before(head(list, words));
  }
}
