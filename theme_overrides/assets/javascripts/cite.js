// A citation is shown, copied and downloaded where its page stands, with the page's own address if the site knows none.

/**
 * The address of this page as others cite it.
 * @returns {string}
 */
const address = () => location.origin + location.pathname;

/**
 * What each format has to say of an address, put where the generator puts one (outputs/citations.py).
 * @type {Record<string, (text: string, url: string) => string>}
 */
const FILL = {
  bib: (text, url) => text.replace(/^ {2}urldate = /m, () => `  url = {${url}},\n  urldate = `),
  ris: (text, url) => text.replace(/^Y2 {2}- /m, () => `UR  - ${url}\r\nY2  - `),
  json: (text, url) => {
    const [{ accessed, language, ...item }] = JSON.parse(text);
    return `${JSON.stringify([{ ...item, URL: url, accessed, language }], null, 1)}\n`;
  },
};

/**
 * A file of the site, with the page's address where it has none.
 * @param {HTMLAnchorElement} link
 * @param {boolean} lacks whether the site knows no address
 */
async function fileOf(link, lacks) {
  const answer = await fetch(link.href);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const text = await answer.text();
  const kind = link.pathname.slice(link.pathname.lastIndexOf('.') + 1);
  return lacks ? FILL[kind](text, address()) : text;
}

/**
 * A button that copies a text and has told whether it could.
 * @param {HTMLElement} words
 * @param {() => string} text
 * @param {HTMLElement} status
 */
function copying(words, text, status) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'dl-copy';
  button.textContent = words.dataset.copyCite ?? '';
  button.addEventListener('click', async () => {
    status.textContent = '';
    const told = await navigator.clipboard.writeText(text()).then(
      () => words.dataset.copied,
      () => /** @type {HTMLElement | null} */ (words.closest('.dl'))?.dataset.failed,
    );
    status.textContent = told ?? '';
  });
  return button;
}

/** Fill in the address, and show each format below its link when it is asked for. */
function start() {
  const cite = /** @type {HTMLElement | null} */ (document.querySelector('.dl-cite'));
  const words = /** @type {HTMLElement | null} */ (document.querySelector('.dl-cites'));
  if (!cite || !words || words.dataset.ready || !location.protocol.startsWith('http')) return;
  words.dataset.ready = 'yes';
  const place = /** @type {HTMLElement | null} */ (cite.querySelector('.dl-cite__address'));
  if (place) {
    place.textContent = address();
    place.hidden = false;
  }
  const status = document.createElement('p');
  status.className = 'dl-copied';
  status.setAttribute('role', 'status');
  const shown = document.createElement('div');
  shown.className = 'dl-cited';
  words.closest('p')?.after(shown, status);
  if (navigator.clipboard)
    cite.after(
      ' ',
      copying(words, () => (cite.textContent ?? '').trim(), status),
    );
  const links = [...words.querySelectorAll('a')];
  for (const link of links) {
    link.setAttribute('aria-expanded', 'false');
    link.addEventListener('click', async (event) => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation(); // instant navigation would open the file
      const open = link.getAttribute('aria-expanded') !== 'true';
      for (const other of links) other.setAttribute('aria-expanded', String(other === link && open));
      shown.replaceChildren();
      if (!open) return;
      const text = await fileOf(link, !!place).catch(() => null);
      if (link.getAttribute('aria-expanded') !== 'true') return; // another was asked for since
      if (text === null) return location.assign(link.href);
      show(link, text);
    });
  }

  /**
   * Show a text with what one does with it.
   * @param {HTMLAnchorElement} link
   * @param {string} text
   */
  function show(link, text) {
    const lines = document.createElement('pre');
    lines.textContent = text;
    lines.tabIndex = 0;
    lines.dir = 'ltr';
    lines.setAttribute('role', 'group');
    lines.setAttribute('aria-label', link.textContent ?? '');
    const save = document.createElement('a');
    const [id, file] = link.pathname.split('/').slice(-2);
    save.href = `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`;
    save.download = `${id}${file.slice(file.lastIndexOf('.'))}`;
    save.textContent = words?.dataset.download ?? '';
    const row = document.createElement('p');
    if (navigator.clipboard)
      row.append(
        copying(/** @type {HTMLElement} */ (words), () => text, status),
        '\u00a0· ',
      );
    row.append(save);
    shown.replaceChildren(lines, row);
  }
}

if (window.document$) window.document$.subscribe(start);
else start();
