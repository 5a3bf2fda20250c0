// The guided tour: one event after another, each with a sentence and a quote, while the view goes along.

/** @import { Model, Texts } from './types.js' */

import { button, el } from './dom.js';
import { firstSentence, tourOf } from './steps.js';
import { say } from './words.js';

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
 * @param {{ scope: string, opening: boolean, live: HTMLElement }} place
 * @param {TourActions} act
 */
export function makeTour(model, texts, { scope, opening, live }, act) {
  const tour = tourOf(model, scope);
  const language = document.documentElement.lang || undefined;
  /** @type {number | null} */
  let at = null; // the event of the step, by its row of today; null while closed
  /** @type {string | null} */
  let written = null; // what the address holds
  let marked = false; // whether the event in focus is ours

  const begin = button('', () => go(tour.find(known) ?? null), { class: 'dl-tour__begin' });
  const long = el('span', { class: 'dl-tour__long' });
  begin.append(long, el('span', { class: 'dl-tour__short' }, say('tour-begin-short')));
  const place = el('p', { class: 'dl-tour__place' });
  const back = move('previous', -1);
  const next = move('next', 1);
  const close = button('×', leave, { class: 'dl-tour__close', 'aria-label': say('tour-close') });
  const date = el('p', { class: 'dl-tour__date' });
  const title = el('h2', { class: 'dl-tour__title', dir: 'auto' });
  const said = el('p', { class: 'dl-tour__said', dir: 'auto' });
  const quoted = el('span', { dir: 'auto' });
  const source = el('footer', { class: 'dl-source', dir: 'auto' });
  const quote = el('blockquote', { class: 'dl-tour__quote' }, quoted, source);
  const more = el('a', { href: '#', target: act.target, class: 'dl-tour__more' }, say('panel-page'));
  const step = el(
    'div',
    { class: 'dl-tour__step' },
    el('div', { class: 'dl-tour__moves' }, back.element, place, next.element, close),
    el('div', { class: 'dl-tour__event' }, date, title, said),
    quote,
    el('p', { class: 'dl-tour__page' }, more),
  );
  const element = el('section', { class: 'dl-tour', 'aria-label': say('tour-name') }, step);
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
    /** Whether the tour goes through an event. */
    has: (/** @type {number} */ i) => tour.includes(model.columns.current[i]),
    /** What the address holds of the tour. */
    written: () => written,
    /**
     * Take over what an address says; gives the row to which the view has to go, or null.
     * @param {string | null} words
     * @param {number | null} row that of the event which the words name
     */
    take(words, row) {
      if (row !== null && tour.length) {
        const i = model.columns.current[row];
        // Where the records now choose others, the next one in time stands in.
        at = tour.includes(i) ? i : (tour.find((one) => one >= i) ?? tour[0]);
        written = words;
      } else {
        at = opening && words !== CLOSED ? (tour[0] ?? null) : null;
        written = opening && words === CLOSED ? CLOSED : null;
      }
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

  /**
   * The button to a neighbouring step, which it names.
   * @param {string} words
   * @param {number} step
   */
  function move(words, step) {
    const name = el('span', { class: 'dl-tour__name' });
    const arrow = el('span', { class: 'dl-tour__arrow', 'aria-hidden': 'true' }, step < 0 ? '←' : '→');
    const way = el('span', { class: 'dl-tour__way' }, say(`tour-${words}`));
    const element = el('button', { type: 'button', class: `dl-tour__${words}`, onclick: () => by(step) });
    element.append(...(step < 0 ? [arrow, way, name] : [way, name, arrow]));
    return { element, name };
  }

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

  /** The row to which somebody has gone, and not only come to with the page; or null. */
  function led() {
    return written === null || written === CLOSED ? null : present();
  }

  /** @param {number} step */
  function by(step) {
    const { steps, place } = position();
    if (steps[place + step] !== undefined) go(steps[place + step]);
  }

  /** @param {number | null} i */
  async function go(i) {
    const row = i === null ? null : model.present(i);
    if (row === null) return;
    const begins = at === null;
    at = i;
    update();
    if (begins) next.element.focus({ preventScroll: true });
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
    const { steps, place: number } = position();
    element.hidden = !steps.length || at === null;
    begin.hidden = !steps.length || at !== null;
    long.textContent = say('tour-begin', { count: steps.length });
    begin.setAttribute('aria-label', long.textContent);
    act.turned();
    element.classList.toggle('dl-tour--led', led() !== null);
    const row = present();
    if (row === null) return;
    const text = texts.get(row);
    const told = text && model.tells(row, text);
    place.textContent = say('tour-place', { place: number + 1, count: steps.length });
    date.textContent = text?.date ?? '…';
    title.textContent = texts.title(row) ?? '…';
    said.textContent = told?.all && text?.summary ? firstSentence(text.summary, language) : '';
    quote.hidden = !(told?.quote && text?.quote);
    quoted.lang = text?.quoteLanguage ?? '';
    quoted.textContent = say('quotation', { quote: text?.quote ?? '' });
    source.textContent = text?.source ?? '';
    if (text) more.href = act.href(text.id);
    name(back, steps[number - 1]);
    name(next, steps[number + 1]);
  }

  /**
   * Say on a button to which step it leads; where there is none, it keeps the keyboard's focus and does nothing.
   * @param {ReturnType<typeof move>} button
   * @param {number | undefined} i
   */
  function name({ element, name }, i) {
    const row = i === undefined ? null : model.present(i);
    const text = row === null ? null : texts.get(row);
    element.setAttribute('aria-disabled', String(row === null));
    name.replaceChildren(el('span', { class: 'dl-tour__when' }, text?.date), ' ', el('bdi', {}, text?.title));
  }
}
