// Fits words into pixels on a canvas.

/** Text that fits a width, with an ellipsis; empty where not even that fits. */
export function clip(ctx, text, width) {
  if (width < 24) return '';
  if (ctx.measureText(text).width <= width) return text;
  let low = 0;
  let high = text.length;
  while (low < high - 1) {
    const middle = (low + high) >> 1;
    if (ctx.measureText(`${text.slice(0, middle)}…`).width <= width) low = middle;
    else high = middle;
  }
  return low > 1 ? `${text.slice(0, low).trimEnd()}…` : '';
}

/** Draw words below one another in a narrow column. */
export function stack(ctx, text, x, y, width) {
  const words = text.split(' ');
  let row = '';
  for (const word of words) {
    if (row && ctx.measureText(`${row} ${word}`).width > width) {
      ctx.fillText(row, x, y);
      y += 14;
      row = word;
    } else row = row ? `${row} ${word}` : word;
  }
  ctx.fillText(row, x, y);
}

/** Break a title into two lines at the most. */
export function wrap(ctx, text, room) {
  const words = text.split(' ');
  let first = '';
  while (words.length && ctx.measureText(`${first} ${words[0]}`).width <= room) first += `${first && ' '}${words.shift()}`;
  if (!first) return [clip(ctx, text, room)];
  return words.length ? [first, clip(ctx, words.join(' '), room)] : [first];
}
