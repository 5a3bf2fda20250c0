// Titles in lines of a width: balanced, never inside what a reader takes for one letter, cut only where room runs out.

/** @import { Context, Heading, LabelLook, LabelText, Line, TextBlock } from './types.js' */

const ELLIPSIS = '…';
// What stands between them is read from the right, and leaves the text around it alone.
const [ISOLATE, END] = ['\u2067', '\u2069'];
const NARROW = 24; // pixels; below, a cut text would be an ellipsis and hardly more
const STEP = 60; // pixels between the widths of a label that is wider than usual
const NEAR = 3; // pixels; the narrowest width in which a label is whole is found so nearly
const TELLING = 9; // letters, of a name that is cut
const LETTER = /\p{L}/u;
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** @type {Intl.Segmenter | undefined} */
let segmenter; // made when it is first needed: that takes long

/**
 * What a reader takes for letters: an emoji is one, and so is a letter with its accents.
 * @param {string} text
 */
function letters(text) {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * Whether a text runs from right to left: its first letter says so, as `dir=auto` has it.
 * @param {string} text
 */
export const fromRight = (text) => FROM_RIGHT.test(text.match(LETTER)?.[0] ?? '');

/**
 * Text that fits a width, with an ellipsis; empty where not even that fits. What reads from the right does so itself,
 * whichever way the context writes.
 * @param {Pick<Context, 'measureText'>} ctx
 * @param {string} text
 * @param {number} width
 */
export function clip(ctx, text, width) {
  const found = fitted(ctx, text, width);
  return found && fromRight(found) ? ISOLATE + found + END : found;
}

/**
 * A name that fits a width, or as much of it as still tells something; else nothing.
 * @param {Pick<Context, 'measureText'>} ctx
 * @param {string} name
 * @param {number} width
 */
export function clipName(ctx, name, width) {
  const found = clip(ctx, name, width);
  return found.length < Math.min(name.length, TELLING) ? '' : found;
}

/**
 * @param {Pick<Context, 'measureText'>} ctx
 * @param {string} text
 * @param {number} width
 */
function fitted(ctx, text, width) {
  if (width < NARROW) return '';
  if (ctx.measureText(text).width <= width) return text;
  return cut(ctx, text, width);
}

/**
 * As much of a text as fits a width together with an ellipsis; empty where no letter does.
 * @param {Pick<Context, 'measureText'>} ctx
 * @param {string} text
 * @param {number} width
 */
function cut(ctx, text, width) {
  const all = letters(text);
  const count = longest(ctx, all, width, ELLIPSIS);
  return count ? all.slice(0, count).join('').trimEnd() + ELLIPSIS : '';
}

/**
 * How many of some letters fit a width with something behind them.
 * @param {Pick<Context, 'measureText'>} ctx
 * @param {string[]} all
 * @param {number} width
 * @param {string} behind
 */
function longest(ctx, all, width, behind) {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ctx.measureText(all.slice(0, middle).join('') + behind).width <= width) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Break a title into at most so many lines of a width; where two are needed and do, they are about equally long.
 * @param {Pick<Context, 'measureText'>} ctx
 * @param {string} title
 * @param {number} width
 * @param {number} most
 */
export function breakTitle(ctx, title, width, most) {
  if (ctx.measureText(title).width <= width) return [title];
  if (most === 1) return [cut(ctx, title, width)];
  const words = pieces(ctx, title, width);
  const space = ctx.measureText(' ').width;
  // Widths of whole words add up well enough, and each word is measured once.
  const gaps = words.map(({ glued }, n) => (glued || !n ? 0 : space));
  const sizes = words.map(({ text }, n) => gaps[n] + ctx.measureText(text).width);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  let best = 0;
  let fits = 0;
  let least = Infinity;
  for (let n = 1; n < words.length; n++) {
    before += sizes[n - 1];
    if (before > width) break;
    fits = n;
    const longer = Math.max(before, total - before - gaps[n]);
    if (longer > width || longer >= least) continue;
    least = longer;
    best = n;
  }
  const rest = join(words.slice(best || fits));
  return [join(words.slice(0, best || fits)), best ? rest : fitted(ctx, rest, width)];
}

/**
 * The words of a title; those that are too long for a line in pieces, which hang together without a space.
 * @param {Pick<Context, 'measureText'>} ctx
 * @param {string} title
 * @param {number} width
 */
function pieces(ctx, title, width) {
  /** @type {{ text: string, glued: boolean }[]} */
  const found = [];
  for (const word of title.split(/[ \n]+/).filter(Boolean)) {
    if (ctx.measureText(word).width <= width) {
      found.push({ text: word, glued: false });
      continue;
    }
    let all = letters(word);
    for (let glued = false; all.length; glued = true) {
      const count = Math.max(1, longest(ctx, all, width, ''));
      found.push({ text: all.slice(0, count).join(''), glued });
      all = all.slice(count);
    }
  }
  return found;
}

/** @param {{ text: string, glued: boolean }[]} words */
const join = (words) => words.map(({ text, glued }, n) => (glued || !n ? text : ` ${text}`)).join('');

/**
 * A label's date and title as they are drawn: within the first width, which takes a whole date at the least, and within
 * the second one, where the first cuts or breaks them.
 * @param {Pick<Context, 'measureText' | 'font'>} ctx
 * @param {Heading} heading
 * @param {LabelLook} look
 * @returns {LabelText}
 */
export function measureLabel(ctx, heading, look) {
  /** @type {LabelText['blocks']} */
  const blocks = [];
  const [narrow, usual] = look.widths;
  ctx.font = look.dateFont;
  const dated = Math.ceil(ctx.measureText(heading.date).width);
  blocks.push(block(ctx, heading, look, Math.min(Math.max(narrow, dated), usual)));
  // The first width is for where there is hardly room; what fits it in two lines has the second one, too.
  if (blocks[0].cut || blocks[0].lines.length > 1) blocks.push(block(ctx, heading, look, usual));
  return { blocks, font: look.font, dateFont: look.dateFont, fromRight: fromRight(heading.title) };
}

/**
 * More blocks for a label that is cut: the narrowest that is whole and, where that is wider than usual, some up to it.
 * @param {Pick<Context, 'measureText' | 'font'>} ctx
 * @param {Heading} heading
 * @param {LabelLook} look
 * @param {LabelText} label
 */
export function measureWider(ctx, heading, look, { blocks }) {
  const usual = look.widths[1];
  let [least, most] = blocks[1]?.cut ? [usual, look.widest] : [look.widths[0], usual];
  let whole = block(ctx, heading, look, most);
  while (!whole.cut && most - least > NEAR) {
    const middle = Math.round((least + most) / 2);
    const found = block(ctx, heading, look, middle);
    if (found.cut) least = middle;
    else [most, whole] = [middle, found];
  }
  for (let room = usual + STEP; room < most; room += STEP) blocks.push(block(ctx, heading, look, room));
  blocks.push(whole);
}

/**
 * @param {Pick<Context, 'measureText' | 'font'>} ctx
 * @param {Heading} heading
 * @param {LabelLook} look
 * @param {number} room
 * @returns {TextBlock}
 */
function block(ctx, { title, date }, { font, dateFont, most }, room) {
  ctx.font = dateFont;
  const dated = line(ctx, fitted(ctx, date, room));
  ctx.font = font;
  const lines = breakTitle(ctx, title, room, most).map((words) => line(ctx, words));
  const cut = [dated, ...lines].some(({ words }) => words.endsWith(ELLIPSIS));
  return { date: dated, lines, cut, width: Math.max(dated.width, ...lines.map(({ width }) => width)) };
}

/**
 * @param {Pick<Context, 'measureText'>} ctx
 * @param {string} words
 * @returns {Line}
 */
const line = (ctx, words) => ({ words, width: ctx.measureText(words).width, fromRight: fromRight(words) });
