// The words at the edges of the drawing: what matches and is out of view, and that nothing is in it.

/** @import { Model, Span } from './types.js' */

import { button, el } from './dom.js';
import { closeness, nextTo, outside } from './spans.js';
import { dayWords } from './ticks.js';
import { locale, say } from './words.js';

/**
 * The words at the edges, right above the strip; `act` has what they do. The stage takes the focus from a button that
 * goes.
 * @param {Model} model
 * @param {HTMLElement} stage
 * @param {{ range(): Span, fly(span: Span): void, all(): void, clear(): void, now(): void }} act
 */
export function makeEdges(model, stage, act) {
  const [earlier, later] = /** @type {const} */ (['before', 'after']).map((side) => {
    const go = button('', () => act.fly(nextTo(model.found, act.range(), side)), {
      class: `dl-edge dl-edge--${side}`,
      hidden: true,
    });
    return { go, shown: 0, id: `events-${side}` };
  });
  const text = el('span');
  const way = button('', () => ways[back](), { class: 'dl-edges__way' });
  const empty = el('p', { class: 'dl-edges__empty', hidden: true }, text, way);
  const element = el('div', { class: 'dl-edges' }, earlier.go, empty, later.go);
  const ways = { all: act.all, clear: act.clear, now: act.now };
  /** @type {keyof typeof ways} */
  let back = 'all';

  /**
   * @param {typeof earlier} edge
   * @param {number} count
   */
  function tell(edge, count) {
    if (edge.shown === count) return;
    edge.shown = count;
    if (count) edge.go.textContent = say(edge.id, { count });
    show(edge.go, edge.go, count > 0);
  }

  /**
   * @param {HTMLElement} part
   * @param {HTMLElement} focused
   * @param {boolean} shown
   */
  function show(part, focused, shown) {
    if (!shown && document.activeElement === focused) stage.focus();
    part.hidden = !shown;
  }

  return {
    element,
    /** Whether there are matches, and none in view. */
    lost() {
      const { before, after } = outside(model.found, act.range());
      return before + after > 0 && before + after === model.found.starts.length;
    },
    /** With each frame; the page is touched only where words change. */
    update() {
      const range = act.range();
      const { before, after } = outside(model.found, range);
      const { length } = model.found.starts;
      const behind = outside(model.found, model.story.span);
      // What a break says just below is not said twice.
      tell(earlier, before === behind.before ? 0 : before);
      tell(later, after === behind.after ? 0 : after);
      const none = before + after === length;
      if (none) {
        const { q, choice, known } = model.state;
        const chosen = q || Object.values(choice).some((options) => options.size);
        back = length ? 'all' : chosen || known === null ? 'clear' : 'now';
        way.textContent = say(`empty-${back}`);
        way.hidden = back === 'clear' && !chosen;
        const [from, to] = range.map((day) => dayWords(day, closeness(range), locale()));
        const words = say(`empty-${back}-words`, { from, to });
        if (text.textContent !== words) text.textContent = words;
      }
      if (empty.hidden === none) show(empty, way, none);
    },
  };
}
