// The event in focus and the opened one: in view, shown, announced.

/** @import { Card, Model, Panel, Stage, Text, Texts } from './types.js' */

import { toPixel } from './scale.js';
import { say } from './words.js';

/**
 * Select and focus events; `hooks` has selected(), for a new choice, and moved(), for a new size of the stage.
 * @param {{ model: Model, stage: Stage, texts: Texts, card: Card, panel: Panel, live: HTMLElement }} parts
 * @param {{ selected(): void, moved(): void }} hooks
 */
export function makeChosen({ model, stage, texts, card, panel, live }, hooks) {
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
    hooks.moved();
    if (i !== null && go) bring(i);
    stage.redraw();
    if (step) hooks.selected();
  }

  /**
   * Bring an event into view without changing the zoom.
   * @param {number} i
   */
  function bring(i) {
    if (!model.drawn[i]) return;
    const at = toPixel(stage.view, columns.start[i]);
    const edge = stage.length * 0.12;
    if (at >= edge && at <= stage.length - edge) return;
    stage.motion.fly({ day: columns.start[i] - stage.length / 2 / stage.view.perDay, perDay: stage.view.perDay }, 300);
  }

  /** @param {number | null} i */
  async function focus(i) {
    if (i === null) return;
    stage.focus = i;
    bring(i);
    stage.redraw();
    const text = await texts.ready(i);
    if (!text || stage.focus !== i) return;
    live.textContent = words(i, text);
    const box = stage.boxes.find((candidate) => candidate.i === i);
    if (box?.i !== undefined) card.show(i, { x: box.px, y: box.py }, stage.width);
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
