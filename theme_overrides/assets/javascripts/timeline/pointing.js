// What pointers and keys on the drawing do: they move it, show a card, open an event, or a count of several.

/** @import { Actions, Card, Cell, Model, Panel, Span, Stage } from './types.js' */

import { listen, makeKeys } from './input.js';
import { later } from './ondemand.js';
import { MAX_PER_DAY, toDay } from './scale.js';

const CLOSE = 1 / 24 / 60; // days; what lies closer together is shown as a list

/**
 * @typedef {object} Pointed
 * @property {HTMLElement} holder
 * @property {Model} model
 * @property {Stage} stage
 * @property {Card} card
 * @property {Panel} panel
 * @property {{ select(i: number | null): Promise<void>, focus(i: number | null): unknown }} chosen
 */

/**
 * Let pointers and keys act on the drawing; `open` flies to a span as a step for Back.
 * @param {Pointed} parts
 * @param {Actions} actions
 * @param {(span: Span) => void} open
 */
export function point({ holder, model, stage, card, panel, chosen }, actions, open) {
  const keys = makeKeys(stage, model, {
    focus: chosen.focus,
    select: chosen.select,
    show: actions.show,
    enter: () => panel.element.focus(),
  });
  const hinting = /** @type {ReturnType<typeof later<typeof import('./hint.js')>>} */ (later('hint', advise));
  /** @type {ReturnType<typeof import('./hint.js').makeHint> | null} */
  let hint = null;
  listen(holder, {
    pan: stage.pan,
    zoom(factor, pixel) {
      stage.motion.stop();
      return stage.zoom(factor, pixel);
    },
    stop: stage.motion.stop,
    glide: stage.motion.glide,
    passed: advise,
    click(x, y) {
      const box = stage.hit(x, y);
      if (!box) return chosen.select(null);
      if (box.i !== undefined) {
        stage.focus = box.i;
        return chosen.select(box.i);
      }
      return openCount(box.cell);
    },
    hover(at) {
      const box = at && stage.hit(at.x, at.y);
      holder.style.cursor = box ? 'pointer' : '';
      if (box?.i !== undefined) card.show(box.i, { x: box.px, y: box.py }, stage.width);
      else card.hide();
    },
    keys,
  });

  /** Say how one zooms. */
  function advise() {
    hint ??= hinting.get()?.makeHint(holder) ?? null;
    hint?.show();
  }

  /**
   * A count opens up: what it counts is shown apart or, where no zoom could part it, as a list.
   * @param {Cell} cell
   */
  function openCount({ lane, from, to }) {
    const { start } = model.columns;
    const [first, last] = [toDay(stage.view, from), toDay(stage.view, to)];
    const rows = model.within(first, last).filter((i) => model.lanes.of(i).includes(lane));
    const [low, high] = [start[rows[0]], start[rows[rows.length - 1]]];
    if (high - low < CLOSE || stage.view.perDay >= MAX_PER_DAY) return panel.list(rows);
    const margin = Math.max((high - low) / 2, CLOSE);
    return open([low - margin, high + margin]);
  }
}
