// The guided tour: one event after another, each with a sentence and a quote, while the view goes along.

/** @import { Model, Texts } from './types.js' */

import { button, el } from './dom.js';
import { failure } from './failed.js';
import { onDemand } from './ondemand.js';
import { tourOf } from './steps.js';
import { say } from './words.js';

/** @type {typeof import('./tourstep.js').makeStep | null} */
let makeStep = null;

/** Fetch what a tour tells. A page that opens with one asks for it before it is drawn, so that nothing moves later. */
export async function fetchStep() {
  if (!makeStep) ({ makeStep } = /** @type {typeof import('./tourstep.js')} */ (await onDemand('tourstep')));
}

/** What an address holds in place of a step where somebody has closed a tour that begins open. */
export const CLOSED = 'off';

/**
 * @typedef {object} TourActions
 * @property {(id: string) => string} href
 * @property {string | null} target
 * @property {(i: number | null) => void} mark puts an event into focus
 * @property {(i: number) => void} lead the view goes to an event
 * @property {(i: number) => void} left the tour was closed at an event
 * @property {() => void} remember the address has to follow
 * @property {() => void} turned it was begun or ended
 */

/**
 * The tour of a scope; `opening`: it begins open, at its first step.
 * @param {Model} model
 * @param {Texts} texts
 * @param {{ scope: string, opening: boolean, live: HTMLElement, stirred: () => void }} place
 * @param {TourActions} act
 */
export function makeTour(model, texts, { scope, opening, live, stirred }, act) {
  const tour = tourOf(model, scope);
  /** @type {number | null} */
  let at = null; // the event of the step, by its row of today; null while closed
  /** @type {string | null} */
  let written = null; // what the address holds
  let marked = false; // whether the event in focus is ours
  /** @type {ReturnType<typeof import('./tourstep.js').makeStep> | null} */
  let step = null; // what is told, once it has been fetched
  let fetching = false;

  const begin = button('', () => go(tour.find(known) ?? null), { class: 'dl-tour__begin' });
  const long = el('span', { class: 'dl-tour__long' });
  begin.append(long, el('span', { class: 'dl-tour__short' }, say('tour-begin-short')));
  const element = el('section', { class: 'dl-tour', 'aria-label': say('tour-name') });
  element.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || at === null) return;
    if (event.key === 'ArrowLeft') by(-1);
    else if (event.key === 'ArrowRight') by(1);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
  });

  return {
    element,
    /** What begins it stands among the controls. */
    begin,
    update,
    fetching: () => fetching,
    /** Whether the tour goes through an event. */
    has: (/** @type {number} */ i) => tour.includes(model.columns.current[i]),
    /** What the address holds of the tour. */
    written: () => written,
    /**
     * Take over what an address says; gives the row to which the view has to go, or null.
     * @param {string | null} words
     * @param {number | null} row that of the event which the words name
     */
    async take(words, row) {
      if (row !== null && tour.length) {
        const i = model.columns.current[row];
        // Where the records now choose others, the next one in time stands in.
        at = tour.includes(i) ? i : (tour.find((one) => one >= i) ?? tour[0]);
        written = words;
      } else {
        at = opening && words !== CLOSED ? (tour[0] ?? null) : null;
        written = opening && words === CLOSED ? CLOSED : null;
      }
      if (at !== null) await open();
      return led();
    },
    /** Mark the step of the address, once all else of it is shown. */
    show() {
      const row = present();
      if (row !== null || marked) act.mark(row);
      marked = row !== null;
    },
    led,
  };

  /** @param {number} i */
  function known(i) {
    return model.present(i) !== null;
  }

  /** Where the tour is among the steps that are known: at its event, or at the last one before. */
  function position() {
    const steps = tour.filter(known);
    const passed = at === null ? -1 : tour.slice(0, tour.indexOf(at) + 1).filter(known).length - 1;
    return { steps, place: Math.max(0, passed) };
  }

  /** The row that is told, or null. */
  function present() {
    const { steps, place } = position();
    return at === null || !steps.length ? null : model.present(steps[place]);
  }

  /** Have ready what tells a step, or say that it cannot be. */
  async function open() {
    if (step) return;
    fetching = true;
    stirred();
    try {
      await fetchStep();
      if (makeStep) step ??= makeStep(model, texts, { href: act.href, target: act.target, by, leave });
      if (step) element.replaceChildren(step.element);
    } catch {
      element.replaceChildren(failure(say('failed-tour'), say('failed-retry'), () => open().then(update)));
    }
    fetching = false;
    stirred();
  }

  /** The row to which somebody has gone, and not only come to with the page; or null. */
  function led() {
    return written === null || written === CLOSED ? null : present();
  }

  /** @param {number} more */
  function by(more) {
    const { steps, place } = position();
    if (steps[place + more] !== undefined) go(steps[place + more]);
  }

  /** @param {number | null} i */
  async function go(i) {
    const row = i === null ? null : model.present(i);
    if (row === null) return;
    const begins = at === null;
    at = i;
    await open();
    if (at !== i) return;
    update();
    if (begins) (step?.next ?? element.querySelector('button'))?.focus({ preventScroll: true });
    const text = await texts.ready(row);
    if (at !== i || !text) return;
    written = text.id;
    update();
    act.mark(row);
    act.lead(row);
    marked = true;
    act.remember();
    const { steps, place } = position();
    live.textContent = say('tour-spoken', {
      place: place + 1,
      count: steps.length,
      title: text.title,
      date: text.date,
    });
  }

  function leave() {
    const row = present();
    at = null;
    written = opening ? CLOSED : null;
    update();
    begin.focus({ preventScroll: true });
    act.mark(null);
    marked = false;
    if (row !== null) act.left(row);
    act.remember();
  }

  /** Show the step as what the model now holds tells it. */
  function update() {
    const { steps, place } = position();
    element.hidden = !steps.length || at === null;
    begin.hidden = !steps.length || at !== null;
    long.textContent = say('tour-begin', { count: steps.length });
    begin.setAttribute('aria-label', long.textContent);
    act.turned();
    element.classList.toggle('dl-tour--led', led() !== null);
    const row = present();
    if (row !== null) step?.tell(row, steps, place);
  }
}
