// The canvas: keeps the view, draws, and knows what is under a point.

/** @import { Context, Frame, LabelLook, LabelText, Model, Spot, Stage, Texts, Theme } from './types.js' */

import { measureLabel, measureWider } from './breaking.js';
import { draw, tickFont } from './draw.js';
import { geometry, hit, PAD } from './geometry.js';
import { ghostsOf } from './known.js';
import { layout } from './layout.js';
import { mover } from './motion.js';
import { later } from './ondemand.js';
import { clamp, fit, pan, toDay, toPixel, zoom } from './scale.js';
import { axisWords } from './ticklabels.js';
import { locale } from './words.js';

const NARROW = 120; // pixels of a label's text, where it has no more room
const WIDTH = 190; // as a rule
const WIDE = 230; // of the most important
const WIDEST = 640; // of those that are cut, where room is left

/**
 * A stage on a canvas; `hooks` has moved(), drawn() and stirred(), before either.
 * @param {HTMLCanvasElement} canvas
 * @param {Model} model
 * @param {Texts} texts
 * @param {Theme} theme
 * @param {{ moved(): void, drawn(): void, stirred(): void }} hooks
 * @returns {Stage}
 */
export function makeStage(canvas, model, texts, theme, hooks) {
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  /** @type {Map<number, LabelText>} */
  const widths = new Map(); // of labels
  const relating = /** @type {ReturnType<typeof later<typeof import('./relations.js')>>} */ (later('relations', came));
  const moving = /** @type {ReturnType<typeof later<typeof import('./ghosts.js')>>} */ (later('ghosts', came));
  const veiling = /** @type {ReturnType<typeof later<typeof import('./veil.js')>>} */ (later('veil', came));
  const parts = [relating, moving, veiling];
  /** @type {ReturnType<typeof import('./ghosts.js').makeFlights> | null} */
  let flights = null; // of a play
  let measured = 0; // lines of a title that the widths are of
  const { columns } = model;
  /** @type {Stage} */
  const stage = {
    view: { day: 0, perDay: 0 },
    width: 0,
    height: 0,
    ratio: 0,
    theme,
    focus: null,
    selected: null,
    boxes: [],
    pending: 0,
    get motion() {
      return motion;
    },
    get length() {
      return stage.width;
    },
    limits() {
      const [from, to] = model.extent();
      return { from: Math.min(from, columns.today), to: Math.max(to, columns.today) };
    },
    set(view) {
      const before = stage.view;
      stage.view = clamp(view, stage.length, stage.limits());
      stage.redraw();
      hooks.moved();
      return stage.view.day !== before.day || stage.view.perDay !== before.perDay;
    },
    pan: (pixels) => stage.set(pan(stage.view, pixels, stage.length, stage.limits())),
    zoomed: (factor, pixel = stage.length / 2) => zoom(stage.view, factor, pixel, stage.length, stage.limits()),
    zoom: (factor, pixel) => stage.set(stage.zoomed(factor, pixel)),
    /** The view of a span of days; `margin` in pixels. */
    fit: (from, to, margin = 0) => fit(from, to, stage.length, margin),
    range: () => [toDay(stage.view, 0), toDay(stage.view, stage.length)],
    resize(width, height, ratio = devicePixelRatio) {
      const range = stage.view.perDay ? stage.range() : null;
      Object.assign(stage, { width, height, ratio });
      if (ratio) {
        canvas.width = Math.round(width * ratio);
        canvas.height = Math.round(height * ratio);
        ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      }
      widths.clear();
      if (range) stage.view = fit(...range, stage.length);
      stage.redraw();
    },
    restyle(next) {
      stage.theme = next;
      stage.redraw();
    },
    redraw() {
      if (stage.pending) return;
      stage.pending = requestAnimationFrame(stage.draw);
      hooks.stirred();
    },
    draw() {
      stage.pending = 0;
      if (!stage.view.perDay || !stage.width) return;
      // What nobody sees is drawn when it is saved.
      if (stage.ratio) {
        const frame = stage.frame(ctx);
        stage.boxes = draw(ctx, frame);
        if (frame.flights.some(({ share }) => share < 1)) stage.redraw();
      }
      hooks.drawn();
    },
    /** All that one drawing needs; `on` measures text. */
    frame(on) {
      const { view, width, height, length, theme: colours } = stage;
      const geo = geometry({ depth: height, lanes: model.lanes, related: model.state.relations });
      if (geo.lines !== measured) widths.clear();
      measured = geo.lines;
      /** @type {Frame['text']} */
      const text = (i, few = false, all = false) => labelText(on, i, few, all);
      const tints = columns.kindColours.map(colours.tint);
      const scene = layout({
        columns,
        view,
        length,
        buffers: model.buffers,
        mask: model.drawn,
        lanes: model.lanes,
        rows: geo.rows,
        levels: geo.levels,
        extent: text,
      });
      // Of an event in several lanes the first one counts.
      /** @type {Map<number, Spot>} */
      const spots = new Map();
      /**
       * @param {number} i
       * @param {Spot} spot
       */
      const spotted = (i, spot) => spots.has(i) || spots.set(i, spot);
      for (const { i, x, lane, level } of scene.labels) spotted(i, { x, y: geo.stripAt(lane, level), lane });
      for (const { items, lane, levels } of scene.cells)
        items?.forEach((i, n) => {
          spotted(i, { x: toPixel(view, columns.start[i]), y: geo.stripAt(lane, levels[n]), lane });
        });
      /** @param {number} i */
      const seen = (i) => Math.abs(toPixel(view, columns.start[i]) * 2 - length) < length;
      /** @type {Frame['place']} */
      const place = (i) => {
        const [lane] = model.lanes.of(i);
        return spots.get(i) ?? { x: toPixel(view, columns.start[i]), y: geo.stripAt(lane), lane };
      };
      const found = model.arcs(stage.selected, seen);
      const related = found.length ? relating.get() : null;
      const arcs = related ? related.thin(found, model.relations, model.buffers.rank, stage.selected) : [];
      const { relationKinds: kinds } = columns;
      const { labels } = scene;
      /** @type {Parameters<typeof axisWords>[3]} */
      const measure = (words, bold) => {
        on.font = tickFont(colours, bold);
        return on.measureText(words).width;
      };
      const focus = stage.selected ?? stage.focus;
      const ghosts = stage.selected !== null && model.drawn[stage.selected] ? ghostsOf(columns, stage.selected) : [];
      return {
        columns,
        scene,
        geo,
        view,
        width,
        height,
        length,
        place,
        text,
        date: (i) => texts.heading(i, true)?.date ?? '',
        theme: colours,
        lanes: model.lanes,
        routes: related?.routes({ arcs, relations: model.relations, kinds, geo, length, labels, place }) ?? [],
        related,
        omitted: related ? found.length - arcs.length : 0,
        ghosts,
        flights: flights?.all() ?? [],
        veil: model.state.known === null ? null : veiling.get(),
        moved: ghosts.length || flights ? moving.get() : null,
        eras: model.eras(),
        focus: focus !== null && model.drawn[focus] ? focus : null,
        ticks: axisWords(view, length, locale(), measure),
        today: columns.today,
        known: model.state.known,
        colour: (i) => tints[columns.facets.kind.of[i]],
        overdue: model.overdue,
      };
    },
    hit: (x, y) => hit(stage.boxes, x, y),
    fetching: () => parts.some((one) => one.fetching()),
    asked: () => Promise.all(parts.map((one) => one.asked())),
    update(quick) {
      if (model.state.known !== null) flights ??= moving.get()?.makeFlights(model) ?? null;
      flights?.update(quick);
    },
  };
  const motion = mover(stage, hooks.stirred);
  return stage;

  /** @param {boolean} there */
  function came(there) {
    if (there) stage.redraw();
    else hooks.stirred();
  }

  /**
   * A label's lines, fonts and width, measured once; null without its text.
   * @param {Context} on
   * @param {number} i
   * @param {boolean} few
   * @param {boolean} all
   */
  function labelText(on, i, few, all) {
    const before = widths.get(i);
    if (before && !(all && before.blocks.length < 3)) return before;
    const heading = texts.heading(i, few);
    if (!heading) return null;
    const { serif, sans } = stage.theme;
    const size = columns.importance[i];
    /** @type {LabelLook} */
    const look = {
      font: size >= 5 ? `600 15px ${serif}` : `${size >= 4 ? 600 : 400} 13px ${sans}`,
      dateFont: `11px ${sans}`,
      // Wherever its mark is, on one side there is room.
      widths: [Math.min(NARROW, stage.width / 2 - PAD), Math.min(size >= 5 ? WIDE : WIDTH, stage.width / 2 - PAD)],
      widest: Math.min(WIDEST, stage.width - PAD),
      most: measured,
    };
    const found = before ?? measureLabel(on, heading, look);
    if (all) measureWider(on, heading, look, found);
    widths.set(i, found);
    return found;
  }
}
