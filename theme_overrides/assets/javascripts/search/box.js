// The search box at work: a combobox over the finder, which fetches its index with the first key and not before.

/** @import { Box, Found, Hit } from './types.js' */
/** @import { Filter } from './filters.js' */

import { button, el } from '../timeline/dom.js';
import { say, use } from '../timeline/words.js';
import { makeFilters, NONE } from './filters.js';
import { createFinder } from './finder.js';
import { groups } from './list.js';

const FIRST = 12; // are shown at once: each may be in a file of its own
const MORE = 24; // each time that somebody asks for more
const PATIENCE = 300; // milliseconds after which a reader wants to know that something is going on
const OPEN = 'dl-search--open';
const SMALL = '(max-width: 59.984375em)'; // where the theme's header has no room for a box

/**
 * Bring the box in `root` to life; `base` is the site's address.
 * @param {HTMLElement} root
 * @param {string} base
 * @returns {Promise<Box>}
 */
export async function makeBox(root, base) {
  const answer = await fetch(new URL('data/words.json', base));
  if (!answer.ok) throw new Error(String(answer.status));
  use(await answer.json());
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`.dl-search__${name}`));
  const [panel, said, ways, list, more, opener] = ['panel', 'said', 'ways', 'found', 'more', 'open'].map(part);
  const input = /** @type {HTMLInputElement} */ (part('words'));
  const filters = makeFilters(part('filters'), () => seek());
  let finder = newFinder();
  let turn = 0; // of several questions on their way only the last counts
  let busy = false;
  let entered = false; // whether Enter waits for what is on its way
  let pushed = false; // whether Back closes the box
  /** @type {Promise<unknown> | null} */
  let leaving = null; // while the step that it was is taken back
  /** @type {{ element: HTMLElement, hit: Hit }[]} */
  let options = [];
  let active = -1;

  input.addEventListener('input', () => seek());
  input.addEventListener('click', open);
  input.addEventListener('keydown', press);
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && isOpen()) {
      event.preventDefault();
      close(true);
    }
  });
  root.addEventListener('focusout', ({ relatedTarget: to }) => {
    if (to instanceof Node && !root.contains(to)) close(false);
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (isOpen() && !root.contains(/** @type {Node} */ (target))) close(false);
  });
  part('close').addEventListener('click', () => close(true));
  list.addEventListener('pointerdown', (event) => event.preventDefault()); // the words keep the focus
  list.addEventListener('click', (event) => {
    const at = /** @type {Element} */ (event.target).closest('[role=option]');
    const found = options.find(({ element }) => element === at);
    if (!found || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(found);
  });
  addEventListener('popstate', () => {
    if (!pushed) return;
    pushed = false;
    shut();
  });
  if (input.value || document.activeElement === input) open();
  return { open };

  function newFinder() {
    return createFinder({ base, fetch: (...what) => fetch(...what), suffix: root.dataset.suffix });
  }

  function isOpen() {
    return root.classList.contains(OPEN);
  }

  function open() {
    if (isOpen() && !panel.hidden) return;
    root.classList.add(OPEN);
    opener.setAttribute('aria-expanded', 'true');
    if (matchMedia(SMALL).matches) {
      panel.hidden = false;
      step();
    }
    seek();
  }

  /** Make the box that takes the screen a step of the history, so that Back closes it. */
  async function step() {
    await leaving; // whoever opens it anew at once
    if (pushed || !isOpen()) return;
    pushed = true;
    history.pushState(history.state, '');
  }

  /**
   * Close the box, and take back the step of the history that it was.
   * @param {boolean} back whether the focus returns to where one may open the box again
   */
  async function close(back) {
    if (!isOpen()) return;
    shut();
    if (back && opener.checkVisibility()) opener.focus();
    if (!pushed) return;
    pushed = false;
    leaving = new Promise((done) => addEventListener('popstate', done, { once: true }));
    history.back();
    await leaving;
  }

  function shut() {
    turn++;
    root.classList.remove(OPEN);
    opener.setAttribute('aria-expanded', 'false');
    panel.hidden = true;
    expand(false);
    remember('');
  }

  /** @param {boolean} open */
  function expand(open) {
    input.setAttribute('aria-expanded', String(open));
    if (!open) activate(-1);
  }

  /** Let the address tell what is looked for, for whoever is sent it. */
  function remember(/** @type {string} */ words) {
    const query = new URLSearchParams(location.search);
    if ((query.get('search') ?? '') === words) return;
    if (words) query.set('search', words);
    else query.delete('search');
    const text = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
    history.replaceState(history.state, '', `${location.pathname}${text ? `?${text}` : ''}${location.hash}`);
  }

  /** @param {number} limit how many are shown */
  async function seek(limit = FIRST) {
    const words = input.value.trim();
    const mine = ++turn;
    entered = false;
    if (!words) return rest();
    root.classList.add(OPEN);
    panel.hidden = false;
    busy = true;
    const slow = setTimeout(() => tell(say('search-busy')), PATIENCE);
    const { kind, year, storyline } = filters.filter;
    try {
      const found = await finder.find(words, {
        limit,
        ...(kind && { kinds: [kind] }),
        ...(year && { year: Number(year) }),
        ...(storyline && { storyline }),
      });
      if (mine !== turn) return;
      show(words, found);
      setTimeout(() => mine === turn && remember(words)); // a browser takes its time for it
    } catch {
      if (mine === turn) fail();
    } finally {
      clearTimeout(slow);
      if (mine === turn) busy = false;
    }
  }

  /** Nothing is looked for. */
  function rest() {
    part('filters').hidden = true;
    fill([], '');
    remember('');
    panel.hidden = !matchMedia(SMALL).matches;
    said.textContent = say('search-hint');
  }

  /**
   * @param {string} words
   * @param {Found} found
   */
  function show(words, found) {
    filters.update(found);
    const none = !found.hits.length;
    const few = found.hits.length < found.total ? 'search-best' : 'search-count';
    const count = found.whole ? few : 'search-part';
    fill(
      found.hits,
      none ? say('search-none', { words }) : say(count, { count: found.total, shown: found.hits.length }),
    );
    if (none) help(words);
    else if (document.querySelector('[data-timeline]:not([data-mode="home"])')) offer(narrow(words));
    if (found.hits.length < found.total) follow(found);
    if (entered && options.length) choose(options[0]);
  }

  /**
   * What else was found is a press away, and the first of it then is what Enter opens.
   * @param {Found} found
   */
  function follow({ hits, total }) {
    const before = new Set(options.map(({ hit }) => hit.href));
    const next = button(say('search-more', { count: Math.min(MORE, total - hits.length) }), async () => {
      input.focus();
      const mine = turn + 1;
      await seek(hits.length + MORE);
      if (mine === turn) activate(options.findIndex(({ hit }) => !before.has(hit.href)));
    });
    more.replaceChildren(next);
    more.hidden = false;
  }

  /** Words that find nothing may find something without a filter, or with fewer of them. */
  function help(/** @type {string} */ words) {
    const { filter } = filters;
    const fewer = words.split(/\s+/).slice(0, -1).join(' ');
    offer(
      ...(Object.values(filter).some(Boolean) ? [button(say('search-unfiltered'), () => filters.set(NONE))] : []),
      ...(fewer ? [button(say('search-fewer', { words: fewer }), () => again(fewer))] : []),
    );
  }

  /** What is found by words can also be all that a timeline shows. */
  function narrow(/** @type {string} */ words) {
    return button(say('search-narrow'), async () => {
      await close(false);
      document.dispatchEvent(new CustomEvent('dateline:narrow', { detail: words }));
    });
  }

  function again(/** @type {string} */ words) {
    input.value = words;
    input.focus();
    seek();
  }

  function fail() {
    fill([], say('search-broken'));
    offer(
      button(say('search-retry'), () => {
        finder = newFinder();
        input.focus();
        seek();
      }),
    );
  }

  /** @param {...HTMLElement} buttons */
  function offer(...buttons) {
    ways.replaceChildren(...buttons);
    ways.hidden = !buttons.length;
  }

  /**
   * @param {Hit[]} hits
   * @param {string} words
   */
  function fill(hits, words) {
    more.hidden = true;
    const { elements, options: made } = groups(hits, base);
    options = made;
    offer();
    list.replaceChildren(...elements);
    list.hidden = !hits.length;
    list.scrollTop = 0;
    expand(hits.length > 0);
    activate(-1);
    tell(words);
  }

  function tell(/** @type {string} */ words) {
    if (said.textContent !== words) said.textContent = words;
  }

  /** @param {number} to the place of an option, or -1 */
  function activate(to) {
    options[active]?.element.setAttribute('aria-selected', 'false');
    active = to;
    const chosen = options[to]?.element;
    if (!chosen) return input.removeAttribute('aria-activedescendant');
    chosen.setAttribute('aria-selected', 'true');
    chosen.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', chosen.id);
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (panel.hidden) open();
      else if (options.length) {
        const round = options.length + 1; // with the words themselves
        activate(((active + 1 + step + round) % round) - 1);
      }
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = options[Math.max(active, 0)];
      if (busy && active < 0) entered = true;
      else if (chosen && !panel.hidden) choose(chosen);
    }
  }

  /**
   * Fly to an event where a timeline shows it; open the page of anything else.
   * @param {{ element: HTMLElement, hit: Hit }} found
   */
  async function choose({ element, hit }) {
    const { href } = /** @type {HTMLAnchorElement} */ (element);
    await close(false);
    if (hit.kind === 'event') {
      /** @type {Promise<boolean>[]} */
      const answers = [];
      const detail = { id: hit.id, answer: (/** @type {Promise<boolean>} */ one) => answers.push(one) };
      document.dispatchEvent(new CustomEvent('dateline:seek', { detail }));
      if ((await Promise.all(answers)).some(Boolean)) return;
    }
    const link = el('a', { href, target: document.querySelector('.dl-embed') ? '_top' : null, hidden: true });
    root.append(link); // where instant navigation sees it
    link.click();
    link.remove();
  }
}
