// The canvas: keeps the view, draws, and knows what is under a point.

/** @import { Context, Frame, Geometry, Label, LabelText, Model, Stage, Texts, Theme } from './types.js' */

import { draw } from './draw.js';
import { geometry, hit, layout } from './layout.js';
import { mover } from './motion.js';
import { clip, lines } from './paint.js';
import { clamp, fit, pan, toDay, toPixel, zoom } from './scale.js';
import { ticks } from './ticks.js';
import { locale } from './words.js';

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
  const { columns } = model;
  /** @type {Stage} */
  const stage = {
    view: { day: 0, perDay: 0 },
    width: 0,
    height: 0,
    vertical: false,
    theme,
    focus: null,
    selected: null,
    boxes: [],
    pending: 0,
    get motion() {
      return motion;
    },
    get length() {
      return stage.vertical ? stage.height : stage.width;
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
    resize(width, height) {
      const ratio = devicePixelRatio;
      const range = stage.view.perDay ? stage.range() : null;
      Object.assign(stage, { width, height });
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
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
      stage.boxes = draw(ctx, stage.frame(ctx));
      hooks.drawn();
    },
    /** All that one drawing needs; `on` measures text. */
    frame(on) {
      const { view, width, height, vertical, length, theme: colours } = stage;
      const geo = geometry({ depth: vertical ? width : height, lanes: model.lanes, vertical });
      /** @type {Frame['text']} */
      const text = (i, few = false) => labelText(on, i, geo, few);
      const tints = columns.kindColours.map(colours.tint);
      const scene = layout({
        columns,
        view,
        length,
        buffers: model.buffers,
        mask: model.drawn,
        lanes: model.lanes,
        rows: geo.rows,
        flip: !vertical,
        extent: (i, few) => {
          const found = text(i, few);
          return found && (vertical ? [12, 6 + found.lines.length * 17] : [10, found.width + 16]);
        },
      });
      // Of an event in several lanes the first one counts.
      /** @type {Map<number, Label>} */
      const spots = new Map();
      for (const label of scene.labels) if (!spots.has(label.i)) spots.set(label.i, label);
      /** @param {number} i */
      const seen = (i) => Math.abs(toPixel(view, columns.start[i]) * 2 - length) < length;
      /** @type {Frame['place']} */
      const place = (i) => {
        const label = spots.get(i);
        const at = label ? label.at : toPixel(view, columns.start[i]);
        const across = label ? geo.rowAt(label.lane, label.row) : geo.stripAt(model.lanes.of(i)[0]);
        return vertical ? { x: across, y: at } : { x: at, y: across };
      };
      const arcs = model.arcs(stage.selected).filter((r) => seen(model.relations[r]) || seen(model.relations[r + 1]));
      const focus = stage.selected ?? stage.focus;
      return {
        columns,
        scene,
        geo,
        view,
        width,
        height,
        length,
        vertical,
        place,
        text,
        // A rectangle by its place and size along and across.
        rect: vertical ? (at, across, long, thick) => [across, at, thick, long] : (...sides) => sides,
        theme: colours,
        lanes: model.lanes,
        relations: arcs.length ? model.relations : [],
        arcs,
        eras: model.eras(),
        focus: focus !== null && model.drawn[focus] ? focus : null,
        ticks: ticks(view, length, locale(), vertical ? 56 : 74),
        today: columns.today,
        known: model.state.known,
        colour: (i) => tints[columns.facets.kind.of[i]],
        overdue: model.overdue,
      };
    },
    hit: (x, y) => hit(stage.boxes, x, y),
  };
  const motion = mover(stage, hooks.stirred);
  return stage;

  /**
   * A label's lines, font and width, measured once; null without its title.
   * @param {Context} on
   * @param {number} i
   * @param {Geometry} geo
   * @param {boolean} few
   */
  function labelText(on, i, geo, few) {
    const before = widths.get(i);
    if (before) return before;
    const title = texts.title(i, few);
    if (!title) return null;
    const { serif, sans } = stage.theme;
    const size = columns.importance[i];
    const font = size >= 5 ? `600 15px ${serif}` : `${size >= 4 ? 600 : 400} 13px ${sans}`;
    on.font = font;
    const room = stage.vertical ? geo.laneDepth - 58 : size >= 5 ? 560 : 420;
    const [first, ...rest] = stage.vertical ? lines(on, title, room) : [title];
    const rows = [clip(on, first, room), ...(rest.length ? [clip(on, rest.join(' '), room)] : [])];
    const found = { lines: rows, font, width: Math.max(...rows.map((row) => on.measureText(row).width)) };
    widths.set(i, found);
    return found;
  }
}
