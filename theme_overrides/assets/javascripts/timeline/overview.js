// The strip below the timeline: the whole story, always, with a break where some of it lies far off; and a brush for
// what is in view.

/** @import { Far, Model, Span, Theme, Tick } from './types.js' */

import { histogram, makeAxis, ZIGZAG } from './axis.js';
import { button, el } from './dom.js';
import { outside, withAir } from './spans.js';
import { drawOverview } from './strip.js';
import { dayWords, ticks } from './ticks.js';
import { locale, say } from './words.js';

const BAR = 5; // a bar's width

/** @typedef {import('./axis.js').Axis} Axis */

/**
 * The strip; `act` has range(), set(from, to) and fly(span), in days, and theme().
 * @param {Model} model
 * @param {{ range(): Span, set(from: number, to: number): void, fly(span: Span): void, theme(): Theme }} act
 */
export function makeOverview(model, act) {
  const { story, columns } = model;
  const canvas = el('canvas', { class: 'dl-overview', 'aria-hidden': 'true' });
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const breaks = [makeBreak(story.before, 'before', act.fly), makeBreak(story.after, 'after', act.fly)];
  const element = el('div', { class: 'dl-strip' }, breaks[0]?.go, canvas, breaks[1]?.go);
  let width = 0;
  let height = 0;
  let axis = makeAxis(story, 0, [0, 0]);
  let version = -1;
  /** @type {Uint32Array} */
  let whole = new Uint32Array();
  let counts = whole;
  /** @type {Tick[]} */
  let years = [];
  const bins = () => Math.max(20, Math.floor((axis.main.b - axis.main.a) / BAR));
  const [from, to] = story.span;

  listenOverview(canvas, act, () => axis);
  return {
    element,
    /** Take the page's size; whether it has changed. */
    resize() {
      const ratio = devicePixelRatio;
      if (width === canvas.clientWidth && canvas.width === Math.round(width * ratio)) return false;
      [width, height] = [canvas.clientWidth, canvas.clientHeight];
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      const rooms = breaks.map((part) => (part ? part.measure() + ZIGZAG : 0));
      axis = makeAxis(story, width, [rooms[0], rooms[1]]);
      const room = axis.main.b - axis.main.a;
      const found = ticks({ day: from, perDay: room / (to - from) }, room, locale(), 84);
      // A January is told by its year.
      const majors = new Map(found.major.map(({ day, label }) => [day, label]));
      years = found.minor.map(({ day, label }) => ({ day, label: majors.get(day) ?? label }));
      whole = histogram(columns, story.mask, from, to, bins());
      version = -1;
      return true;
    },
    draw() {
      if (!width) return;
      if (version !== model.version) {
        version = model.version;
        counts = histogram(columns, model.drawn, from, to, bins());
        const { before, after } = outside(model.found, story.span);
        breaks[0]?.tell(before);
        breaks[1]?.tell(after);
      }
      const [a, b] = act.range();
      drawOverview(ctx, {
        width,
        height,
        axis,
        counts,
        whole,
        years,
        eras: model.eras(),
        landmarks: story.landmarks,
        today: columns.today,
        theme: act.theme(),
        window: [axis.toX(a), axis.toX(b)],
        open: [story.before !== null && a < story.before.to, story.after !== null && b > story.after.from],
      });
    },
  };
}

/**
 * The words of a break, which fly to what lies behind it; null where nothing does.
 * @param {Far | null} far
 * @param {'before' | 'after'} side
 * @param {(span: Span) => void} fly
 */
function makeBreak(far, side, fly) {
  if (!far) return null;
  const lang = locale();
  // What ends with a year ends at the beginning of the next one.
  const last = Math.max(far.from, far.to - 1e-3);
  const [from, to] = [far.from, last].map((day) => dayWords(day, { year: 'numeric' }, lang));
  const count = el('span');
  const years = el('span', { class: 'dl-break__years' }, from === to ? from : say('years', { from, to }));
  const go = button('', () => fly(withAir([far.from, far.to])), { class: `dl-break dl-break--${side}` });
  go.append(years, ' ', count);
  /** @param {number} number */
  const tell = (number) => {
    count.textContent = say(`events-${side}`, { count: number });
    go.disabled = number === 0;
  };
  return {
    go,
    tell,
    /** Its width with the words of all, which it keeps, so that nothing moves with a filter. */
    measure() {
      tell(far.count);
      go.style.width = '';
      const room = go.offsetWidth;
      go.style.width = `${room}px`;
      return room;
    },
  };
}

/**
 * Drag the brush to move, an edge to widen, beside it to choose anew.
 * @param {HTMLCanvasElement} element
 * @param {{ range(): Span, set(from: number, to: number): void }} act
 * @param {() => Axis} axis
 */
function listenOverview(element, act, axis) {
  /** @type {{ part: string, x: number, day: number, from: number, to: number } | null} */
  let hold = null;
  /** @param {PointerEvent} event */
  const spot = (event) => {
    const x = event.clientX - element.getBoundingClientRect().left;
    return { x, day: axis().toDay(x) };
  };
  element.addEventListener('pointerdown', (event) => {
    element.setPointerCapture(event.pointerId);
    const [from, to] = act.range();
    const [a, b] = [axis().toX(from), axis().toX(to)];
    const { x, day } = spot(event);
    const part = Math.abs(x - a) < 8 ? 'from' : Math.abs(x - b) < 8 ? 'to' : x > a && x < b ? 'all' : 'new';
    hold = { part, x, day, from, to };
  });
  element.addEventListener('pointermove', (event) => {
    if (!hold) return;
    const { x, day } = spot(event);
    if (hold.part === 'all') act.set(hold.from + day - hold.day, hold.to + day - hold.day);
    else if (hold.part === 'from') act.set(Math.min(day, hold.to - 1), hold.to);
    else if (hold.part === 'to') act.set(hold.from, Math.max(day, hold.from + 1));
    else if (Math.abs(x - hold.x) > 4) act.set(Math.min(day, hold.day), Math.max(day, hold.day));
  });
  element.addEventListener('pointerup', (event) => {
    // A click beside the brush brings it there.
    if (hold?.part === 'new' && Math.abs(spot(event).x - hold.x) <= 4) {
      act.set(hold.day - (hold.to - hold.from) / 2, hold.day + (hold.to - hold.from) / 2);
    }
    hold = null;
  });
  element.addEventListener('pointercancel', () => (hold = null));
}
