// Wakes the search box when somebody reaches for it; until then nothing of it is fetched. A plain script.

(function () {
  'use strict';
  /** @type {HTMLElement | null} */
  const root = document.querySelector('.dl-search');
  if (!root) return;
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`.dl-search__${name}`));
  const input = /** @type {HTMLInputElement} */ (part('words'));
  const site = window.__md_scope.href;
  /** @type {Promise<import('./types.js').Box> | null} */
  let waking = null;

  function wake() {
    waking ??= import(new URL('assets/javascripts/search/box.js', site).href).then(({ makeBox }) =>
      makeBox(root, site),
    );
    return waking.catch(function () {
      waking = null; // the next key tries again
      part('panel').hidden = false;
      part('said').textContent = root?.dataset.failed ?? '';
    });
  }

  // At once, before anything has come, so that a phone brings its keyboard.
  async function open() {
    root?.classList.add('dl-search--open');
    input.focus();
    input.select();
    (await wake())?.open();
  }

  root.addEventListener('submit', (event) => event.preventDefault());
  for (const stirs of ['focusin', 'input']) root.addEventListener(stirs, wake);
  part('open').addEventListener('click', open);
  document.addEventListener('keydown', function (event) {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key !== '/' && event.key !== 's') return;
    if (/** @type {Element} */ (event.target).closest('input, textarea, select, [contenteditable]')) return;
    event.preventDefault();
    open();
  });

  // A link with words. Of old they stood in `q`, which on a page with a timeline was the timeline's own.
  document.addEventListener('DOMContentLoaded', function () {
    const query = new URLSearchParams(location.search);
    const old = document.querySelector('[data-timeline]') ? null : query.get('q');
    const words = query.get('search') || old;
    if (!words) return;
    if (old) {
      query.set('search', words);
      for (const name of ['q', 'h']) query.delete(name);
      history.replaceState(history.state, '', `?${query}${location.hash}`);
    }
    input.value = words;
    open();
  });
})();
