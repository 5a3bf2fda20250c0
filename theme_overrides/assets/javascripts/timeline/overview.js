// The strip below the timeline: the whole story, always, with a break where some of it lies far off; and a brush for
// what is in view.

/** @import { Columns, Era, Far, Model, Span, Story, Theme, Tick } from './types.js' */

import { clip } from './breaking.js';
import { button, el } from './dom.js';
import { outside, withAir } from './spans.js';
import { dayWords, ticks } from './ticks.js';
import { locale, say } from './words.js';

const ZIGZAG = 14; // pixels that a break takes
const FOOT = 15; // for the years
const BAR = 5; // a bar's width

/** @typedef {{ from: number, to: number, a: number, b: number }} Piece From one day to another, and in pixels. */

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
 * Days to pixels along the strip, and back: the heart at one scale, and each of the far-off parts at one of its own in
 * the room that its words take, with a break between. Pure.
 * @param {Pick<Story, 'span' | 'before' | 'after'>} story
 * @param {number} width
 * @param {[before: number, after: number]} rooms
 */
export function makeAxis({ span: [from, to], before, after }, width, rooms) {
  const main = { from, to, a: rooms[0], b: Math.max(rooms[0], width - rooms[1]) };
  /** @type {Piece[]} */
  const pieces = [main];
  if (before) {
    const edge = main.a - ZIGZAG;
    const begin = Math.min(before.from, before.to - 1);
    pieces.unshift({ from: begin, to: before.to, a: 0, b: edge }, { from: before.to, to: from, a: edge, b: main.a });
  }
  if (after) {
    const edge = main.b + ZIGZAG;
    const end = Math.max(after.to, after.from + 1);
    pieces.push({ from: to, to: after.from, a: main.b, b: edge }, { from: after.from, to: end, a: edge, b: width });
  }
  return {
    main,
    breaks: [before ? main.a : null, after ? main.b + ZIGZAG : null],
    /** @param {number} day */
    toX(day) {
      const piece = pieces.find((one) => day <= one.to) ?? pieces[pieces.length - 1];
      const x = piece.a + ((day - piece.from) / (piece.to - piece.from || 1)) * (piece.b - piece.a);
      return Math.min(width, Math.max(0, x));
    },
    /** @param {number} x */
    toDay(x) {
      const piece = pieces.find((one) => x <= one.b) ?? pieces[pieces.length - 1];
      return piece.from + ((x - piece.a) / (piece.b - piece.a || 1)) * (piece.to - piece.from);
    },
  };
}

/** @typedef {ReturnType<typeof makeAxis>} Axis */

/**
 * Counts of masked events in equal bins. Pure.
 * @param {Columns} columns
 * @param {Uint8Array} mask
 * @param {number} from
 * @param {number} to
 * @param {number} bins
 */
export function histogram(columns, mask, from, to, bins) {
  const counts = new Uint32Array(bins);
  const size = (to - from) / bins;
  for (let i = 0; i < columns.count; i++) {
    if (!mask[i]) continue;
    const bin = Math.floor((columns.start[i] - from) / size);
    if (bin >= 0 && bin < bins) counts[bin]++;
  }
  return counts;
}

/**
 * @typedef {object} Strip
 * @property {number} width
 * @property {number} height
 * @property {Axis} axis
 * @property {Uint32Array} counts of what matches
 * @property {Uint32Array} whole of all
 * @property {Tick[]} years
 * @property {Era[]} eras
 * @property {Float64Array} landmarks
 * @property {number} today
 * @property {Theme} theme
 * @property {[from: number, to: number]} window what is in view, in pixels
 * @property {[from: boolean, to: boolean]} open whether the view goes on to what is behind a break
 */

/**
 * Draw the strip; bars by the square root, so that single events stay visible.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Strip} strip
 */
function drawOverview(ctx, strip) {
  const { width, height, axis, counts, whole, theme, today } = strip;
  const { main } = axis;
  const base = height - FOOT;
  ctx.clearRect(0, 0, width, height);
  drawEras(ctx, strip, base);
  const most = Math.sqrt(whole.reduce((high, count) => Math.max(high, count), 1));
  const step = (main.b - main.a) / counts.length;
  // What a filter leaves out stands behind, faintly.
  for (const [bars, colour] of /** @type {const} */ ([
    [whole, theme.rule],
    [counts, theme.soft],
  ])) {
    ctx.fillStyle = colour;
    bars.forEach((count, bin) => {
      const tall = Math.max(2, (Math.sqrt(count) / most) * (base - 10));
      if (count) ctx.fillRect(main.a + bin * step, base - tall, Math.max(1, step - 1), tall);
    });
  }
  drawLandmarks(ctx, strip);
  ctx.fillStyle = theme.soft;
  ctx.fillRect(main.a, base, main.b - main.a, 1);
  ctx.font = `11px ${theme.sans}`;
  ctx.textBaseline = 'bottom';
  for (const { day, label } of strip.years) {
    const x = Math.round(axis.toX(day));
    if (day < main.from || x + ctx.measureText(label).width + 4 > main.b) continue;
    ctx.fillRect(x, base, 1, 4);
    ctx.fillText(label, x + 4, height);
  }
  ctx.fillStyle = theme.accent;
  if (today > main.from && today < main.to) ctx.fillRect(Math.round(axis.toX(today)), 0, 1, base);
  for (const edge of axis.breaks) if (edge !== null) drawBreak(ctx, edge, base, theme);
  drawBrush(ctx, strip, base);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Strip} strip
 * @param {number} base
 */
function drawEras(ctx, { eras, axis, theme }, base) {
  ctx.font = `italic 11px ${theme.serif}`;
  ctx.textBaseline = 'top';
  eras.forEach(([title, from, to], number) => {
    const [a, b] = [from, to ?? Infinity].map((day) => axis.toX(Math.min(Math.max(day, axis.main.from), axis.main.to)));
    if (b - a < 1) return;
    ctx.fillStyle = number % 2 ? theme['era-b'] : theme['era-a'];
    ctx.fillRect(a, 0, b - a, base);
    ctx.fillStyle = theme.soft;
    const text = clip(ctx, title, b - a - 8);
    if (text) ctx.fillText(text, a + 4, 3);
  });
}

/**
 * A tick for each landmark; where most are some, they tell nothing.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Strip} strip
 */
function drawLandmarks(ctx, { landmarks, axis, theme }) {
  if (landmarks.length * 12 > axis.main.b - axis.main.a) return;
  ctx.fillStyle = theme.ink;
  for (const day of landmarks)
    if (day >= axis.main.from && day <= axis.main.to) ctx.fillRect(Math.round(axis.toX(day)) - 1, 0, 2, 5);
}

/**
 * The axis is broken here: a zigzag that ends at a pixel.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} end
 * @param {number} base
 * @param {Theme} theme
 */
function drawBreak(ctx, end, base, theme) {
  ctx.strokeStyle = theme.soft;
  ctx.lineWidth = 1;
  for (const shift of [-9.5, -4.5]) {
    ctx.beginPath();
    for (let y = 0, turn = 0; y <= base; y += base / 6, turn++) ctx.lineTo(end + shift + (turn % 2 ? 2.5 : -2.5), y);
    ctx.stroke();
  }
}

/**
 * The brush; where it holds what is behind a break, it is open.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Strip} strip
 * @param {number} base
 */
function drawBrush(ctx, { width, window, open, theme }, base) {
  // However little is in view, it can be seen and taken.
  const middle = (window[0] + window[1]) / 2;
  const half = Math.max(3, (window[1] - window[0]) / 2);
  const [a, b] = [Math.max(0, middle - half), Math.min(width, middle + half)];
  ctx.fillStyle = theme.accent;
  ctx.globalAlpha = 0.09;
  ctx.fillRect(a, 0, b - a, base);
  ctx.globalAlpha = 1;
  ctx.fillRect(a, 0, b - a, 1.5);
  ctx.fillRect(a, base - 1.5, b - a, 1.5);
  ctx.strokeStyle = theme.accent;
  ctx.lineWidth = 1.5;
  for (const [x, dashed] of /** @type {const} */ ([
    [a + 0.75, open[0]],
    [b - 0.75, open[1]],
  ])) {
    ctx.setLineDash(dashed ? [2, 3] : []);
    ctx.beginPath();
    ctx.moveTo(x, 0);
    ctx.lineTo(x, base);
    ctx.stroke();
  }
  ctx.setLineDash([]);
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
