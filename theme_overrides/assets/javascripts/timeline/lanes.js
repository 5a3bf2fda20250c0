// What stands around the drawing of lanes: their names beside it, and the axis, which stays in sight above it.

/** @import { Lanes, Model, Stage } from './types.js' */

import { el } from './dom.js';
import { BAND, geometry } from './geometry.js';
import { say } from './words.js';

const [AIR, LINE] = [10, 17]; // pixels above a lane's name, and of each of its lines

/**
 * The names go beside the stage in `frame`, the axis on top of the stage.
 * @param {Model} model
 * @param {HTMLCanvasElement} drawing
 */
export function makeLaneFrame(model, drawing) {
  const names = el('ol', { class: 'dl-lanes', 'aria-label': say('lanes-names'), hidden: true });
  const axis = el('canvas', { class: 'dl-stage__axis', 'aria-hidden': 'true', hidden: true });
  const ctx = /** @type {CanvasRenderingContext2D} */ (axis.getContext('2d'));
  /** @type {Lanes | null} */
  let named = null;
  return {
    names,
    axis,
    /** Make room, or not, before the stage is measured. */
    show() {
      const several = model.lanes.count > 1;
      names.hidden = axis.hidden = !several;
      names.parentElement?.classList.toggle('dl-frame--lanes', several);
    },
    /**
     * Tell the names, and how many events each lane has; in a play only where the lanes have changed.
     * @param {boolean} quick
     */
    update(quick) {
      if (names.hidden || (quick && named === model.lanes)) return;
      named = model.lanes;
      const counts = countsOf(model);
      names.replaceChildren(
        ...named.names.map((name, lane) =>
          el(
            'li',
            { dir: 'auto', title: say('lanes-name', { name, count: counts[lane] }) },
            el('span', { class: 'dl-lanes__name' }, name),
          ),
        ),
      );
    },
    /**
     * Keep in step with a frame.
     * @param {Pick<Stage, 'width' | 'height' | 'ratio'>} stage
     */
    drawn({ width, height, ratio }) {
      if (names.hidden) return;
      const { top, laneDepth } = geometry({ depth: height, lanes: model.lanes });
      names.style.setProperty('--dl-band', `${top}px`);
      names.style.setProperty('--dl-lane', `${laneDepth}px`);
      // On paper the drawing is as small as it has to be, and the names with it.
      for (const [name, value] of /** @type {const} */ ([
        ['wide', width],
        ['top', top],
        ['deep', laneDepth],
      ]))
        names.style.setProperty(`--dl-drawn-${name}`, `${value}`);
      names.style.setProperty('--dl-lane-lines', `${Math.max(1, Math.floor((laneDepth - AIR) / LINE))}`);
      const [across, deep] = [Math.round(width * ratio), Math.round(BAND * ratio)];
      if (axis.width !== across || axis.height !== deep) Object.assign(axis, { width: across, height: deep });
      ctx.clearRect(0, 0, across, deep);
      ctx.drawImage(drawing, 0, 0, across, deep, 0, 0, across, deep);
    },
  };
}

/**
 * How many of the events that remain are in each lane.
 * @param {Pick<Model, 'columns' | 'mask' | 'lanes'>} model
 */
export function countsOf({ columns, mask, lanes }) {
  const counts = new Array(lanes.count).fill(0);
  for (let i = 0; i < columns.count; i++) if (mask[i]) for (const lane of lanes.of(i)) counts[lane]++;
  return counts;
}
