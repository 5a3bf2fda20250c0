// A button beside each quote copies it, with where it is from and a link to its words.

/** @type {(element: Element) => string} */
const words = (element) => (element.textContent ?? '').trim();

/**
 * What is copied: the quote, its outlet and day, and the address of its words, at the publisher's if there is one.
 * @param {HTMLElement} quote
 */
function textOf(quote) {
  const published = quote.closest('blockquote')?.querySelector('a[href*=":~:text="]');
  const own = new URL(`#${quote.id}`, location.href);
  return `${words(quote)}\n${quote.dataset.by}\n${published?.getAttribute('href') ?? own.href}`;
}

/** Put a button behind every quote of a page that has none yet. */
function start() {
  const page = /** @type {HTMLElement | null} */ (document.querySelector('.dl[data-copy]'));
  if (!page || page.querySelector('.dl-copy') || !navigator.clipboard) return;
  const status = document.createElement('p');
  status.className = 'dl-copied';
  status.setAttribute('role', 'status');
  /** @type {NodeListOf<HTMLElement>} */
  const quotes = page.querySelectorAll('.dl-quote');
  for (const quote of quotes) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'dl-copy';
    button.textContent = page.dataset.copy ?? '';
    button.setAttribute('aria-describedby', quote.id);
    button.addEventListener('click', async () => {
      status.textContent = '';
      const told = await navigator.clipboard.writeText(textOf(quote)).then(
        () => page.dataset.copied,
        () => page.dataset.failed,
      );
      status.textContent = told ?? '';
    });
    quote.closest('blockquote')?.querySelector('.dl-source')?.append('\u00a0· ', button);
  }
  page.append(status);
}

if (window.document$) window.document$.subscribe(start);
else start();
