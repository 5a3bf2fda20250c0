// On paper the drawing is light and of one size, whatever the screen is.

/**
 * `turn` is told when the page goes to paper, and when it is the screen's again; more than once where a browser says so
 * in both ways.
 * @param {(onPaper: boolean) => void} turn
 * @param {AbortSignal} signal
 */
export function onPrint(turn, signal) {
  const paper = matchMedia('print');
  addEventListener('beforeprint', () => turn(true), { signal });
  addEventListener('afterprint', () => turn(false), { signal });
  // Previews, and what makes a PDF of a page, may only change the medium.
  paper.addEventListener('change', () => turn(paper.matches), { signal });
  if (paper.matches) turn(true);
}

/**
 * Leave of a drawing its dots alone: Chromium prints the shapes that were drawn, and these smaller than the canvas is.
 * @param {HTMLCanvasElement} canvas
 */
export function toDots(canvas) {
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  ctx.putImageData(ctx.getImageData(0, 0, canvas.width, canvas.height), 0, 0);
}
