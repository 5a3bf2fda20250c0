// Fits the parts to the place that they have: a drawing, a story where that has no room, and the drawing on paper.

/** @import { Stage } from './types.js' */

import { onPrint, toDots } from './print.js';
import { onRatio } from './ratio.js';
import { heightOf, isNarrow } from './sizing.js';
import { readTheme } from './theme.js';

/** What a picture of the drawing measures, where that does not go by the page: on paper, and beside a story. */
const PICTURE = { width: 960, height: 480 };
const SHARP = 3; // dots of a printed drawing for each pixel

/**
 * @typedef {object} Fitted
 * @property {HTMLElement} root
 * @property {HTMLElement} holder of the canvas
 * @property {HTMLCanvasElement} canvas
 * @property {Stage} stage
 * @property {{ show(): void }} laneFrame
 * @property {{ resize(): boolean }} overview
 * @property {{ show(wanted: boolean): void }} story
 */

/**
 * Keep the parts fitted until `signal` aborts. `act` has lanes(), how many there are; turned(narrow), when a drawing
 * becomes a story or a story a drawing; fold(), before a size is measured, so that the controls take one row; first(),
 * when the drawing has got its first size; and restyled(), when it has other colours.
 * @param {Fitted} parts
 * @param {{ mode: string, few: number }} place
 * @param {{ lanes(): number, turned(narrow: boolean): void, fold(): void, first(): void, restyled(): void }} act
 * @param {AbortSignal} signal
 */
export function makeFitting({ root, holder, canvas, stage, laneFrame, overview, story }, place, act, signal) {
  /** @type {number | null} */
  let wide = null;
  let paper = false; // whether the drawing is made for paper
  return { fit, listen, turn };

  /** Begin to follow the page's size, the display, and the printer. */
  function listen() {
    addEventListener('resize', fit, { signal }); // of the screen's height, too
    const sizes = new ResizeObserver(() => {
      if (root.clientWidth === wide) return;
      wide = root.clientWidth;
      fit();
    });
    sizes.observe(root);
    signal.addEventListener('abort', () => sizes.disconnect());
    onRatio(fit, signal);
    onPrint(turnToPaper, signal);
  }

  function fit() {
    // Hidden, or not yet in the page, there is nothing to fit; and paper is not the screen.
    if (!holder.isConnected || !root.clientWidth || paper) return;
    const first = stage.width === 0;
    const narrow = turn();
    act.fold();
    if (narrow) fitPicture();
    else fitDrawing();
    if (first) act.first();
  }

  /** Be a story or a drawing, as the width has it; gives whether it is a story. */
  function turn() {
    const narrow = isNarrow(root.clientWidth);
    const turned = narrow !== root.classList.contains('dl-view--story');
    root.classList.toggle('dl-view--story', narrow);
    story.show(narrow);
    if (turned) act.turned(narrow);
    return narrow;
  }

  /** What nobody sees can still be saved as a picture. */
  function fitPicture() {
    if (stage.width !== PICTURE.width || stage.ratio) stage.resize(PICTURE.width, PICTURE.height, 0);
  }

  function fitDrawing() {
    // A frame holds the drawing and all that stands around it, and does not scroll.
    const around = place.mode === 'embed' ? document.body.offsetHeight - holder.clientHeight : null;
    holder.style.height = `${heightOf({ screen: innerHeight, around, lanes: act.lanes(), few: place.few })}px`;
    laneFrame.show();
    const { clientWidth: width, clientHeight: height } = holder;
    const fits = width === stage.width && height === stage.height && devicePixelRatio === stage.ratio;
    if (width && !fits) stage.resize(width, height);
    if (overview.resize()) stage.redraw();
  }

  /**
   * Draw for paper or for the screen, at once: a browser that prints waits for no frame.
   * @param {boolean} onPaper
   */
  function turnToPaper(onPaper) {
    if (onPaper === paper || !stage.width) return;
    paper = onPaper;
    // In place of a story the page's list is printed.
    if (root.classList.contains('dl-view--story')) return;
    // The nearest scheme counts: the page itself stays as it is.
    if (onPaper) root.dataset.mdColorScheme = 'default';
    else delete root.dataset.mdColorScheme;
    stage.restyle(readTheme(root));
    act.restyled();
    const { style } = holder;
    style.aspectRatio = onPaper ? `${PICTURE.width} / ${stage.height}` : '';
    if (onPaper) {
      style.height = 'auto';
      stage.resize(PICTURE.width, stage.height, SHARP);
    } else fit();
    stage.draw();
    if (onPaper) toDots(canvas);
  }
}
