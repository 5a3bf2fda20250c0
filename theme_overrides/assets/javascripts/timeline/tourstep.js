// What a step of the guided tour tells: its event in a sentence and a quote, and the ways to its neighbours. Fetched
// when
// a tour begins.

/** @import { Model, Texts } from './types.js' */

import { button, el } from './dom.js';
import { say } from './words.js';

/**
 * @typedef {object} StepActions
 * @property {(id: string) => string} href
 * @property {string | null} target
 * @property {(step: number) => void} by goes so many steps on
 * @property {() => void} leave
 */

/**
 * The step of a tour.
 * @param {Model} model
 * @param {Texts} texts
 * @param {StepActions} act
 */
export function makeStep(model, texts, act) {
  const language = document.documentElement.lang || undefined;
  const place = el('p', { class: 'dl-tour__place' });
  const back = move('previous', -1);
  const next = move('next', 1);
  const close = button('×', act.leave, { class: 'dl-tour__close', 'aria-label': say('tour-close') });
  const date = el('p', { class: 'dl-tour__date' });
  const title = el('h2', { class: 'dl-tour__title', dir: 'auto' });
  const said = el('p', { class: 'dl-tour__said', dir: 'auto' });
  const quoted = el('span', { dir: 'auto' });
  const source = el('footer', { class: 'dl-source', dir: 'auto' });
  const quote = el('blockquote', { class: 'dl-tour__quote' }, quoted, source);
  const more = el('a', { href: '#', target: act.target, class: 'dl-tour__more' }, say('panel-page'));
  const element = el(
    'div',
    { class: 'dl-tour__step' },
    el('div', { class: 'dl-tour__moves' }, back.element, place, next.element, close),
    el('div', { class: 'dl-tour__event' }, date, title, said),
    quote,
    el('p', { class: 'dl-tour__page' }, more),
  );

  return {
    element,
    /** Where the keyboard's focus goes when a tour begins. */
    next: next.element,
    /**
     * Tell a step of the ways.
     * @param {number} row
     * @param {number[]} steps
     * @param {number} number of the step among these
     */
    tell(row, steps, number) {
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
    },
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
    const element = el('button', { type: 'button', class: `dl-tour__${words}`, onclick: () => act.by(step) });
    element.append(...(step < 0 ? [arrow, way, name] : [way, name, arrow]));
    return { element, name };
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

/**
 * The first sentence of a text. A short word with a capital before the full stop is taken for an abbreviation ("Mr."):
 * a sentence too much reads better than half of one.
 * @param {string} text
 * @param {string} [language]
 */
export function firstSentence(text, language) {
  if (typeof Intl.Segmenter !== 'function') return text;
  let found = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    found += segment;
    if (!/(^|[\s(.\p{Pd}])\p{Lu}\p{L}{0,3}\.\s*$/u.test(found)) break;
  }
  return found.trim();
}
