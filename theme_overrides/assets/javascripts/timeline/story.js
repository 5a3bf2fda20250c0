// Where there is no room for a drawing, the timeline is a story: cards in order of time in the page's own flow, so that
// every swipe scrolls the page.

/** @import { Model, Texts } from './types.js' */

import { el } from './dom.js';
import { makeRail } from './rail.js';
import { yearName } from './ticks.js';
import { locale, say } from './words.js';

const GROUP = 24; // cards that are made and put away together
const TALL = 92; // pixels that a card is taken to need until it was there once
const AHEAD = 900; // pixels above and below the screen in which cards are ready
const TOP = 120; // pixels from the top of the screen at which a card is the present one
const PLAYED = 250; // milliseconds between two states while the story plays
const HELD = 1500; // milliseconds for which the card to which one has turned stays where it is

/**
 * @typedef {object} Group Neighbouring rows, and where their cards stand.
 * @property {number[]} rows
 * @property {number} first place of the first in the whole story
 * @property {HTMLElement} element
 * @property {boolean} filled
 */

/**
 * @typedef {object} Brief
 * @property {number} cards
 * @property {string} whole the address of the whole story
 * @property {(i: number) => boolean} first whether an event goes before what matters as much
 */

/**
 * @typedef {object} StoryActions
 * @property {(i: number) => void} open
 * @property {(i: number) => string} colour
 * @property {Brief | null} brief of a story that only leads to the whole one
 */

/**
 * The story of a model's events.
 * @param {Model} model
 * @param {Texts} texts
 * @param {StoryActions} act
 */
export function makeStory(model, texts, { open, colour, brief }) {
  const { columns } = model;
  const year = el('strong');
  const era = el('span', { class: 'dl-story__era', dir: 'auto' });
  const now = el('p', { class: 'dl-story__now', 'aria-hidden': 'true' }, year, era);
  const none = el('p', { class: 'dl-story__none', hidden: true }, say('story-none'));
  const holder = el('div', { class: 'dl-story__groups' });
  const rest = el('p', { class: 'dl-story__whole', hidden: true });
  const rail = makeRail((share) => turnTo(Math.round(share * (rows.length - 1))));
  const element = el('div', { class: 'dl-story', hidden: true }, now, none, holder, rest, rail.element);
  /** @type {Group[]} */
  let groups = [];
  /** @type {number[]} */
  let rows = [];
  let arranged = -1; // the version of the model that is shown
  let shown = 0;
  let scrolling = 0;
  /** @type {{ at: number, until: number } | null} */
  let goal = null; // a place in the story that is held at the top of the screen

  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const group = groups.find((one) => one.element === target);
        if (group && isIntersecting !== group.filled) (isIntersecting ? fill : empty)(group);
      }
      hold();
    },
    { rootMargin: `${AHEAD}px 0px` },
  );
  const follow = () => {
    if (element.hidden) return;
    scrolling ||= requestAnimationFrame(() => {
      scrolling = 0;
      tell();
    });
  };
  const release = () => {
    goal = null;
  };
  const leave = new AbortController();
  const passive = { passive: true, signal: leave.signal };
  addEventListener('scroll', follow, passive);
  for (const name of ['touchmove', 'wheel', 'keydown']) addEventListener(name, release, passive);

  return {
    element,
    /** @param {boolean} wanted */
    show(wanted) {
      if (element.hidden === !wanted) return;
      element.hidden = !wanted;
      if (wanted) arrange();
    },
    /**
     * Show what the model now holds; while the story plays, not every step of it.
     * @param {boolean} quick
     */
    update(quick) {
      if (element.hidden || (quick && performance.now() - shown < PLAYED)) return;
      shown = performance.now();
      if (arranged !== model.version) arrange();
    },
    /** Texts have come. */
    refresh() {
      if (element.hidden) return;
      for (const group of groups) if (group.filled) fill(group);
      hold();
    },
    /**
     * Bring an event, or the next one that is shown, to the top of the screen.
     * @param {number} i
     */
    turnTo(i) {
      const at = rows.findIndex((row) => row >= i);
      if (at >= 0) turnTo(at);
    },
    /**
     * Put the keyboard's focus on an event's card; whether it is there.
     * @param {number | null} i
     */
    focus(i) {
      const card = element.hidden ? null : cardOf(holder, i);
      card?.focus({ preventScroll: true });
      return card !== null;
    },
    leave() {
      near.disconnect();
      cancelAnimationFrame(scrolling);
      leave.abort();
    },
  };

  /** Put the events that remain into groups. */
  function arrange() {
    arranged = model.version;
    const all = [];
    for (let i = 0; i < columns.count; i++) if (model.mask[i]) all.push(i);
    rows = brief ? heart(all, brief) : all;
    near.disconnect();
    groups = [];
    for (let first = 0; first < rows.length; first += GROUP) {
      const part = rows.slice(first, first + GROUP);
      const list = el('ol', { class: 'dl-story__group' });
      list.style.minHeight = `${part.length * TALL}px`;
      groups.push({ rows: part, first, element: list, filled: false });
    }
    holder.replaceChildren(...groups.map((group) => group.element));
    for (const group of groups) near.observe(group.element);
    if (groups.length) fill(groups[0]);
    none.hidden = rows.length > 0;
    rail.element.hidden = rows.length < GROUP;
    rest.hidden = rows.length === all.length;
    rest.replaceChildren(rest.hidden ? '' : el('a', { href: brief?.whole }, say('story-whole', { count: all.length })));
    follow(); // the frame measures them, once
  }

  /**
   * Those that matter most, in order of time.
   * @param {number[]} all
   * @param {NonNullable<StoryActions['brief']>} brief
   */
  function heart(all, { cards, first }) {
    const { rank } = model.buffers;
    return all
      .toSorted((a, b) => Number(first(b)) - Number(first(a)) || rank[a] - rank[b])
      .slice(0, cards)
      .sort((a, b) => a - b);
  }

  /** @param {Group} group */
  function fill(group) {
    const focused = group.element.contains(document.activeElement) ? document.activeElement : null;
    const row = focused instanceof HTMLElement ? Number(focused.dataset.row) : null;
    group.filled = true;
    group.element.style.minHeight = '';
    group.element.replaceChildren(...group.rows.flatMap((i, at) => [...heading(group.first + at), card(i)]));
    cardOf(group.element, row)?.focus({ preventScroll: true });
  }

  /**
   * Put cards away that are far from the screen, and leave the room that they took.
   * @param {Group} group
   */
  function empty(group) {
    if (group.element.contains(document.activeElement)) return;
    group.filled = false;
    group.element.style.minHeight = `${group.element.offsetHeight}px`;
    group.element.replaceChildren();
  }

  /**
   * The year, where another one begins.
   * @param {number} at
   */
  function heading(at) {
    const name = yearOf(rows[at]);
    return at > 0 && yearOf(rows[at - 1]) === name ? [] : [el('li', { class: 'dl-story__year' }, name)];
  }

  /** @param {number} i */
  function card(i) {
    const { id: state, label } = columns.facets.status.options[columns.status[i]];
    const text = texts.get(i);
    const heading = texts.heading(i, true);
    const mark = el('span', { class: `dl-mark dl-mark--${state}` });
    mark.style.color = colour(i);
    return el(
      'li',
      { class: `dl-story__item dl-story__item--${columns.importance[i]}` },
      mark,
      el(
        'button',
        { type: 'button', class: 'dl-story__card', 'data-row': String(i), onclick: () => open(i) },
        el(
          'span',
          { class: 'dl-story__date' },
          heading?.date ?? '…',
          state === 'occurred' ? null : el('span', { class: `dl-status dl-status--${state}` }, ` ${label}`),
          model.overdue(i) ? el('span', { class: 'dl-overdue' }, ` ${say('card-overdue')}`) : null,
        ),
        el('span', { class: 'dl-story__title', dir: 'auto' }, heading?.title ?? '…'),
        text ? el('span', { class: 'dl-story__outlets', dir: 'auto' }, reported(i, text)) : null,
      ),
    );
  }

  /**
   * Who reports an event, as far as that was known.
   * @param {number} i
   * @param {NonNullable<ReturnType<Texts['get']>>} text
   */
  function reported(i, text) {
    return model.tells(i, text).all ? text.outlets || text.notes : say('notes-then');
  }

  /** @param {number} i */
  function yearOf(i) {
    return columns.dated?.[i] === 0 ? say('story-undated') : yearName(columns.start[i], locale());
  }

  /** Say in which year and era the screen is, and how far down the story. */
  function tell() {
    if (!rows.length) {
      now.hidden = true;
      return;
    }
    // All is measured before anything is written: each the other way round would lay the page out again.
    const at = presentPlace();
    const { top, bottom } = holder.getBoundingClientRect();
    now.hidden = false;
    const day = columns.start[rows[at]];
    year.textContent = yearOf(rows[at]);
    era.textContent = model.eras().find(([, from, to]) => day >= from && day < (to ?? Infinity))?.[0] ?? '';
    rail.tell(at / Math.max(1, rows.length - 1), yearOf(rows[at]), top < innerHeight / 2 && bottom > innerHeight / 2);
  }

  /** The place in the story of what stands at the top of the screen. */
  function presentPlace() {
    let [low, high] = [0, groups.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (groups[middle].element.getBoundingClientRect().top <= TOP) low = middle;
      else high = middle - 1;
    }
    const { element: list, first } = groups[low];
    const passed = [...list.querySelectorAll('.dl-story__card')].filter(
      (one) => one.getBoundingClientRect().top <= TOP,
    );
    return Math.min(rows.length - 1, first + Math.max(0, passed.length - 1));
  }

  /** @param {number} at */
  function turnTo(at) {
    const group = groups[Math.floor(at / GROUP)];
    if (!group.filled) fill(group);
    goal = { at, until: performance.now() + HELD };
    hold();
  }

  /** Keep the card to which one has turned at the top of the screen. */
  function hold() {
    if (!goal || performance.now() > goal.until) return;
    const card = cardOf(holder, rows[goal.at]);
    if (card) scrollBy({ top: card.getBoundingClientRect().top - TOP + 1, behavior: 'instant' });
  }
}

/**
 * @param {HTMLElement} holder
 * @param {number | null} i
 * @returns {HTMLElement | null}
 */
const cardOf = (holder, i) => (i === null ? null : holder.querySelector(`[data-row="${i}"]`));
