// "As known on": a slider over the days with reports, and a button that plays them.

/** @import { Model, Texts } from './types.js' */

import { isoDay, parseDay } from './address.js';
import { dayInWords } from './dayinwords.js';
import { button, el } from './dom.js';
import { lowerBound } from './layout.js';
import { calm } from './motion.js';
import { onDemand } from './ondemand.js';
import { say } from './words.js';

const SECONDS = 24; // how long the whole story plays at the most
const STEP = 16; // milliseconds between two steps at the least

/**
 * The scrubber; `change(day, playing)` is called with each new day, null for now.
 * @param {Model} model
 * @param {Texts} texts
 * @param {(day: number | null, playing: boolean) => void} change
 */
export function makeScrubber(model, texts, change) {
  const { days } = model;
  const last = days.length;
  const name = say('known-name');
  /** @type {HTMLInputElement} */
  const slider = el('input', {
    type: 'range',
    min: 0,
    max: last,
    step: 1,
    value: last,
    'aria-label': name,
    oninput: () => go(Number(slider.value)),
  });
  /** @type {HTMLInputElement} */
  const date = el('input', {
    // A control for dates would write them as the browser's language does, not as the page's.
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'off',
    size: 10,
    placeholder: say('known-day-form'),
    'aria-label': say('known-day'),
    onchange() {
      const day = parseDay(date.value.trim());
      date.setAttribute('aria-invalid', String(day === null && date.value !== ''));
      if (day !== null || date.value === '') goTo(day);
    },
  });
  const words = el('span', { class: 'dl-known__words' });
  const play = button(say('known-play'), () => (timer ? pause() : run()), { class: 'dl-known__play' });
  const now = button(say('known-now'), () => go(last));
  const element = el(
    'div',
    { class: 'dl-known', id: 'dl-known', role: 'group', 'aria-label': name },
    el('span', { class: 'dl-known__title' }, name),
    el('span', { class: 'dl-known__what' }, say('known-what')),
    play,
    slider,
    date,
    now,
    words,
  );
  /** @type {ReturnType<typeof import('./caption.js').makeCaption> | null} */
  let caption = null;
  let timer = 0;

  /** What a play tells in words is fetched when it is first played; without it one watches. */
  async function describe() {
    try {
      const { makeCaption } = await onDemand('caption');
      caption ??= /** @type {typeof caption} */ (makeCaption(model, texts));
      if (caption) element.append(caption.element);
    } catch {}
  }

  /** @param {number} step */
  const dayAt = (step) => (step >= last ? null : days[step]);
  /** @param {number} day */
  const stepOf = (day) => Math.max(0, lowerBound(days, day + 1) - 1);

  /**
   * @param {number} step
   * @param {boolean} [playing]
   */
  function go(step, playing = false) {
    if (!playing) pause();
    slider.value = String(step);
    const day = dayAt(step);
    change(day, playing);
    if (playing && day !== null) caption?.tell(day);
    else caption?.clear();
  }

  /** @param {number | null} day */
  function goTo(day) {
    if (day === null || day >= model.columns.today) return go(last);
    pause();
    slider.value = String(stepOf(day));
    change(day, false);
  }

  function run() {
    if (!caption) describe();
    let step = Number(slider.value) >= last ? 0 : Number(slider.value);
    const still = calm();
    // Without motion the story goes in a dozen still pictures.
    const stride = Math.max(1, Math.ceil(still ? last / 12 : (last * STEP) / (SECONDS * 1000)));
    const wait = still ? 2000 : Math.max(STEP, (SECONDS * 1000) / Math.max(1, last));
    let due = 0;
    play.textContent = say('known-pause');
    /** @param {number} time */
    const frame = (time) => {
      if (time >= due) {
        due = time + wait;
        if (step >= last) return go(last);
        go(step, true);
        step += stride;
      }
      timer = requestAnimationFrame(frame);
    };
    timer = requestAnimationFrame(frame);
  }

  function pause() {
    if (!timer) return;
    cancelAnimationFrame(timer);
    timer = 0;
    play.textContent = say('known-play');
    caption?.clear();
    change(dayAt(Number(slider.value)), false);
  }

  return {
    element,
    pause,
    update() {
      const { known } = model.state;
      if (document.activeElement !== slider && !timer) slider.value = String(known === null ? last : stepOf(known));
      const day = known ?? model.columns.today;
      if (document.activeElement !== date) date.value = isoDay(day).slice(0, 10);
      slider.setAttribute('aria-valuetext', known === null ? say('known-slider-now') : dayInWords(day));
      words.textContent = say(known === null ? 'known-everything' : 'known-reported', {
        shown: model.total,
        count: model.scopeTotal,
      });
      element.classList.toggle('dl-known--past', known !== null);
    },
  };
}
