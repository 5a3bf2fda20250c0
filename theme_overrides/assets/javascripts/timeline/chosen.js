// The event in focus and the opened one: in view, shown, announced.

/** @import { Card, Model, Panel, Stage, Text, Texts } from './types.js' */

import { ghostsOf } from './known.js';
import { toPixel } from './scale.js';
import { say } from './words.js';

const EDGE = 0.12; // of the stage, on either side of what one goes to
const MARK = 24; // pixels, on either side of what one has clicked

/**
 * @typedef {object} Parts
 * @property {HTMLElement} holder
 * @property {Model} model
 * @property {Stage} stage
 * @property {Texts} texts
 * @property {Card} card
 * @property {Panel} panel
 * @property {HTMLElement} live
 */

/**
 * Select and focus events on the stage in `holder`; `hooks` has selected(), for a new choice.
 * @param {Parts} parts
 * @param {{ selected(): void }} hooks
 */
export function makeChosen({ holder, model, stage, texts, card, panel, live }, hooks) {
  const { columns } = model;
  return { select, focus };

  /**
   * Open an event, or close it with null; `go` brings it into view.
   * @param {number | null} i
   * @param {boolean} [go]
   * @param {boolean} [step]
   */
  async function select(i, go = false, step = true) {
    if (i !== null) i = model.present(i) ?? i; // another version of the event, on another day
    stage.selected = i;
    card.hide();
    // What is filtered away or not yet known is not shown here either.
    if (i === null || !model.mask[i]) panel.hide();
    else await panel.open(i);
    if (stage.selected !== i) return;
    if (i !== null && go) bring(i, stage.length * EDGE);
    else if (i !== null && step && isInView(i)) bring(i, MARK);
    stage.redraw();
    if (step) hooks.selected();
  }

  /**
   * Bring an event into view, and from below the panel, without changing the zoom.
   * @param {number} i
   * @param {number} edge pixels that are to be seen on either side of it
   */
  function bring(i, edge) {
    if (!model.drawn[i]) return;
    const at = toPixel(stage.view, columns.start[i]);
    const [from, to] = uncovered();
    if (at >= from + edge && at <= to - edge) return;
    const { perDay } = stage.view;
    stage.motion.fly({ day: columns.start[i] - (from + to) / 2 / perDay, perDay }, 300);
  }

  /** @param {number} i */
  function isInView(i) {
    const at = toPixel(stage.view, columns.start[i]);
    return at >= 0 && at <= stage.length;
  }

  /** The pixels along which the panel does not cover the stage. */
  function uncovered() {
    const { left, right } = holder.getBoundingClientRect();
    const over = panel.element.getBoundingClientRect();
    if (over.width === 0 || over.width > stage.length / 2) return [0, stage.length];
    return over.left - left < right - over.right ? [over.right - left, stage.length] : [0, over.left - left];
  }

  /** @param {number | null} i */
  async function focus(i) {
    if (i === null) return;
    stage.focus = i;
    bring(i, stage.length * EDGE);
    stage.redraw();
    const [text, ...before] = await Promise.all([i, ...ghostsOf(columns, i)].map(texts.ready));
    if (!text || stage.focus !== i) return;
    live.textContent = [words(i, text), ...moves([...before, text])].join(' ');
    const box = stage.boxes.find((candidate) => candidate.i === i);
    // What has been opened meanwhile is told by the panel.
    if (box?.i !== undefined && stage.selected !== i) card.show(i, { x: box.px, y: box.py }, stage.width);
  }

  /**
   * From date to date, for those who do not see the ways between them.
   * @param {(Text | null)[]} dates
   */
  function moves(dates) {
    return dates.slice(1).map((to, n) => say('spoken-moved', { from: dates[n]?.date ?? '', to: to?.date ?? '' }));
  }

  /**
   * @param {number} i
   * @param {Text} text
   */
  function words(i, text) {
    const { title, date, notes } = text;
    let place = 0;
    for (let n = 0; n <= i; n++) place += model.mask[n];
    return say(model.overdue(i) ? 'spoken-event-overdue' : 'spoken-event', {
      place,
      count: model.total,
      title,
      date,
      status: columns.facets.status.options[columns.status[i]].label.toLowerCase(),
      notes: model.tells(i, text).all ? notes : say('notes-then'),
    });
  }
}
